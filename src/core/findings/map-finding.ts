import type { EntityLabel, Finding } from '../../shared/contract/common.ts'
import type { Language } from '../../shared/domain/language.ts'
import { inEveryLanguage, nameIn } from '../../shared/domain/language.ts'
import { shortName } from '../../shared/format/names.ts'
import { formatFigure } from '../../shared/format/figures.ts'
import { formatNumber } from '../../shared/format/numbers.ts'
import { translate } from '../../shared/i18n/index.ts'
import { UNKNOWN_REGION } from '../articles/entities.ts'

interface FoundCity extends EntityLabel {
  region: EntityLabel
  share: number
  score: number | null
}

export interface MapView {
  /** Drawn, the largest Share first. */
  cities: readonly FoundCity[]
  focus: FoundCity | null
  /** Drawn, the highest score first. */
  partners: readonly FoundCity[]
  filters: { region: string | null }
}

const LEADERS = 10

/**
 * The focus's strongest link, and how many of its strongest partners lie in another region; without links how much of
 * the Share the leading ten hold. Null where the map carries neither.
 */
export function mapFinding({ cities, focus, partners, filters }: MapView): Finding | null {
  const [first] = partners
  if (focus && first)
    return inEveryLanguage((language) =>
      linkSentence(focus, filters.region === null ? partners : [first], language),
    )
  if (focus || cities.length < 2 * LEADERS) return null
  return inEveryLanguage((language) => leaderSentence(cities, language))
}

function linkSentence(focus: FoundCity, partners: readonly FoundCity[], language: Language): string {
  const [first] = partners as [FoundCity, ...FoundCity[]]
  const say = (key: string, values = {}) => translate(language, `findings.${key}`, values)
  const lead = translate(language, 'maps.findingFirst', {
    focus: shortName(focus, language),
    first: shortName(first, language),
    score: formatFigure('score', first.score ?? 0, language),
  })
  const regions = [focus, ...partners].map(({ region }) => region.id)
  if (partners.length < 2 || regions.includes(UNKNOWN_REGION)) return lead + say('stop')
  const outside = partners.filter(({ region }) => region.id !== focus.region.id).length
  const values = { n: partners.length, outside, region: regionIn(focus.region, language) }
  const key = outside === 0 ? 'findingInside' : outside === 1 ? 'findingOutsideOne' : 'findingOutside'
  return lead + translate(language, `maps.${key}`, values) + say('stop')
}

function leaderSentence(cities: readonly FoundCity[], language: Language): string {
  const sum = (some: readonly FoundCity[]) => some.reduce((total, { share }) => total + share, 0)
  const percent = (100 * sum(cities.slice(0, LEADERS))) / sum(cities)
  return translate(language, 'maps.findingLeaders', {
    leaders: LEADERS,
    percent: formatFigure('regionSharePct', percent, language),
    cities: formatNumber(cities.length, 0, language),
  })
}

/** A region as a sentence says it, in English with its article. */
export function regionIn({ name, nameZh }: EntityLabel, language: Language): string {
  const said = nameIn(language, name, nameZh)
  return language === 'en' && /^(United|Netherlands|Philippines|Chinese mainland)/.test(said)
    ? `the ${said}`
    : said
}
