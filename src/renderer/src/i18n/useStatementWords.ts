/** Words for printed statements: what is stated, its value as printed, and how exact the source says it is. */
import { computed } from 'vue'
import type { Statement } from '../../../shared/contract/cities.ts'
import { printedDecimals } from '../../../shared/format/numbers.ts'
import { measureOf } from '../../../shared/measures/by-id.ts'
import { hasOwnNumber, isRelation } from '../../../shared/domain/relations.ts'
import { markBefore } from '../../../shared/format/qualifiers.ts'
import { scopeName } from '../../../shared/figures/names.ts'
import { useQuery } from '../stores/useQuery.ts'
import { useWords } from './useWords.ts'

// Statements that are no indicators of their own, or read otherwise in a list.
const OWN_WORDS = [
  'rank',
  'rank-change',
  'top-collaboration',
  'institution-rank',
  'chinese-cities-in-top10',
  'adjusted-change-pct',
]

export { markBefore, qualifierMark } from '../../../shared/format/qualifiers.ts'

export function useStatementWords() {
  const { t, pick, nameOf, number, signed, language } = useWords()
  const { data } = useQuery('indicators.list', () => ({}))

  function label(said: Statement): string {
    if (isRelation(said.indicator)) return t(`statements.${said.indicator}`, relation(said))
    if (OWN_WORDS.includes(said.indicator)) return t(`rankings.said.${said.indicator}`)
    const known = data.value?.indicators.find(({ indicator }) => indicator === said.indicator)
    return known ? pick(known.label) : said.indicator
  }
  const pair = (said: Statement): string =>
    [said.institutionA, said.institutionB].flatMap((each) => (each ? [nameOf(each)] : [])).join(' – ')
  const period = (said: Statement): string =>
    said.yearFrom !== null && said.yearFrom !== said.yearTo
      ? `${said.yearFrom}–${said.yearTo ?? ''}`
      : `${said.yearTo ?? ''}`
  /** What fills the words of a statement that compares; its number stands in them with its sign. */
  const relation = (said: Statement) => ({
    city: said.city ? nameOf(said.city) : '',
    other: said.otherCity ? nameOf(said.otherCity) : '',
    value: said.value === null ? '' : markBefore(said.qualifier) + printed(said, said.value),
  })
  /** Shares are printed with the decimals of their measure; of other numbers the digits say how many there are. */
  const decimalsOf = ({ decimals, indicator }: Statement, of: number): number =>
    decimals ?? (indicator === 'share' ? measureOf('share').decimals : printedDecimals(of))
  const printed = (said: Statement, of: number): string => number(of, decimalsOf(said, of))
  /** Null where the source prints no number, '' where the statement needs none beside its words. */
  function value(said: Statement): string | null {
    if (isRelation(said.indicator) && !hasOwnNumber(said.indicator) && said.indicator !== 'named-pair')
      return ''
    if (said.value === null) return null
    const decimals = decimalsOf(said, said.value)
    const text = /change/.test(said.indicator) ? signed(said.value, decimals) : number(said.value, decimals)
    if (said.unit === 'million') return t('rankings.said.million', { n: text })
    return said.unit.startsWith('percent') ? t('city.unitPercent', { value: text }) : text
  }
  const scope = (id: string | null): string => scopeName(id, language.value) || t('city.noScope')
  /** Whether the names of indicators are there; until then their ids stand for them. */
  const ready = computed(() => data.value !== null)
  return { label, pair, period, value, scope, ready }
}
