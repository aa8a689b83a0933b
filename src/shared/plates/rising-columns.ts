/** The columns of numbers beside the tracks: as many as leave room to read the tracks. */
import type { RisingFigure, RisingMark } from '../figures/rising.ts'
import type { Measure, Weight } from '../figures/text.ts'
import { formatFigure } from '../format/figures.ts'
import { formatSigned } from '../format/numbers.ts'
import { translate } from '../i18n/index.ts'
import { change as changeMeasure, changePct as percentMeasure } from '../measures/change.ts'
import type { Tone } from './parts.ts'

type ColumnKey = 'from' | 'to' | 'change' | 'changePct'

export interface NumberColumn {
  key: ColumnKey
  /** Two lines. */
  head: [string, string]
  /** The column that the rows are ordered by. */
  bold: boolean
  tone: Tone
  text: (mark: RisingMark) => string
  /** Its words alone. */
  width: number
}

const DASH = '–'

/** Left to right. */
const ORDER: ColumnKey[] = ['from', 'to', 'change', 'changePct']

/** Narrow figures leave out first what is least asked for. */
const keptFirst = (sort: RisingFigure['sort']): ColumnKey[] =>
  sort === 'changePct' ? ['changePct', 'to', 'from', 'change'] : ['change', 'to', 'from', 'changePct']

interface Sized {
  size: number
  measure: Measure
  /** Most that the columns may take, their gaps included. */
  most: number
  gap: number
}

export function numberColumns(
  figure: RisingFigure,
  marks: readonly RisingMark[],
  { size, measure, most, gap }: Sized,
): NumberColumn[] {
  const all = new Map(ORDER.map((key) => [key, column(key, figure, marks, size, measure)]))
  const kept = new Set<ColumnKey>()
  let taken = 0
  for (const key of keptFirst(figure.sort)) {
    taken += (all.get(key)?.width ?? 0) + gap
    if (kept.size > 0 && taken > most) break
    kept.add(key)
  }
  return ORDER.flatMap((key) => (kept.has(key) ? [all.get(key) as NumberColumn] : []))
}

function column(
  key: ColumnKey,
  figure: RisingFigure,
  marks: readonly RisingMark[],
  size: number,
  measure: Measure,
): NumberColumn {
  const { language, from, to, base, sort } = figure
  const year = key === 'from' ? from : to
  const words = key === 'from' || key === 'to' ? (year === base ? 'share' : 'adjusted') : key
  const head = (line: string) => translate(language, `plates.rising.heads.${words}.${line}`, { year })
  const bold = key === sort
  const text = (mark: RisingMark): string => numberText(key, mark, figure)
  const weight: Weight = bold ? 600 : 400
  const heads: [string, string] = [head('first'), head('second')]
  // The row being read is bold in every column.
  const widths = [
    ...heads.map((line) => measure(line, size, weight)),
    ...marks.map((mark) => measure(text(mark), size, 600)),
  ]
  return {
    key,
    head: heads,
    bold,
    tone: key === 'from' ? 'ink2' : 'ink',
    text,
    width: Math.max(...widths),
  }
}

export function numberText(key: ColumnKey, mark: RisingMark, { language }: RisingFigure): string {
  switch (key) {
    case 'from':
    case 'to':
      return formatFigure('share', mark[key].value, language)
    case 'change':
      return formatSigned(mark.change, changeMeasure.decimals, language)
    case 'changePct':
      return mark.changePct === null ? DASH : formatSigned(mark.changePct, percentMeasure.decimals, language)
  }
}
