/** The cover of a brief: five readouts of a city above the Shares of all, the city's own in the needle's colour. */
import { label } from './label.ts'
import { formatNumber } from '../format/numbers.ts'
import { ticksBetween } from '../figures/ticks.ts'
import { widthOfMark } from './frame.ts'
import type { Room } from './frame.ts'
import type { Part, Rectangle, TextPart, Tone } from './parts.ts'
import type { PlateOptions } from './plate.ts'

export interface CoverSpec {
  readouts: { label: string; value: string; after: string; chosen: boolean }[]
  /** Said at the right end of the subtitle; where both find no room on one line, below it. */
  date: string
  subtitle: string
  /** Over the columns. */
  head: string
  /** By rank; null where none is published. */
  columns: { value: number | null; chosen: boolean }[]
  /** Beside the chosen column. */
  named: string
  group: string
  alt: string
}

export function coverParts(spec: CoverSpec, { frame, type }: Room, options: PlateOptions): Part[] {
  const size = type.label
  const { perRow, step } = columnsOf(spec.readouts, frame.width, size, options.measure)
  const rows = Math.ceil(spec.readouts.length / perRow)
  const mark = widthOfMark(options, type)
  const marked = mark > 0 ? mark + size : 0
  const subtitle = options.measure(spec.subtitle, type.subtitle, 400)
  const dateWidth = options.measure(spec.date, size, 400)
  const beside = subtitle + size * 2 + dateWidth + marked <= frame.width
  const top = frame.y - size * (spec.date === '' || beside ? 0.9 : -0.7)
  const rowHeight = size * 4.6
  const readouts = spec.readouts.flatMap((readout, i): Part[] => {
    const x = frame.x + (i % perRow) * step
    const y = top + Math.floor(i / perRow) * rowHeight
    const value = size * 2
    const room = step - size
    // The value shrinks no further than a label where its column is narrow.
    const wanted = options.measure(readout.value, value, 600)
    const own = Math.max(size, Math.min(value, (value * room) / Math.max(1, wanted)))
    const width = options.measure(readout.value, own, 600)
    return [
      text(readout.label, x, y + size * 1.8, size, 'ink3'),
      {
        ...text(readout.value, x, y + size * 4.1, own, readout.chosen ? 'needleText' : 'ink', 600),
        role: 'number',
      },
      ...(readout.after === ''
        ? []
        : [text(readout.after, x + width + size * 0.5, y + size * 4.1, size, 'ink3')]),
    ]
  })
  const line = top + rows * rowHeight + size * 0.6
  const rule = (y: number, tone: Tone): Part => ({
    kind: 'line',
    x1: frame.x,
    x2: frame.x + frame.width,
    y1: y,
    y2: y,
    tone,
    width: 0.6,
  })
  const date: Part[] =
    spec.date === ''
      ? []
      : beside
        ? [text(spec.date, frame.x + frame.width - marked, top - size * 1.6, size, 'ink3', 400, 'right')]
        : [text(spec.date, frame.x, top - size * 0.9, size, 'ink3')]
  const plot = {
    x: frame.x,
    y: line + size * 4.2,
    width: frame.width,
    height: frame.y + frame.height - size * 1.8 - (line + size * 4.2),
  }
  return [
    ...date,
    rule(top, 'ink'),
    ...readouts,
    rule(line, 'line2'),
    ...(plot.height > size * 4
      ? [
          text(spec.head, frame.x, line + size * 1.9, size, 'ink', 600),
          ...columnParts(spec, plot, size, options),
        ]
      : []),
  ]
}

/** Readouts of a row, and from one to the next: the last of a row may be wider than the others. */
function columnsOf(
  readouts: CoverSpec['readouts'],
  width: number,
  size: number,
  measure: PlateOptions['measure'],
): { perRow: number; step: number } {
  const widths = readouts.map(({ label }) => measure(label, size, 400))
  for (const perRow of [5, 3, 2]) {
    const isLast = (i: number) => i % perRow === perRow - 1
    const widest = (last: boolean) => Math.max(0, ...widths.filter((_, i) => isLast(i) === last))
    const step = Math.min(width / perRow, (width - widest(true)) / (perRow - 1))
    if (step > widest(false) + size * 0.6) return { perRow, step }
  }
  return { perRow: 1, step: width }
}

function columnParts(
  spec: CoverSpec,
  plot: Rectangle,
  size: number,
  { language, measure }: PlateOptions,
): Part[] {
  const top = Math.max(1, ...spec.columns.map(({ value }) => value ?? 0))
  const step = plot.width / Math.max(1, spec.columns.length)
  const y = (value: number) => plot.y + plot.height * (1 - value / top)
  const bottom = plot.y + plot.height
  const ticks = ticksBetween(0, top, 5).slice(1)
  const grid = ticks.flatMap((value): Part[] => {
    const at = y(value)
    const line = {
      kind: 'line',
      x1: plot.x,
      x2: plot.x + plot.width,
      y1: at,
      y2: at,
      tone: 'line',
      width: 0.6,
    } as const
    return [
      line,
      text(
        formatNumber(value, 0, language),
        plot.x + plot.width,
        at - size * 0.4,
        size,
        'ink3',
        400,
        'right',
      ),
    ]
  })
  const columns = spec.columns.flatMap(({ value, chosen }, i): Part[] =>
    value === null
      ? []
      : [
          {
            kind: 'rect',
            box: { x: plot.x + i * step, y: y(value), width: step * 0.65, height: bottom - y(value) },
            fill: chosen ? 'needle' : 'data3',
          },
        ],
  )
  const chosen = spec.columns.findIndex((column) => column.chosen)
  const height = spec.columns[chosen]?.value ?? 0
  return [
    ...grid,
    { kind: 'group', name: spec.group, alt: spec.alt, parts: columns },
    { kind: 'line', x1: plot.x, x2: plot.x + plot.width, y1: bottom, y2: bottom, tone: 'ink', width: 0.6 },
    ...(chosen < 0 ? [] : namedPart(spec, plot, { chosen, step, top: y(height) }, size, measure)),
    ...rankTicks(spec.columns.length, chosen, plot, step, size, measure),
  ]
}

/** Beside the column's top, on the side that has room; over all that stands lower to its right. */
function namedPart(
  { named }: CoverSpec,
  plot: Rectangle,
  at: { chosen: number; step: number; top: number },
  size: number,
  measure: PlateOptions['measure'],
): Part[] {
  const width = measure(named, size, 600)
  const x = plot.x + at.chosen * at.step
  // The first columns are higher: words to the right of one stand over the lower ones that follow.
  const right = x + at.step * 0.65 + size * 0.5
  const tickRoom = size * 4
  if (right + width < plot.x + plot.width - tickRoom) {
    const y = at.top + (at.chosen === 0 ? size * 0.75 : -size * 0.5)
    return [{ ...text(named, at.chosen === 0 ? right : x, y, size, 'needleText', 600), halo: true }]
  }
  return [
    { ...text(named, x + at.step * 0.65, at.top - size * 0.5, size, 'needleText', 600, 'right'), halo: true },
  ]
}

function rankTicks(
  count: number,
  chosen: number,
  plot: Rectangle,
  step: number,
  size: number,
  measure: PlateOptions['measure'],
): Part[] {
  const each = [1, 2, 5, 10, 20, 50, 100, 200].find((n) => n * step > size * 3.4) ?? 500
  const round = Array.from({ length: Math.floor(count / each) }, (_, i) => (i + 1) * each)
  const own = chosen < 0 ? [] : [chosen + 1]
  const near = (rank: number, other: number) => Math.abs(rank - other) * step < size * 2.6
  const ranks = [...own, ...round.filter((rank) => !own.some((other) => near(rank, other)))]
  if (!ranks.some((rank) => near(rank, 1))) ranks.push(1)
  return ranks.map((rank): Part => {
    const middle = plot.x + (rank - 1) * step + step * 0.325
    const words = String(rank)
    const half = measure(words, size, 600) / 2
    const x = Math.max(plot.x + half, Math.min(plot.x + plot.width - half, middle))
    const isOwn = rank === chosen + 1
    return text(
      words,
      x,
      plot.y + plot.height + size * 1.5,
      size,
      isOwn ? 'needleText' : 'ink3',
      isOwn ? 600 : 400,
      'center',
    )
  })
}

const text = (
  words: string,
  x: number,
  y: number,
  size: number,
  tone: Tone,
  weight: TextPart['weight'] = 400,
  align: TextPart['align'] = 'left',
): TextPart => label(words, x, y, size, { tone, weight, align })
