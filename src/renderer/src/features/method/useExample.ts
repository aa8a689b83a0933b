/** A worked example in words and numbers of the session. */
import type { ComputedRef } from 'vue'
import { computed } from 'vue'
import type { ExampleColumn, ExampleRow, WorkedExample } from '../../../../shared/contract/indicators.ts'
import type { Indicator } from '../../../../shared/measures/measure.ts'
import { useWords } from '../../i18n/useWords.ts'
import type { Formula } from './formula.ts'
import { parseFormula } from './formula.ts'

/** A part of one article needs more digits than the figures of a city. */
const DIGITS_OF_A_PART = 4

export function useExample(example: ComputedRef<WorkedExample | null>, indicator: () => Indicator) {
  const { t, nameOf, number, signed } = useWords()
  const isSigned = computed(
    () => indicator().unit !== 'rank' && /^adjusted-change|^rank-change/.test(indicator().indicator),
  )

  const valueText = (column: ExampleColumn, value: number): string => number(value, column.decimals)
  const resultText = (value: number): string => {
    const decimals = example.value?.of === 'authors' ? DIGITS_OF_A_PART : indicator().decimals
    const text = isSigned.value ? signed(value, decimals) : number(value, decimals)
    return indicator().unit === 'percent' ? `${text} %` : text
  }
  const rowName = (row: ExampleRow): string => {
    if (row.subject) return t(`common.subjects.${row.subject}`)
    const name = nameOf(row.label)
    return row.partner ? t('methodExample.pair', { a: name, b: nameOf(row.partner) }) : name
  }

  const worked = computed(() => example.value?.rows[0] ?? null)
  const years = computed(() => {
    const { from, year } = example.value ?? { from: null, year: 0 }
    return from === null ? String(year) : t('methodExample.years', { from, to: year })
  })
  const title = computed(() => {
    const shown = example.value
    const row = worked.value
    if (!shown || !row) return ''
    const when = years.value
    if (shown.article) return t('methodExample.titleArticle', { name: nameOf(shown.article.of), when })
    if (row.partner)
      return t('methodExample.titlePair', { name: nameOf(row.label), partner: nameOf(row.partner), when })
    const name = nameOf(row.label)
    if (shown.band) return t('methodExample.titleReplicate', { name, city: nameOf(shown.band.of), when })
    if (row.subject)
      return t('methodExample.titleSubject', { name, subject: t(`common.subjects.${row.subject}`), when })
    return t('methodExample.title', { name, when })
  })
  const head = (column: ExampleColumn): string => {
    const { from, year, article } = example.value as WorkedExample
    const name = article ? nameOf(article.of) : ''
    return t(`methodExample.columns.${column.key}`, { from: from ?? '', to: year, name })
  }
  /** The formula with the numbers of the first row in it. */
  const filled = computed<Formula | null>(() => {
    const row = worked.value
    if (!example.value || !row) return null
    const { columns, filled: pattern } = example.value
    const text = columns.reduce(
      (said, column, at) => said.replace(`{${column.key}}`, valueText(column, row.values[at] ?? 0)),
      pattern,
    )
    return parseFormula(`${text} = ${resultText(row.result)}`)
  })
  /** What all re-samples say, where the rows are the first of them. */
  const band = computed(() => {
    const made = example.value?.band
    if (!made) return null
    const { of, low, high, share, seed, replicates } = made
    return t('methodExample.band', {
      name: nameOf(of),
      low: resultText(low),
      high: resultText(high),
      share: resultText(share),
      seed,
      n: number(replicates, 0),
    })
  })
  const reference = computed<'printed' | 'views'>(() => (example.value?.printed ? 'printed' : 'views'))
  return { band, worked, title, head, filled, reference, valueText, resultText, rowName }
}
