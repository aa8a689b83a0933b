/** Which words and lines of a chart's axes are its own, and which must be shapes beneath it. */
import { formatNumber } from '../../../shared/format/numbers.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { categoryX, placedTicks, xOf, yOf } from '../../../shared/plates/chart-places.ts'
import type { Align, Axis, ChartPart, Part, Rectangle } from '../../../shared/plates/parts.ts'

/** How a native axis shows the ticks that were laid out; where it cannot, `native` is false. */
export interface AxisForm {
  native: boolean
  /** Distance of its ticks. */
  unit?: number
  /** Number format of its words. */
  format: string
}

const PLAIN = '#,##0'

/**
 * A native axis counts from its beginning in equal steps and has one look for all words: other ticks (of logarithms, at
 * chosen places, bold ones) are drawn as shapes.
 */
export function axisForm(axis: Axis, language: Language): AxisForm {
  const { ticks, min, max } = axis
  const none = { native: false, format: PLAIN }
  const [first, second] = ticks
  if (axis.log || !first || !second || ticks.some(({ bold }) => bold)) return none
  const unit = second.at - first.at
  const near = (a: number, b: number) => Math.abs(a - b) < Math.abs(unit) * 1e-6
  const steps = Math.floor((max - min) / unit + 1e-6) + 1
  const even = unit > 0 && steps === ticks.length && ticks.every(({ at }, i) => near(at, min + i * unit))
  const format = even ? formatOf(axis, language) : null
  return format === null ? none : { native: true, unit, format }
}

/** The number format that says the ticks' words; null where none does. */
function formatOf({ ticks }: Axis, language: Language): string | null {
  const decimals = [0, 1, 2, 3].find((n) =>
    ticks.every(({ at, label }) => label === formatNumber(at, n, language)),
  )
  if (decimals === undefined) return ticks.every(({ label }) => label === '') ? PLAIN : null
  const plain = decimals === 0 ? PLAIN : `${PLAIN}.${'0'.repeat(decimals)}`
  return ticks.some(({ at }) => at < 0) ? `${plain};−${plain}` : plain
}

/** Whether the chart itself writes its categories: one size and weight for all. */
export const ownCategories = ({ type, categories, size }: ChartPart): boolean =>
  type === 'line' &&
  categories?.labels === true &&
  categories.bold === undefined &&
  (categories.size ?? size) === size

/** Lines and words of the axes that the chart cannot draw itself; they stand beneath it. */
export function axisShapes(chart: ChartPart, language: Language): Part[] {
  const across = chart.type === 'bar'
  return [
    ...shapesOf(chart, chart.value, across, language),
    ...(chart.x ? shapesOf(chart, chart.x, true, language) : []),
    ...categoryShapes(chart),
  ]
}

function shapesOf(chart: ChartPart, axis: Axis, across: boolean, language: Language): Part[] {
  if (axisForm(axis, language).native) return []
  const { plot } = chart
  const lines = axis.grid ? axis.ticks.map(({ at }) => gridLine(plot, axis, at, across)) : []
  const labels = placedTicks(plot, axis, chart.size).map((tick) => word(tick, chart.size))
  return [...lines, ...labels]
}

function gridLine(plot: Rectangle, axis: Axis, at: number, across: boolean): Part {
  const x = xOf(plot, axis, at)
  const y = yOf(plot, axis, at)
  const place = across
    ? { x1: x, y1: plot.y, x2: x, y2: plot.y + plot.height }
    : { x1: plot.x, y1: y, x2: plot.x + plot.width, y2: y }
  return { kind: 'line', ...place, tone: 'line', width: 0.6 }
}

function categoryShapes(chart: ChartPart): Part[] {
  const { categories, plot, sheet } = chart
  if (chart.type !== 'line' || !categories?.labels || ownCategories(chart)) return []
  const size = categories.size ?? chart.size
  return sheet.rows.flatMap((row, i) => {
    const text = String(row[0] ?? '')
    if (text === '') return []
    const x = categoryX(plot, sheet.rows.length, i)
    const y = plot.y + plot.height + size * 1.35
    return [word({ text, x, y, align: 'center', bold: categories.bold === i }, size)]
  })
}

function word(
  { text, x, y, align, bold }: { text: string; x: number; y: number; align: Align; bold: boolean },
  size: number,
): Part {
  return {
    kind: 'text',
    role: 'label',
    x,
    y,
    lines: [[{ text }]],
    leading: size * 1.3,
    size,
    weight: bold ? 600 : 400,
    tone: bold ? 'ink' : 'ink3',
    align,
  }
}

/**
 * Frame of a native chart: its plot and the room around it for its own words, and for marks on its edges. Points.
 */
export function chartFrame(chart: ChartPart, language: Language): Rectangle {
  const { plot, size } = chart
  const edge = size
  const side = (wanted: Axis['labels']) =>
    [chart.value, chart.x].some((axis) => axis && axis.labels === wanted && axisForm(axis, language).native)
  const longest = Math.max(0, ...chart.value.ticks.map(({ label }) => label.length))
  const left = side('left') ? size * (1.4 + 0.62 * longest) : edge
  const top = side('top') ? size * 2.2 : edge
  const bottom = side('bottom') || ownCategories(chart) ? size * 2.4 : edge
  return {
    x: plot.x - left,
    y: plot.y - top,
    width: plot.width + left + edge,
    height: plot.height + top + bottom,
  }
}
