/** The same as slopes: two years as columns, a line for each row, words at both ends that keep apart. */
import type { RisingFigure, RisingMark } from '../figures/rising.ts'
import type { Measure } from '../figures/text.ts'
import { fitNames } from '../figures/telling-cut.ts'
import { formatFigure } from '../format/figures.ts'
import { formatSigned } from '../format/numbers.ts'
import { translate } from '../i18n/index.ts'
import { change as changeMeasure, changePct as percentMeasure } from '../measures/change.ts'
import { categoryX, yOf } from './chart-places.ts'
import type { Room } from './frame.ts'
import { label, LEADING, RISE } from './label.ts'
import type { Axis, ChartPart, Part, Rectangle, Tone } from './parts.ts'
import { trackValues } from './rising-chart.ts'
import { spread } from './spread.ts'
import { amountTone } from './tones.ts'

/** As parts of the size of labels. */
const HEAD = 2
const LEADER = 2.2
const LINE = 0.17
const MARK = 0.62
const GAP = 0.5
/** Room of a row's words against their height, so that most stand near their marks. */
const SPARE = 1.15
/** Of the width, kept for the slopes. */
const SLOPES = 0.3

/** As many rows as have room for their words. */
export const slopeCapacity = ({ frame, type }: Room): number =>
  Math.max(2, Math.floor((frame.height - HEAD * type.label) / (SPARE * LEADING * type.label)))

export interface SlopesLaid {
  parts: Part[]
  cut: boolean
  /** Rows with their words. */
  labels: number
}

export function risingSlopes(figure: RisingFigure, { frame, type }: Room, measure: Measure): SlopesLaid {
  const size = type.label
  const marks = [...figure.rows, ...(figure.outside ? [figure.outside] : [])]
  const drawn = marks.filter(({ from, to }) => from.value > 0 && to.value > 0)
  const words = drawn.map((mark) => wordsOf(mark, figure))
  const width = (text: string) => measure(text, size, 600)
  const widest = (texts: string[]) => Math.max(0, ...texts.map(width))
  const valueWidth = { from: widest(words.map(({ from }) => from)), to: widest(words.map(({ to }) => to)) }
  const changeWidth = widest(words.map(({ change }) => change))
  const ends = { left: valueWidth.from + GAP * size, right: valueWidth.to + 2 * GAP * size + changeWidth }
  const nameRoom = widest(words.map(({ name }) => name)) + GAP * size
  const room = frame.width * (1 - SLOPES) - ends.left - ends.right - 2 * LEADER * size
  const nameWidth = Math.min(nameRoom, room)
  // Named at both ends where there is room.
  const again = 2 * nameRoom <= room ? nameRoom : 0
  const left = frame.x + nameWidth + ends.left + LEADER * size
  const right = frame.x + frame.width - again - ends.right - LEADER * size
  const top = frame.y + HEAD * size
  // Two categories: their middles stand at a quarter and at three quarters of the plot.
  const plot: Rectangle = {
    x: left - (right - left) / 2,
    y: top,
    width: 2 * (right - left),
    height: frame.y + frame.height - top - (LEADING / 2) * size,
  }
  const axis = slopeAxis(drawn)
  const bounds = { gap: LEADING * size, from: top + (LEADING / 2) * size * 0.5, to: plot.y + plot.height }
  const parts: Part[] = [
    ...headParts(figure, plot, frame.y, size),
    slopeChart(figure, drawn, plot, axis, size),
  ]
  const sides = { from: [] as number[], to: [] as number[] }
  for (const side of ['from', 'to'] as const) {
    const wanted = drawn.map((mark) => yOf(plot, axis, mark[side].value))
    sides[side] = spread(wanted, bounds) ?? wanted
  }
  const names = fitNames(
    words.map(({ name }) => name),
    nameWidth - GAP * size + 0.01,
    width,
  )
  const labels = drawn.flatMap((mark, i): Part[] => {
    const look = { tone: mark.read ? 'needleText' : 'ink', weight: mark.read ? 600 : 400 } as const
    const said = words[i] as SlopeWords
    const name = names[i] ?? said.name
    const [y1, y2] = [sides.from[i] ?? 0, sides.to[i] ?? 0]
    const baseline = (y: number) => y + RISE * size
    const valueRight = left - LEADER * size
    const nameLeft = right + LEADER * size
    const valueEnd = nameLeft + again + valueWidth.to
    return [
      leader(left - (MARK / 2 + 0.15) * size, yOf(plot, axis, mark.from.value), valueRight + size * 0.3, y1),
      label(name, frame.x, baseline(y1), size, look),
      label(said.from, valueRight, baseline(y1), size, { ...look, align: 'right' }),
      leader(right + (MARK / 2 + 0.15) * size, yOf(plot, axis, mark.to.value), nameLeft - size * 0.3, y2),
      ...(again > 0 ? [label(name, nameLeft, baseline(y2), size, look)] : []),
      label(said.to, valueEnd, baseline(y2), size, { ...look, align: 'right' }),
      label(said.change, frame.x + frame.width, baseline(y2), size, {
        ...look,
        weight: 600,
        align: 'right',
      }),
    ]
  })
  return {
    parts: [...parts, ...labels],
    cut: words.some(({ name }, i) => names[i] !== name),
    labels: drawn.length,
  }
}

interface SlopeWords {
  name: string
  from: string
  to: string
  change: string
}

function wordsOf(mark: RisingMark, { language, sort }: RisingFigure): SlopeWords {
  const byPercent = sort === 'changePct' && mark.changePct !== null
  return {
    name: mark.name,
    from: formatFigure('share', mark.from.value, language),
    to: formatFigure('share', mark.to.value, language),
    change: byPercent
      ? translate(language, 'plates.rising.title.percent', {
          percent: formatSigned(mark.changePct ?? 0, percentMeasure.decimals, language),
        })
      : formatSigned(mark.change, changeMeasure.decimals, language),
  }
}

function slopeAxis(marks: readonly RisingMark[]): Axis {
  const values = trackValues(marks).filter((value) => value > 0)
  const [least, largest] = values.length > 0 ? [Math.min(...values), Math.max(...values)] : [1, 10]
  const beyond = Math.max(1.02, (largest / least) ** 0.02)
  return { min: least / beyond, max: largest * beyond, log: true, ticks: [], labels: 'none', grid: false }
}

function headParts({ from, to }: RisingFigure, plot: Rectangle, top: number, size: number): Part[] {
  return [from, to].flatMap((year, i): Part[] => {
    const x = categoryX(plot, 2, i)
    return [
      label(String(year), x, top + size, size, { weight: 600, align: 'center' }),
      { kind: 'line', x1: x, y1: plot.y, x2: x, y2: plot.y + plot.height, tone: 'line2', width: 0.6 },
    ]
  })
}

function slopeChart(
  figure: RisingFigure,
  marks: readonly RisingMark[],
  plot: Rectangle,
  axis: Axis,
  size: number,
): ChartPart {
  const say = (key: string) =>
    translate(figure.language, `plates.rising.${key}`, { from: figure.from, to: figure.to })
  return {
    kind: 'chart',
    name: say('chart'),
    alt: say('chart'),
    type: 'line',
    plot,
    sheet: {
      head: ['', ...marks.map(({ name }) => name)],
      rows: [
        [String(figure.from), ...marks.map(({ from }) => from.value)],
        [String(figure.to), ...marks.map(({ to }) => to.value)],
      ],
    },
    series: marks.map((mark, i) => {
      const tone: Tone = mark.read ? 'needle' : amountTone(figure.subject)
      const end = { shape: 'circle' as const, size: MARK * size, tone, hollow: mark.provenance === 'sample' }
      return {
        column: i + 1,
        tone,
        line: LINE * size,
        mark: { ...end, hollow: true },
        points: { 1: { mark: end } },
      }
    }),
    value: axis,
    categories: { labels: false },
    size,
    format: '#,##0.00',
  }
}

/** From a mark to its words, bent where they were moved. */
function leader(x1: number, y1: number, x2: number, y2: number): Part {
  const step = (x2 - x1) / 3
  return {
    kind: 'polyline',
    points: [
      [x1, y1],
      [x1 + step, y1],
      [x2 - step, y2],
      [x2, y2],
    ],
    tone: 'line3',
    width: 0.6,
  }
}
