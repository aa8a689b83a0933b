/** The chart of the tracks: an XY chart whose rows are two points and a gap, its axis, and the floor below which nobody is asked for. */
import type { RisingFigure, RisingMark } from '../figures/rising.ts'
import { translate } from '../i18n/index.ts'
import { xOf } from './chart-places.ts'
import { label } from './label.ts'
import type { LogAxis } from './log-axis.ts'
import type { ChartPart, ChartSeries, Mark, Part, Rectangle, Tone } from './parts.ts'
import { amountTone } from './tones.ts'

/** A row of the figure, in place. */
export interface TrackRow {
  mark: RisingMark
  /** Of its middle. */
  y: number
}

/** All that has a place on the axis. */
export const trackValues = (marks: readonly Pick<RisingMark, 'from' | 'to'>[]): number[] =>
  marks.flatMap(({ from, to }) =>
    [from, to].flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]),
  )

interface Drawn {
  plot: Rectangle
  axis: LogAxis
  size: number
}

/** Widths and heights as parts of the size of labels. */
const LINE = 0.35
const MARK = { from: 0.62, to: 0.77 }

/** Hairlines and words of the ticks; shapes of their own, as no Office chart writes 1, 2, 5 on such an axis. */
export function axisParts(
  plot: Rectangle,
  { axis }: LogAxis,
  size: number,
  baseline: number,
  name: string,
): Part[] {
  if (axis.ticks.length === 0) return []
  const bottom = plot.y + plot.height
  return [
    {
      kind: 'group',
      name,
      parts: axis.ticks.flatMap(({ at, label: text }): Part[] => {
        const x = xOf(plot, axis, at)
        return [
          { kind: 'line', x1: x, y1: plot.y - size * 0.28, x2: x, y2: bottom, tone: 'line', width: 0.6 },
          label(text, x, baseline, size, { tone: 'ink3', align: 'center' }),
        ]
      }),
    },
  ]
}

export function floorParts(
  plot: Rectangle,
  { axis, floor }: LogAxis,
  size: number,
  baseline: number,
): Part[] {
  if (!floor) return []
  const x = xOf(plot, axis, floor.at)
  const bottom = plot.y + plot.height
  return [
    {
      kind: 'group',
      name: floor.label,
      parts: [
        {
          kind: 'rect',
          box: { x: plot.x, y: plot.y, width: x - plot.x, height: plot.height },
          hatched: true,
        },
        {
          kind: 'line',
          x1: x,
          y1: plot.y - size * 0.35,
          x2: x,
          y2: bottom,
          tone: 'ink',
          width: size * 0.1,
        },
        label(floor.label, x, baseline, size, { weight: 600, align: 'center' }),
      ],
    },
  ]
}

/** y counts rows from the bottom, so that whoever edits a number moves its end along its row. */
export function trackChart(
  figure: RisingFigure,
  rows: readonly TrackRow[],
  { plot, axis, size }: Drawn,
): ChartPart {
  const { language, from, to } = figure
  const say = (key: string, values = {}) => translate(language, `plates.rising.${key}`, values)
  const unit = rows.length > 0 ? plot.height / rows.length : plot.height
  const sheet: (string | number | null)[][] = []
  const series = (['others', 'read'] as const).map((which): ChartSeries => {
    const tone: Tone = which === 'read' ? 'needle' : amountTone(figure.subject)
    const points: ChartSeries['points'] = {}
    rows.forEach(({ mark }, i) => {
      if (mark.read === (which === 'read')) points[3 * i + 1] = { mark: endMark(mark, tone, size) }
    })
    return {
      column: which === 'read' ? 3 : 2,
      xColumn: 1,
      tone,
      line: LINE * size,
      mark: { shape: 'circle', size: MARK.from * size, tone, hollow: true },
      points,
    }
  })
  const placed = (value: number) => (axis.axis.log ? positive(value) : value)
  for (const { mark, y } of rows) {
    const height = (plot.y + plot.height - y) / unit
    const own = mark.read ? [null, height] : [height, null]
    sheet.push(
      [`${mark.name}, ${from}`, placed(mark.from.value), ...own],
      [`${mark.name}, ${to}`, placed(mark.to.value), ...own],
      [null, null, null, null],
    )
  }
  const values = { from, to }
  const read = rows.find(({ mark }) => mark.read)?.mark.name ?? ''
  return {
    kind: 'chart',
    name: say('chart', values),
    alt: say('chart', values),
    type: 'xy',
    plot,
    sheet: {
      head: [
        '',
        translate(language, 'common.share'),
        translate(language, `figures.names.${figure.by}`),
        read,
      ],
      rows: sheet,
    },
    series: rows.some(({ mark }) => mark.read) ? series : series.slice(0, 1),
    value: { min: 0, max: plot.height / unit, log: false, ticks: [], labels: 'none', grid: false },
    x: axis.axis,
    size,
    format: '#,##0.00',
  }
}

/** A logarithmic axis has no place for 0. */
const positive = (value: number): number | null => (value > 0 ? value : null)

const endMark = ({ provenance }: RisingMark, tone: Tone, size: number): Mark => ({
  shape: 'circle',
  size: MARK.to * size,
  tone,
  hollow: provenance === 'sample',
})

/** Intervals of both ends, where they are known: hairlines across the track. */
export function intervalParts(rows: readonly TrackRow[], { plot, axis, size }: Drawn, name: string): Part[] {
  const parts = rows.flatMap(({ mark, y }) =>
    [mark.from, mark.to].flatMap(({ low, high }): Part[] => {
      if (low === undefined || high === undefined) return []
      // Beyond the axis's start, where a logarithmic one has no place, an interval runs to that start.
      const [x1, x2] = [low, high].map((end) => xOf(plot, axis.axis, Math.max(axis.axis.min, end)))
      if (x1 === undefined || x2 === undefined) return []
      return [{ kind: 'line', x1, y1: y, x2, y2: y, tone: 'ink2', width: size * 0.08 }]
    }),
  )
  return parts.length === 0 ? [] : [{ kind: 'group', name, parts }]
}
