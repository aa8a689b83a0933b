import type { RankingList } from '../contract/rankings.ts'
import { formatFigure } from '../format/figures.ts'
import { formatNumber } from '../format/numbers.ts'
import { units, word } from './names.ts'
import { figureRows, markNotes, rankingWords, topRows } from './ranking-rows.ts'
import type { DotsSpec, FigureOptions, FigureReference, FigureRow } from './spec.ts'

/** Dots of Count ÷ Share in the order of the list, with the median of the whole list as a reference line. */
export function countPerShare(list: RankingList, options: FigureOptions): DotsSpec {
  const source = topRows(list, options)
  const rows = figureRows(source, 'countPerShare', options)
  const notes = markNotes(rows, source, options)
  return {
    kind: 'dots',
    ...rankingWords(list, rows, 'ratio', options),
    title: options.title ?? ratioFinding(list, rows, options),
    rows,
    reference: medianOf(list, options),
    notes: [word(options.language, 'ratio.note', { units: units(list, options.language) }), ...notes],
  }
}

function ratioFinding(list: RankingList, rows: FigureRow[], { language }: FigureOptions): string {
  const published = rows.filter((row) => row.value !== null)
  const most = published.reduce<FigureRow | null>(
    (best, row) => (best === null || (row.value ?? 0) > (best.value ?? 0) ? row : best),
    null,
  )
  if (most && published.length > 1) return word(language, 'ratio.title', { a: most.label, value: most.text })
  const values = { count: rows.length, units: units(list, language), year: list.filters.year }
  return word(language, 'ratio.titlePlain', values)
}

/** Null where the list was cut or has fewer than three values: then a median would say little or mislead. */
function medianOf(list: RankingList, { language }: FigureOptions): FigureReference | null {
  const values = list.rows
    .flatMap((row) => (row.countPerShare === null ? [] : [row.countPerShare]))
    .sort((a, b) => a - b)
  if (list.rows.length < list.total || values.length < 3) return null
  const middle = (values.length - 1) / 2
  const value = ((values[Math.floor(middle)] ?? 0) + (values[Math.ceil(middle)] ?? 0)) / 2
  const label = word(language, 'ratio.reference', {
    n: formatNumber(values.length, 0, language),
    units: units(list, language),
    value: formatFigure('countPerShare', value, language),
  })
  return { value, label }
}
