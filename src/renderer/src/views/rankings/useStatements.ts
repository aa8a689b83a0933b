/** Printed statements of a city as lines to read: label, value as printed, how exact the source says it is. */
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import type { Statement } from '../../../../shared/contract/cities.ts'
import { printedDecimals } from '../../../../shared/format/numbers.ts'
import { useQuery } from '../../composables/useQuery.ts'
import { useWords } from '../../composables/useWords.ts'
import { useDatasets } from '../../stores/datasets.ts'

export interface SaidLine {
  key: number
  label: string
  remark: string
  /** Null where the source makes the statement without a number. */
  value: string | null
  approximate: boolean
  /** File and line, for the tooltip. */
  source: string
}

// These stand in the readout or the table's row already, for the year that is shown.
const IN_READOUT = ['share', 'count', 'region-share-pct', 'rank']
const OWN_WORDS = [
  'rank',
  'rank-change',
  'top-collaboration',
  'institution-rank',
  'chinese-cities-in-top10',
  'country-share-pct',
  'adjusted-change-pct',
]

export function useStatements(
  statements: () => readonly Statement[],
  subject: () => string,
  year: () => number,
): ComputedRef<SaidLine[]> {
  const { t, pick, nameOf, number, signed } = useWords()
  const datasets = useDatasets()
  const { data } = useQuery('indicators.list', () => ({}))

  function label(said: Statement): string {
    const known = data.value?.indicators.find(({ id }) => id === said.indicator)
    const pair = [said.institutionA, said.institutionB].flatMap((each) => (each ? [nameOf(each)] : []))
    const period =
      said.yearFrom !== null && said.yearFrom !== said.yearTo
        ? `${said.yearFrom}–${said.yearTo}`
        : `${said.yearTo ?? ''}`
    // A few kinds of statement are no indicators, and a rank stands here without its change.
    const own = OWN_WORDS.includes(said.indicator) ? t(`rankings.said.${said.indicator}`) : null
    const name = own ?? (known ? pick(known.label) : said.indicator)
    return [name, pair.join(' – '), period].filter(Boolean).join(t('common.clause'))
  }
  function value(said: Statement): string | null {
    if (said.value === null) return null
    const decimals = printedDecimals(said.value)
    const text = /change/.test(said.indicator) ? signed(said.value, decimals) : number(said.value, decimals)
    if (said.unit === 'million') return t('rankings.said.million', { n: text })
    return said.unit.startsWith('percent') ? `${text} %` : text
  }
  /** How exact the source says the figure is, and which edition printed it where that is not the one in use. */
  function remark(said: Statement): string {
    const qualifier = said.qualifier === 'exact' ? '' : t(`common.qualifiers.${said.qualifier}`)
    const same = String(said.edition) === datasets.detail?.edition
    return [qualifier, same ? '' : t('rankings.said.edition', { n: said.edition })]
      .filter(Boolean)
      .join(t('common.clause'))
  }
  return computed(() =>
    statements()
      .filter((said) => said.subject === subject())
      .filter((said) => !(IN_READOUT.includes(said.indicator) && said.yearTo === year()))
      .map((said) => ({
        key: said.figureId,
        label: label(said),
        remark: remark(said),
        value: value(said),
        approximate: said.qualifier === 'about' || said.qualifier === 'nearly',
        source: `${said.source.file}:${said.source.line}`,
      })),
  )
}
