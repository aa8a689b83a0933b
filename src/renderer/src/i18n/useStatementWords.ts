/** Words for printed statements: what is stated, its value as printed, and how exact the source says it is. */
import type { Statement } from '../../../shared/contract/cities.ts'
import { printedDecimals } from '../../../shared/format/numbers.ts'
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
  /** Null where the source prints no number. */
  function value(said: Statement): string | null {
    if (said.value === null) return null
    const decimals = said.decimals ?? printedDecimals(said.value)
    const text = /change/.test(said.indicator) ? signed(said.value, decimals) : number(said.value, decimals)
    if (said.unit === 'million') return t('rankings.said.million', { n: text })
    return said.unit.startsWith('percent') ? t('city.unitPercent', { value: text }) : text
  }
  const scope = (id: string | null): string => scopeName(id, language.value) || t('city.noScope')
  return { label, pair, period, value, scope }
}
