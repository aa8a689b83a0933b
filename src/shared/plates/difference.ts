/** How far one bar is behind another: an arrow to a line dropped from the other's end, and words beside it. */
import { label } from './label.ts'
import type { Measure } from '../figures/text.ts'
import { barBox, numberAt } from './chart-places.ts'
import type { ChartPart, Part, TextPart } from './parts.ts'

/** In drawing units of slides, 0.6 pt each, of a label of 12 pt: shorter gaps get a bracket, and none under the least. */
const BRACKET = 15.6
const LEAST = 3.6

export interface DifferenceLook {
  /** Right end of what may be written. */
  edge: number
  size: number
  measure: Measure
  /** Without a ground nothing is hidden behind words. */
  transparent: boolean
}

interface Ends {
  row: number
  /** Ends of the bar in that row and of the other one; equal where there is no other to be reached. */
  from: number
  to: number
  /** Bottom of the other bar; null where no line is dropped. */
  drop: number | null
}

/**
 * Words and shapes in `row`, from the end of its bar to that of `other`, both rows of the chart; without `other` the words
 * alone. Nothing where not even the shortest wording fits.
 */
export function differenceParts(
  chart: ChartPart,
  {
    row,
    other,
    wordings,
    name,
  }: { row: number; other: number | null; wordings: readonly string[]; name: string },
  look: DifferenceLook,
): Part[] {
  const ends = endsOf(chart, row, other, look.size / 12)
  if (!ends) return []
  const { size } = look
  const unit = size / 20
  const slot = chart.plot.height / Math.max(1, chart.sheet.rows.length)
  const middle = chart.plot.y + slot * (row + 0.5)
  const gap = ends.to - ends.from
  const arrows = ends.drop !== null && gap >= LEAST * (size / 12)
  const words = placeWords(ends, arrows ? gap : 0, wordings, look)
  const parts: Part[] = []
  if (arrows && ends.drop !== null) {
    const bottom = chart.plot.y + slot * (row + 1) - 3 * unit
    const dotted = {
      kind: 'line',
      x1: ends.to,
      x2: ends.to,
      tone: 'ink',
      width: 1.6 * unit,
      dash: 'dot',
    } as const
    parts.push({ ...dotted, y1: ends.drop, y2: bottom })
    const shaft = { kind: 'line', tone: 'needle', width: 2.4 * unit, y1: middle, y2: middle } as const
    if (gap < BRACKET * (size / 12)) {
      parts.push({ ...shaft, x1: ends.from, x2: ends.to })
      parts.push({
        ...shaft,
        x1: ends.from + 1.2 * unit,
        x2: ends.from + 1.2 * unit,
        y1: middle - 6 * unit,
        y2: middle + 6 * unit,
      })
    } else parts.push({ ...shaft, x1: ends.from + 3 * unit, x2: ends.to - 2 * unit, arrow: true })
  }
  if (words) {
    const { x, text, width } = words
    const pad = 5 * unit
    if (!look.transparent)
      parts.push({
        kind: 'rect',
        box: { x: x - pad, y: middle - size * 0.62, width: width + 2 * pad, height: size * 1.24 },
        fill: 'bg',
      })
    parts.push(wordsPart(text, x, middle + size * 0.35, size))
  }
  return parts.length === 0 ? [] : [{ kind: 'group', name, parts }]
}

function endsOf(chart: ChartPart, row: number, other: number | null, scale: number): Ends | null {
  const series = chart.series[0]
  if (!series) return null
  const own = numberAt(chart, row, series.column)
  if (own === null) return null
  const at = barBox(chart, row, 0, own)
  const from = at.x + at.width
  const reached = other === null ? null : numberAt(chart, other, series.column)
  if (other === null || reached === null) return { row, from, to: from, drop: null }
  const over = barBox(chart, other, 0, reached)
  const to = over.x + over.width
  return { row, from, to, drop: to - from < LEAST * scale ? null : over.y + over.height }
}

/** Right of both bars, else in the midst of a long arrow; the longest wording that has room. */
function placeWords(
  ends: Ends,
  gap: number,
  wordings: readonly string[],
  { edge, size, measure }: DifferenceLook,
) {
  const start = Math.max(ends.from, ends.to) + size * 0.7
  for (const text of wordings) {
    const width = measure(text, size, 600)
    if (start + width <= edge) return { x: start, text, width }
    if (gap - width >= size * 3) return { x: ends.from + (gap - width) / 2 - size * 0.2, text, width }
  }
  return null
}

const wordsPart = (text: string, x: number, y: number, size: number): TextPart =>
  label(text, x, y, size, { tone: 'needleText', weight: 600 })
