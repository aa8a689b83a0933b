/** The comparison of some cities, from what a dataset says of each. */
import type { CityProfile } from '../../contract/cities.ts'
import type { ComparedGroup } from '../../contract/groups.ts'
import type { Language } from '../../domain/language.ts'
import type { Subject } from '../../domain/subjects.ts'
import { ALL_SUBJECTS, SUBJECTS } from '../../domain/subjects.ts'
import { shortName } from '../../format/names.ts'
import { translate } from '../../i18n/index.ts'
import { measureOf } from '../../measures/by-id.ts'
import type { ComparePanels, ComparePoint, CompareRow, CompareSpec, Slot } from './spec.ts'
import { medianCity, mediansOf, withMedian, withQuartiles } from './median.ts'
import type { Said } from './said.ts'
import { CITY_LOOKS } from './spec.ts'

/** By city, the interval of its Share less that of the reference, by subject. */
export type DifferenceIntervals = readonly Record<string, readonly [low: number, high: number]>[]

/** What a comparison needs to know of each. */
export type Compared = Pick<CityProfile, 'city' | 'year' | 'headline' | 'subjects' | 'series' | 'rankHistory'>

/**
 * @param reference place of the one that the others are measured against
 * @param group whose medians they are measured against instead: they stand last, with a letter of their own
 */
export function compareSpec(
  profiles: readonly Compared[],
  language: Language,
  intervals: DifferenceIntervals | null = null,
  reference = 0,
  group: ComparedGroup | null = null,
): CompareSpec {
  const cities = profiles.map(({ city }, i) => ({
    letter: String.fromCharCode(65 + i),
    name: shortName(city, language),
    look: CITY_LOOKS[i % CITY_LOOKS.length] as (typeof CITY_LOOKS)[number],
  }))
  const rows = rowsOf(profiles, language, intervals, reference)
  const panels = (of: ComparePanels['of']) => {
    const said = profiles.map(of === 'share' ? sharesOf : ranksOf)
    if (!group) return panelsOf(of, said, language)
    const own = panelsOf(of, [...said, mediansOf(group, of)], language)
    return own && withQuartiles(own, group)
  }
  return {
    cities: group ? [...cities, medianCity(group, language)] : cities,
    reference: group ? cities.length : reference,
    year: profiles[0]?.year ?? 0,
    rows: group ? rows.map((row) => withMedian(row, group)) : rows,
    shares: panels('share'),
    ranks: panels('rank'),
  }
}

function rowsOf(
  profiles: readonly Compared[],
  language: Language,
  intervals: DifferenceIntervals | null,
  reference: number,
): CompareRow[] {
  const name = (key: string) => translate(language, `plates.compare.rows.${key}`)
  const rowOf = (subject: Subject) => (profile: Compared) =>
    subject === 'all' ? profile.headline : profile.subjects.find((row) => row.subject === subject)
  const shares = ALL_SUBJECTS.map((subject): CompareRow => {
    const values = profiles.map((profile) => rowOf(subject)(profile)?.share ?? null)
    const halves = intervals && intervals.map((own, at) => (at === reference ? null : halfOf(own[subject])))
    return { subject, name: name(subject), measure: 'share', values, halves }
  })
  const counts = profiles.map(({ headline }) => headline.countPerShare)
  return [
    ...shares,
    {
      subject: null,
      name: measureOf('countPerShare').label[language],
      measure: 'countPerShare',
      values: counts,
      halves: null,
    },
  ]
}

const halfOf = (interval: readonly [low: number, high: number] | undefined): number | null =>
  interval ? (interval[1] - interval[0]) / 2 : null

export const sharesOf = ({ series }: Pick<CityProfile, 'series'>): Said[] =>
  series.flatMap(({ subject, year, scope, edition, share, provenance }) =>
    share === null ? [] : [{ subject, year, scope, edition, value: share, hollow: provenance === 'sample' }],
  )

export const ranksOf = ({ rankHistory, headline }: Pick<Compared, 'rankHistory' | 'headline'>): Said[] =>
  rankHistory.map(({ subject, year, scope, edition, rank }) => ({
    subject,
    year,
    scope,
    edition,
    value: rank,
    hollow: headline.provenance === 'sample',
  }))

/** Null where no city has two years in a row of one scope: there is no line to draw. */
function panelsOf(
  of: ComparePanels['of'],
  said: readonly Said[][],
  language: Language,
): ComparePanels | null {
  const spoken = said.map(ownOf)
  const subjects = ALL_SUBJECTS.filter((subject) => spoken.some((all) => hasLine(all, subject)))
  if (subjects.length === 0) return null
  // Shares are compared subject by subject throughout, ranks where there is a history of them.
  const shown =
    of === 'share'
      ? ALL_SUBJECTS.filter((each) => spoken.some((all) => all.some(({ subject }) => subject === each)))
      : subjects
  const slots = slotsOf(spoken.flat().filter(({ subject }) => (shown as readonly string[]).includes(subject)))
  const panels = shown.map((subject) => ({
    subject,
    head: translate(language, `plates.compare.panels.${subject}`),
    points: spoken.map((all) => slots.map((slot) => pointAt(all, subject, slot))),
  }))
  return { of, slots, panels }
}

/** The edition that covered a year itself speaks for it. */
export function ownOf(said: readonly Said[]): Said[] {
  const best = new Map<string, Said>()
  const far = ({ edition, year }: Said) => Math.abs(edition - year - 1)
  for (const each of said) {
    const key = `${each.subject}\t${each.year}\t${each.scope}`
    const known = best.get(key)
    if (!known || far(each) < far(known)) best.set(key, each)
  }
  return [...best.values()]
}

/** Whether two years that follow one another have values of one scope. */
function hasLine(said: readonly Said[], subject: string): boolean {
  const own = said.filter((each) => each.subject === subject)
  return own.some(({ year, scope }) => own.some((next) => next.year === year + 1 && next.scope === scope))
}

/** Years of each scope in a row, with a gap between two scopes. */
export function slotsOf(said: readonly Said[]): Slot[] {
  const scopes = [...Map.groupBy(said, ({ scope }) => scope)]
    .map(([scope, points]) => {
      const years = points.map(({ year }) => year)
      return { scope, from: Math.min(...years), to: Math.max(...years) }
    })
    .sort((a, b) => a.to - b.to || a.from - b.from)
  return scopes.flatMap(({ scope, from, to }, i): Slot[] => {
    const years = Array.from({ length: to - from + 1 }, (_, k): Slot => ({ year: from + k, scope }))
    return i === 0 ? years : [{ gap: true }, ...years]
  })
}

export function pointAt(said: readonly Said[], subject: string, slot: Slot): ComparePoint | null {
  if ('gap' in slot) return null
  const found = said.find(
    (each) => each.subject === subject && each.year === slot.year && each.scope === slot.scope,
  )
  return found ? { value: found.value, hollow: found.hollow } : null
}

/** The city that leads in each subject in which all are known, by Share, else by rank; null where they are not. */
export function leadersOf(profiles: readonly Compared[]): (number | null)[] {
  return SUBJECTS.map((subject) => {
    const rows = profiles.map((profile) => profile.subjects.find((row) => row.subject === subject))
    return (
      first(rows.map((row) => row?.share ?? null)) ?? first(rows.map((row) => negative(row?.rank ?? null)))
    )
  })
}

const negative = (rank: number | null) => (rank === null ? null : -rank)

/** Place of the only largest; null where one is unknown or two are level. */
function first(values: readonly (number | null)[]): number | null {
  if (values.some((value) => value === null)) return null
  const most = Math.max(...(values as number[]))
  const at = values.indexOf(most)
  return values.indexOf(most, at + 1) < 0 ? at : null
}
