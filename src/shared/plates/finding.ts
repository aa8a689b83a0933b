/** One number in large type, a sentence beside it, and the two bars that carry it. */
import { text } from './label.ts'
import type { TypeScale } from '../domain/figure-presets.ts'
import { wrapText } from '../figures/text.ts'
import { formatNumber } from '../format/numbers.ts'
import { tickDecimals, ticksBetween } from '../figures/ticks.ts'
import { barBox, xOf } from './chart-places.ts'
import type { Room } from './frame.ts'
import type { Axis, ChartPart, Part, Rectangle, Tone } from './parts.ts'
import type { PlateOptions } from './plate.ts'

export interface FindingBar {
  name: string
  value: number
  text: string
  chosen: boolean
  hollow: boolean
}

export interface FindingSpec {
  /** `1.92` and `×`. */
  number: string
  sign: string
  sentence: string
  /** From the top; the larger one first. */
  bars: FindingBar[]
  /** Beside the arrow: `+2,045.39`. */
  gap: string
  head: { name: string; value: string }
  chart: string
  tone: Tone
  decimals: number
}

/** Height of the largest number, in sizes of a label: 150 pt on slides. */
const NUMBER = 12.5
const SENTENCE = 1.5
/** Of `×` and `%`, in sizes of the number. */
const SIGN = 0.6

export function findingParts(
  spec: FindingSpec,
  { frame, type }: Room,
  options: PlateOptions,
  alt: string,
): Part[] {
  const { label } = type
  const wide = frame.width >= label * 50
  // Bars with their names, and the axis below them.
  const barsHeight = Math.min(frame.height * (wide ? 0.56 : 0.5), label * (2.9 * 2 * spec.bars.length))
  const above = { ...frame, height: frame.height - barsHeight }
  const below = { ...frame, y: frame.y + above.height, height: barsHeight }
  return [...numberParts(spec, above, wide, type, options), ...barsParts(spec, below, type, options, alt)]
}

function numberParts(
  spec: FindingSpec,
  frame: Rectangle,
  wide: boolean,
  { label }: TypeScale,
  { measure, preset }: PlateOptions,
): Part[] {
  const sentenceSize = label * (wide ? SENTENCE : 1.1)
  const leading = sentenceSize * 1.4
  const room = wide ? frame.width * 0.45 : frame.width
  const lines = wrapText(spec.sentence, room, (words) => measure(words, sentenceSize, 400))
  // Below a sentence that stands over the bars some room, as their names stand there too.
  const textHeight = (lines.length + (wide ? 0 : 0.7)) * leading
  const numberRoom = wide ? frame.width * 0.5 : frame.width
  const numberHeight = wide ? frame.height : frame.height - textHeight
  const widthAt = (size: number) => measure(spec.number, size, 600) + measure(spec.sign, size * SIGN, 600)
  const most = Math.min(label * NUMBER, numberHeight * 0.98)
  const size = Math.max(label * 2, Math.min(most, (most * numberRoom) / widthAt(most)))
  // On a wide page number and sentence end on one line; on a narrow one the sentence stands below.
  const baseline =
    frame.y + (wide ? frame.height * 0.5 + size * 0.44 : (numberHeight - size * 0.96) / 2 + size * 0.75)
  const x = wide ? frame.x + frame.width * 0.55 : frame.x
  const y = wide ? baseline - (lines.length - 1) * leading : frame.y + numberHeight + sentenceSize * 0.8
  // The white at the left of a large digit stands in the margin.
  const bearing = Math.min(size * 0.03, preset.margin.side)
  return [
    {
      ...text('', frame.x - bearing, baseline, size, 'needle', 'left', 600),
      role: 'number',
      // Of one text, so that the sign follows the number in any face.
      lines: [[{ text: spec.number }, { text: spec.sign, size: size * SIGN }]],
    },
    {
      ...text('', x, y, sentenceSize, 'ink', 'left'),
      role: 'body',
      leading,
      lines: lines.map((line) => [{ text: line }]),
      room,
    },
  ]
}

function barsParts(
  spec: FindingSpec,
  frame: Rectangle,
  { label, subtitle }: TypeScale,
  { measure, language, transparent, preset }: PlateOptions,
  alt: string,
): Part[] {
  const top = Math.max(0, ...spec.bars.map(({ value }) => value))
  const plot = { ...frame, height: frame.height - label * 2 }
  const values = ticksBetween(0, top, frame.width > label * 30 ? 5 : 3)
  const decimals = tickDecimals(values)
  const axis: Axis = {
    min: 0,
    max: top || 1,
    log: false,
    ticks: values.map((at) => ({ at, label: formatNumber(at, decimals, language) })),
    labels: 'none',
    grid: false,
  }
  const chart: ChartPart = {
    kind: 'chart',
    name: spec.chart,
    alt,
    type: 'bar',
    plot,
    sheet: {
      head: [spec.head.name, spec.head.value],
      rows: spec.bars.map(({ name, value }) => [name, value]),
    },
    series: [
      {
        column: 1,
        tone: spec.tone,
        line: null,
        mark: null,
        points: Object.fromEntries(
          spec.bars.flatMap(({ chosen, hollow }, i) =>
            chosen || hollow ? [[i, { tone: chosen ? ('needle' as const) : spec.tone, hollow }]] : [],
          ),
        ),
      },
    ],
    value: axis,
    gap: 170,
    size: label,
    format: `#,##0${spec.decimals > 0 ? `.${'0'.repeat(spec.decimals)}` : ''}`,
  }
  const line = plot.y + plot.height
  const edge = frame.x + frame.width + Math.min(label, preset.margin.side)
  const ticks = axis.ticks.flatMap((tick): Part[] => {
    const x = xOf(plot, axis, tick.at)
    const width = measure(tick.label, label, 400)
    const mark = {
      kind: 'line',
      x1: x,
      x2: x,
      y1: line,
      y2: line + label * 0.4,
      tone: 'line3',
      width: 0.6,
    } as const
    if (x + width / 2 > edge) return [mark]
    const start = x - width / 2 < frame.x
    return [mark, text(tick.label, x, line + label * 1.6, label, 'ink3', start ? 'left' : 'center')]
  })
  const nameSize = Math.max(label, Math.min(subtitle, label * 1.25))
  const names = spec.bars.flatMap((bar, i): Part[] => {
    const at = barBox(chart, i, 0, bar.value)
    const tone = bar.chosen ? 'needleText' : 'ink'
    const y = at.y - label * 0.65
    const needed = measure(bar.name, nameSize, 600) + measure(bar.text, nameSize, 600) + label
    // Of a short bar the number stands behind the name, not at the bar's end.
    const end = Math.max(at.x + at.width, frame.x + needed)
    return [
      text(bar.name, frame.x, y, nameSize, tone, 'left', 600),
      text(bar.text, end, y, nameSize, tone, 'right', 600),
    ]
  })
  const rule = {
    kind: 'line',
    x1: frame.x,
    x2: frame.x + frame.width,
    y1: line,
    y2: line,
    tone: 'ink',
    width: 0.6,
  } as const
  return [chart, ...gapParts(spec, chart, label, measure, transparent), ...names, rule, ...ticks]
}

/** From the end of the shorter bar to a line dropped from the longer one, with the difference in the midst. */
function gapParts(
  spec: FindingSpec,
  chart: ChartPart,
  size: number,
  measure: PlateOptions['measure'],
  transparent: boolean,
): Part[] {
  const [longer, shorter] = spec.bars
  if (!longer || !shorter) return []
  const over = barBox(chart, 0, 0, longer.value)
  const at = barBox(chart, 1, 0, shorter.value)
  const from = at.x + at.width
  const to = over.x + over.width
  const gap = to - from
  if (gap < size * 0.3) return []
  const middle = at.y + at.height / 2
  const words = size * 1.15
  const width = measure(spec.gap, words, 600)
  const dropped = {
    kind: 'line',
    x1: to,
    x2: to,
    y1: over.y + over.height + 2,
    y2: at.y + at.height,
    tone: 'ink',
    width: 0.96,
    dash: 'dot',
  } as const
  const parts: Part[] = [dropped]
  const arrow = { kind: 'line', tone: 'needle', width: 1.44, y1: middle, y2: middle } as const
  parts.push({ ...arrow, x1: from + size * 0.2, x2: to, arrow: gap > size * 1.3 })
  if (gap > width + size * 3) {
    const x = from + gap / 2
    if (!transparent)
      parts.push({
        kind: 'rect',
        box: {
          x: x - width / 2 - size * 0.6,
          y: middle - words * 0.7,
          width: width + size * 1.2,
          height: words * 1.4,
        },
        fill: 'bg',
      })
    parts.push(text(spec.gap, x, middle + words * 0.35, words, 'needleText', 'center', 600))
  }
  return [{ kind: 'group', name: spec.gap, parts }]
}
