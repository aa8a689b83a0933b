/** Series of a native chart: each names the cells it reads, and keeps their values as read from the same sheet. */
import { markStroke } from '../../../shared/plates/shapes.ts'
import type { ChartPart, ChartSeries, Mark } from '../../../shared/plates/parts.ts'
import type { Look, Stroke } from './look.ts'
import { lineXml, NO_FILL, solid } from './look.ts'
import type { SheetPlace } from './chart-workbook.ts'
import { columnCells, headCell } from './chart-workbook.ts'
import { el, val, words } from './xml.ts'

/** The chart, where its table stands, and how it looks. */
export interface Drawn {
  chart: ChartPart
  cells: SheetPlace
  look: Look
  /** Series name their values at the ends of their bars. */
  values: boolean
}

/** Width of the rim of a hollow bar, as drawn. */
const RIM = 0.9

/** All series. Of XY charts the elements stand backwards: some readers put the first on top, others go by `c:order`. */
export function seriesXml(drawn: Drawn): string {
  const all = drawn.chart.series.map((series, index) => oneSeries(drawn, series, index))
  return (drawn.chart.type === 'xy' ? all.reverse() : all).join('')
}

function oneSeries(drawn: Drawn, series: ChartSeries, index: number): string {
  const { chart, cells } = drawn
  const { column, xColumn = 0 } = series
  const bar = chart.type === 'bar'
  const xy = chart.type === 'xy'
  const name = chart.sheet.head[column] ?? ''
  return el(
    'c:ser',
    {},
    val('c:idx', index),
    val('c:order', index),
    el('c:tx', {}, strings(headCell(cells, column), [name])),
    bar ? barShape(series, drawn.look) : strokeShape(series, drawn.look),
    bar ? val('c:invertIfNegative', 0) : markerXml(series.mark, drawn.look),
    ...points(drawn, series),
    drawn.values && bar && valueLabels(chart, drawn.look),
    ...(xy
      ? [
          el('c:xVal', {}, numbers(drawn, xColumn)),
          el('c:yVal', {}, numbers(drawn, column)),
          val('c:smooth', 0),
        ]
      : [
          el('c:cat', {}, categories(drawn)),
          el('c:val', {}, numbers(drawn, column)),
          !bar && val('c:smooth', 0),
        ]),
  )
}

function barShape({ tone, hollow = false }: Pick<ChartSeries, 'tone' | 'hollow'>, look: Look): string {
  const rim = hollow ? lineXml({ tone, width: RIM }, look) : lineXml(null, look)
  return el('c:spPr', {}, solid(hollow ? 'bg' : tone, look), rim)
}

const strokeOf = ({ line, tone }: ChartSeries): Stroke | null =>
  line === null ? null : { tone, width: line, round: true }

const strokeShape = (series: ChartSeries, look: Look): string =>
  el('c:spPr', {}, lineXml(strokeOf(series), look))

const SYMBOLS: Record<Mark['shape'], string> = {
  circle: 'circle',
  triangle: 'triangle',
  diamond: 'diamond',
  square: 'square',
  cross: 'x',
}
/** What a file may say of a marker's size, in points. */
const MARKER_SIZES = { least: 2, most: 72 }

/** The outline lies half outside a native marker, so that its size is that of the mark less the outline. */
function markerXml(mark: Mark | null, look: Look): string {
  if (mark === null) return el('c:marker', {}, val('c:symbol', 'none'))
  const width = markStroke(mark.size)
  const { least, most } = MARKER_SIZES
  const size = Math.min(most, Math.max(least, Math.round(mark.size - width)))
  const fill = mark.shape === 'cross' ? NO_FILL : solid(mark.hollow ? 'bg' : mark.tone, look)
  return el(
    'c:marker',
    {},
    val('c:symbol', SYMBOLS[mark.shape]),
    val('c:size', size),
    el('c:spPr', {}, fill, lineXml({ tone: mark.tone, width }, look)),
  )
}

/** Points that look otherwise than their series, in the order of their rows. */
function points({ chart, look }: Drawn, series: ChartSeries): string[] {
  const bar = chart.type === 'bar'
  return Object.entries(series.points ?? {}).map(([row, own]) => {
    const mark = own.mark === undefined ? series.mark : own.mark
    const { tone = series.tone, hollow = series.hollow ?? false } = own
    return el(
      'c:dPt',
      {},
      val('c:idx', row),
      bar ? val('c:invertIfNegative', 0) : markerXml(mark, look),
      val('c:bubble3D', 0),
      bar ? barShape({ tone, hollow }, look) : strokeShape(series, look),
    )
  })
}

/** Text of a chart. @param size points */
export function chartText(look: Look, size: number, bold = false, tone: 'ink' | 'ink3' = 'ink3'): string {
  const run = el(
    'a:defRPr',
    { sz: Math.round(size * 100), b: bold ? 1 : 0 },
    solid(tone, look),
    el('a:latin', { typeface: look.latin }),
    el('a:ea', { typeface: look.ea }),
  )
  const paragraph = el('a:p', {}, el('a:pPr', {}, run), el('a:endParaRPr', { lang: 'en-US' }))
  return el('c:txPr', {}, el('a:bodyPr', { rot: 0, vert: 'horz' }), '<a:lstStyle/>', paragraph)
}

function valueLabels({ format, size }: ChartPart, look: Look): string {
  return el(
    'c:dLbls',
    {},
    el('c:numFmt', { formatCode: format, sourceLinked: 0 }),
    el('c:spPr', {}, NO_FILL, el('a:ln', {}, NO_FILL)),
    chartText(look, size, false, 'ink'),
    val('c:dLblPos', 'outEnd'),
    val('c:showLegendKey', 0),
    val('c:showVal', 1),
    val('c:showCatName', 0),
    val('c:showSerName', 0),
    val('c:showPercent', 0),
    val('c:showBubbleSize', 0),
  )
}

function categories({ chart, cells }: Drawn): string {
  const { rows } = chart.sheet
  return strings(
    columnCells(cells, 0, rows.length),
    rows.map((row) => String(row[0] ?? '')),
  )
}

function numbers({ chart, cells }: Drawn, column: number): string {
  const { rows } = chart.sheet
  const values = rows.map((row) => row[column])
  const cache = values.map((value) => (typeof value === 'number' ? String(value) : null))
  return el(
    'c:numRef',
    {},
    words('c:f', columnCells(cells, column, rows.length)),
    el('c:numCache', {}, words('c:formatCode', chart.format), ...cached(cache)),
  )
}

const strings = (cells: string, values: readonly string[]): string =>
  el('c:strRef', {}, words('c:f', cells), el('c:strCache', {}, ...cached(values)))

/** A gap has no point at all: an empty one makes Office repair the file. */
const cached = (values: readonly (string | null)[]): string[] => [
  val('c:ptCount', values.length),
  ...values.flatMap((value, i) =>
    value === null || value === '' ? [] : [el('c:pt', { idx: i }, words('c:v', value))],
  ),
]
