/** The sentence over a comparison: who leads, by how much, whether that is more than chance, and where others lead. */
import type { ComparedCity } from '../../shared/contract/cities.ts'
import type { Finding } from '../../shared/contract/common.ts'
import type { Language } from '../../shared/domain/language.ts'
import { inEveryLanguage } from '../../shared/domain/language.ts'
import { SUBJECTS } from '../../shared/domain/subjects.ts'
import { formatFigure } from '../../shared/format/figures.ts'
import { shortName } from '../../shared/format/names.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import type { Values } from '../../shared/i18n/index.ts'
import { translate } from '../../shared/i18n/index.ts'

interface Compared {
  cities: readonly ComparedCity[]
  subject: string
  /** Interval of the leader's Share less that of the next; null where none was asked for. */
  lead: readonly [low: number, high: number] | null
}

/** Null where neither two Shares nor two ranks are known, or one of those compared has none: who leads is not known. */
export function compareFinding({ cities, subject, lead }: Compared): Finding | null {
  const order = ordered(cities, ({ row }) => row.share)
  if (cities.length < 2) return null
  if (!order) return rankFinding(cities, subject)
  const [first, second] = order as [number, number]
  const [a, b] = [cities[first], cities[second]] as [ComparedCity, ComparedCity]
  const led = leadsOf(cities)
  const say = (language: Language) => {
    const isLevel = a.row.share === b.row.share
    const values = {
      a: shortName(a.city, language),
      b: shortName(b.city, language),
      share: formatFigure('share', a.row.share ?? 0, language),
      times: times(a.row.share ?? 0, b.row.share ?? 0, language),
    }
    const verdict = isLevel || !lead ? '' : lead[0] <= 0 && lead[1] >= 0 ? 'chance' : 'sure'
    return (
      opening(language, isLevel || b.row.share === 0 ? 'level' : 'lead', subject, values) +
      (verdict && sayCompare(language, verdict)) +
      elsewhere(led, { cities, subject, first }, language) +
      sayCompare(language, 'stop')
    )
  }
  return b.row.share === 0 ? null : inEveryLanguage(say)
}

const sayCompare = (language: Language, key: string, values: Values = {}) =>
  translate(language, `compareView.finding.${key}`, values)

/** In all subjects nothing is said of the subject. */
const opening = (language: Language, key: string, subject: string, values: Values) =>
  subject === 'all'
    ? sayCompare(language, key, values)
    : sayCompare(language, `${key}In`, {
        ...values,
        subject: translate(language, `common.subjectsIn.${subject}`),
      })

/** `2.07`, `20.7`, `207`. */
function times(more: number, less: number, language: Language): string {
  const ratio = less === 0 ? 0 : more / less
  return formatNumber(ratio, ratio < 10 ? 2 : ratio < 100 ? 1 : 0, language)
}

/** Places of all from the largest value to the smallest; null where one of them is not known. */
export function ordered<T>(
  cities: readonly T[],
  of: (city: T) => number | null | undefined,
): number[] | null {
  const values = cities.map(of)
  if (values.some((value) => value === null || value === undefined)) return null
  return cities.map((_, at) => at).sort((a, b) => (values[b] as number) - (values[a] as number))
}

function rankFinding(cities: readonly ComparedCity[], subject: string): Finding | null {
  const order = ordered(cities, ({ row }) => (row.rank === null ? null : -row.rank))
  if (!order) return null
  const [a, b] = order.map((at) => cities[at]) as [ComparedCity, ComparedCity]
  return inEveryLanguage((language) => {
    const values = {
      a: shortName(a.city, language),
      b: shortName(b.city, language),
      rankA: a.row.rank ?? '',
      rankB: b.row.rank ?? '',
    }
    return opening(language, 'ranks', subject, values) + sayCompare(language, 'stop')
  })
}

interface Lead {
  subject: string
  /** Place of who leads. */
  at: number
  /** Its Share and the next one's; null where the lead is known from ranks alone. */
  shares: readonly [own: number, next: number] | null
}

/** Of each subject in which all Shares, or else all ranks, are known who leads, where one does. */
function leadsOf(cities: readonly ComparedCity[]): Lead[] {
  return SUBJECTS.flatMap((subject): Lead[] => {
    const rows = cities.map(({ subjects }) => subjects.find((row) => row.subject === subject))
    const byShare = firstTwo(rows.map((row) => row?.share ?? null))
    if (byShare && byShare.own > byShare.next && byShare.next > 0)
      return [{ subject, at: byShare.at, shares: [byShare.own, byShare.next] as const }]
    const byRank = byShare ? null : firstTwo(rows.map((row) => (row?.rank == null ? null : -row.rank)))
    return byRank && byRank.own > byRank.next ? [{ subject, at: byRank.at, shares: null }] : []
  })
}

/** The largest value with its place, and the next one; null where one is not known. */
function firstTwo(values: readonly (number | null)[]): { at: number; own: number; next: number } | null {
  const [at, second] = ordered(values, (value) => value) ?? []
  if (at === undefined || second === undefined) return null
  return { at, own: values[at] as number, next: values[second] as number }
}

function elsewhere(
  leads: readonly Lead[],
  { cities, subject, first }: { cities: readonly ComparedCity[]; subject: string; first: number },
  language: Language,
): string {
  if (subject !== 'all') return ''
  if (leads.length === SUBJECTS.length && leads.every(({ at }) => at === first))
    return sayCompare(language, 'all')
  const others = cities.flatMap((compared, at) => {
    const own = leads.filter((lead) => lead.at === at)
    if (at === first || own.length === 0) return []
    const fields = own.map(({ subject: led, shares }) => {
      const field = translate(language, `common.subjectsIn.${led}`)
      return shares ? sayCompare(language, 'field', { field, times: times(...shares, language) }) : field
    })
    const city = shortName(compared.city, language)
    return [sayCompare(language, 'leads', { city, fields: listed(fields, language) })]
  })
  return others.length === 0
    ? ''
    : sayCompare(language, 'elsewhere', { leads: others.join(sayCompare(language, 'between')) })
}

function listed(names: readonly string[], language: Language): string {
  if (names.length < 2) return names.join('')
  return (
    names.slice(0, -1).join(sayCompare(language, 'comma')) +
    sayCompare(language, 'and') +
    (names.at(-1) ?? '')
  )
}
