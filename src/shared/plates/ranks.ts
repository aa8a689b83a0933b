/** Ranks by year: lines of one scope each, the first rank on top, hatched where what is counted changed. */
import { text } from './label.ts'
import type { RanksSpec } from '../figures/spec.ts'
import { rankTicks } from '../figures/ticks.ts'
import { wordTone, amountTone } from './tones.ts'
import { xOf, yOf } from './chart-places.ts'
import type { Room } from './frame.ts'
import type { Axis, ChartPart, Part, Rectangle } from './parts.ts'
import type { PlateOptions } from './plate.ts'

/** Rows of the sheet: every year, so that a year without a rank is a gap. */
export function ranksParts(
  spec: RanksSpec,
  { frame, type }: Room,
  options: PlateOptions,
  alt: string,
): Part[] {
  const size = type.label
  const points = spec.series.flatMap((series) => series.points)
  if (points.length === 0) return [text(spec.empty, frame.x, frame.y + size * 2, size, 'ink3', 'left')]
  const years = points.map(({ x }) => x)
  const worst = Math.max(...points.map(({ y }) => y))
  const [from, to] = [Math.min(...years), Math.max(...years)]
  const ticks = rankTicks(worst, 6)
  const left = Math.max(...ticks.map((tick) => options.measure(String(tick), size, 400))) + size
  // Over the plot stand the scopes' names, under it the years.
  const plot = {
    x: frame.x + left,
    y: frame.y + size * 2.2,
    width: frame.width - left,
    height: frame.height - size * 4.6,
  }
  const value: Axis = {
    min: Math.min(0.5, 1 - worst * 0.06),
    max: worst + Math.max(0.5, worst * 0.06),
    log: false,
    ticks: ticks.map((at) => ({ at, label: String(at) })),
    labels: 'left',
    grid: true,
    reversed: true,
  }
  const x: Axis = {
    min: from - 0.5,
    max: to + 0.5,
    log: false,
    ticks: yearsShown(from, to, plot, size, options).map((at) => ({ at, label: String(at) })),
    labels: 'bottom',
    grid: false,
  }
  const chart = chartOf(spec, { plot, value, x, from, to }, size, alt)
  return [
    ...gaps(spec, plot, x),
    ...dotted(spec, chart, size),
    chart,
    ...frameLines(plot),
    ...pointLabels(spec, chart, size, options),
  ]
}

function yearsShown(
  from: number,
  to: number,
  plot: Rectangle,
  size: number,
  { measure }: PlateOptions,
): number[] {
  const room = measure('2020', size, 400) + size * 0.8
  const each = Math.max(1, Math.ceil(room / (plot.width / (to - from + 1))))
  return Array.from({ length: to - from + 1 }, (_, i) => to - i).filter((_year, i) => i % each === 0)
}

function chartOf(
  spec: RanksSpec,
  at: { plot: Rectangle; value: Axis; x: Axis; from: number; to: number },
  size: number,
  alt: string,
): ChartPart {
  const tone = amountTone(spec.subject)
  const years = Array.from({ length: at.to - at.from + 1 }, (_, i) => at.from + i)
  const rankIn = (series: RanksSpec['series'][number], year: number) =>
    series.points.find((point) => point.x === year)?.y ?? null
  return {
    kind: 'chart',
    name: spec.title,
    alt,
    type: 'xy',
    plot: at.plot,
    sheet: {
      head: [spec.columns.name, ...spec.series.map(({ label }) => label || spec.columns.value)],
      rows: years.map((year) => [year, ...spec.series.map((series) => rankIn(series, year))]),
    },
    series: spec.series.map((_series, i) => ({
      column: i + 1,
      xColumn: 0,
      tone,
      line: size / 6,
      mark: { shape: 'circle', size: size * 0.7, tone, hollow: false },
    })),
    value: at.value,
    x: at.x,
    size,
    format: '0',
  }
}

/** A band between two years of different scope, which no line crosses. */
function gaps({ breaks }: RanksSpec, plot: Rectangle, x: Axis): Part[] {
  return breaks.map(({ from, to }): Part => {
    const [left, right] = [xOf(plot, x, from), xOf(plot, x, to)]
    const inset = (right - left) * 0.3
    const box = { x: left + inset, y: plot.y, width: right - left - 2 * inset, height: plot.height }
    return { kind: 'rect', box, hatched: true }
  })
}

/** Between years of one series with others between them for which no rank was published. */
function dotted(spec: RanksSpec, chart: ChartPart, size: number): Part[] {
  const { plot, value, x: axis } = chart
  if (!axis) return []
  return spec.series.flatMap(({ points }) =>
    points.flatMap((point, i): Part[] => {
      const next = points[i + 1]
      if (!next || next.x - point.x < 2) return []
      return [
        {
          kind: 'line',
          x1: xOf(plot, axis, point.x),
          y1: yOf(plot, value, point.y),
          x2: xOf(plot, axis, next.x),
          y2: yOf(plot, value, next.y),
          tone: amountTone(spec.subject),
          width: size / 10,
          dash: 'dot',
        },
      ]
    }),
  )
}

const frameLines = ({ x, y, width, height }: Rectangle): Part[] => [
  { kind: 'line', x1: x, x2: x + width, y1: y + height, y2: y + height, tone: 'ink', width: 0.6 },
]

/** Each rank over its point, and the scope over the first point of its series where there are several. */
function pointLabels(spec: RanksSpec, chart: ChartPart, size: number, { measure }: PlateOptions): Part[] {
  const tone = wordTone(spec.subject)
  const axis = chart.x
  if (!axis) return []
  const step = chart.plot.width / Math.max(1, axis.max - axis.min)
  const labels = spec.series.flatMap((series) =>
    series.points.flatMap((point): Part[] => {
      if (measure(point.text, size, 600) > step - size * 0.2) return []
      const y = yOf(chart.plot, chart.value, point.y) - size * 0.75
      return [text(point.text, xOf(chart.plot, axis, point.x), y, size, tone, 'center', 600)]
    }),
  )
  if (spec.breaks.length === 0) return labels
  let end = -Infinity
  const heads = spec.series.flatMap((series): Part[] => {
    const first = series.points[0]
    if (!first || series.label === '') return []
    const width = measure(series.label, size, 400)
    const x = Math.min(xOf(chart.plot, axis, first.x) - size * 0.4, chart.plot.x + chart.plot.width - width)
    if (x < end + size * 0.5) return []
    end = x + width
    return [text(series.label, x, chart.plot.y - size * 0.9, size, 'ink3', 'left')]
  })
  return [...labels, ...heads]
}
