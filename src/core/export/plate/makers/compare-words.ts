/** What a comparison says in sentences: its findings, computed from the rows. */
import { differenceFrom } from '../../../../shared/domain/difference.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import { SUBJECTS } from '../../../../shared/domain/subjects.ts'
import { formatFigure } from '../../../../shared/format/figures.ts'
import { formatNumber } from '../../../../shared/format/numbers.ts'
import type { Values } from '../../../../shared/i18n/index.ts'
import { translate } from '../../../../shared/i18n/index.ts'
import type { Compared } from '../../../../shared/plates/compare/from-profiles.ts'
import { leadersOf } from '../../../../shared/plates/compare/from-profiles.ts'
import type { CompareSpec } from '../../../../shared/plates/compare/spec.ts'

export const sayCompare = (language: Language, key: string, values: Values = {}): string =>
  translate(language, `plates.compare.${key}`, values)

/** "a", "a and b", "a, b and c". */
export function listed(names: readonly string[], language: Language): string {
  if (names.length < 2) return names.join('')
  const comma = language === 'zh' ? '、' : translate(language, 'figures.list')
  return names.slice(0, -1).join(comma) + sayCompare(language, 'and') + (names.at(-1) ?? '')
}

/** Who leads in which subjects; where not all are known who has the largest Share. */
export function leadTitle(spec: CompareSpec, profiles: readonly Compared[], language: Language): string {
  const leaders = leadersOf(profiles)
  const known = leaders.filter((leader) => leader !== null)
  if (known.length < 2) return shareTitle(spec, language)
  const fields = spec.cities.map((_, at) => SUBJECTS.filter((_subject, i) => leaders[i] === at))
  const groups = fields
    .map((led, at) => ({ city: spec.cities[at]?.name ?? '', led, at }))
    .filter(({ led }) => led.length > 0)
    .sort((a, b) => b.led.length - a.led.length || a.at - b.at)
  const parts = groups.map(({ city, led }, i) => {
    const also = i === 0 ? '' : 'Also'
    if (led.length === SUBJECTS.length) return sayCompare(language, 'titles.all', { city })
    // A number says it only where every subject is known.
    if (led.length > 2 && known.length === SUBJECTS.length)
      return sayCompare(language, `titles.some${also}`, {
        city,
        n: sayCompare(language, `numbers.n${led.length}`),
      })
    const names = led.map((subject) => sayCompare(language, `fields.${subject}`))
    return sayCompare(language, `titles.named${also}`, { city, fields: listed(names, language) })
  })
  return parts.join(sayCompare(language, 'titles.join'))
}

/** Of those compared: a group's median leads nobody. */
function shareTitle({ cities: all, rows }: CompareSpec, language: Language): string {
  const cities = all.filter(({ isMedian }) => !isMedian)
  const shares = rows[0]?.values ?? []
  const order = cities
    .flatMap(({ name }, at) => {
      const share = shares[at]
      return share === null || share === undefined ? [] : [{ name, share }]
    })
    .sort((a, b) => b.share - a.share)
  const [a, b] = order
  const names = listed(
    cities.map(({ name }) => name),
    language,
  )
  if (!a || !b || order.length < cities.length) return sayCompare(language, 'titles.plain', { cities: names })
  if (b.share <= 0 || a.share / b.share < 1.05)
    return sayCompare(language, 'titles.level', { a: a.name, b: b.name })
  const times = formatNumber(a.share / b.share, a.share / b.share < 10 ? 1 : 0, language)
  return sayCompare(language, 'titles.times', { a: a.name, b: b.name, times })
}

/** How far the others' Shares are from that of the reference; the nearest of those on a page. */
export function differenceTitle(
  { cities, rows, reference: own }: CompareSpec,
  others: readonly number[],
  language: Language,
): string | null {
  const shares = rows[0]?.values ?? []
  const reference = cities[own]
  const gaps = cities
    .flatMap(({ name }, at) => {
      const difference = others.includes(at) ? differenceFrom(shares[own], shares[at]) : null
      return difference ? [{ name, gap: difference.absolute }] : []
    })
    .sort((a, b) => Math.abs(a.gap) - Math.abs(b.gap))
  const [nearest] = gaps
  if (!nearest || !reference) return null
  const key = Math.abs(nearest.gap) < 0.005 ? 'same' : nearest.gap < 0 ? 'behind' : 'ahead'
  const gap = formatFigure('share', Math.abs(nearest.gap), language)
  return sayCompare(language, `titles.${key}`, { city: nearest.name, reference: reference.name, gap })
}

/** The cities' ranks over all subjects, in the year compared; null where fewer than two are known. */
export function rankTitle(
  profiles: readonly Compared[],
  spec: CompareSpec,
  language: Language,
): string | null {
  const ranks = profiles.flatMap(({ headline }, at) =>
    headline.rank === null ? [] : [{ name: spec.cities[at]?.name ?? '', rank: headline.rank }],
  )
  if (ranks.length < 2) return null
  const said = ranks.map(({ name, rank }, i) =>
    sayCompare(language, i === 0 ? 'titles.rank' : 'titles.rankAlso', {
      city: name,
      rank: formatNumber(rank, 0, language),
    }),
  )
  return sayCompare(language, 'titles.ranks', { year: String(spec.year), ranks: listed(said, language) })
}
