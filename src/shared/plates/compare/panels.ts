/** Small multiples of a comparison: one chart a subject, a line a city, its letter at the line's end. */
import type { PanelsAsked } from './panel-marks.ts'
import { contextParts, dottedLinks, lettersNames, namesWidth } from './context-marks.ts'
import { hatches, LETTER_GAP, letters, placedLetters, quartileBand, yearWords } from './panel-marks.ts'
import { formatNumber } from '../../format/numbers.ts'
import { rankTicks, tickDecimals, ticksBetween } from '../../figures/ticks.ts'
import { translate } from '../../i18n/index.ts'
import type { Axis, ChartPart, ChartSeries, Mark, Part, Rectangle } from '../parts.ts'
import type { PlateOptions } from '../plate.ts'
import { wordTone } from '../tones.ts'
import type { ComparedCity, ComparePanel, ComparePanels, ComparePoint, Slot } from './spec.ts'
import { subjectMarks } from '../../screens/subject-marks.ts'

/** Above the plot for the subject's name, and below it for the years, as parts of the words' size. */
const HEAD = 2.5
const FOOT = 1.6
const ROW_GAP = 1.2

/** Height that the panels need at least: their letters must find room. */
export const leastPanelsHeight = (size: number, cities: number, rows: number): number =>
  rows * size * (HEAD + FOOT + Math.max(5, (cities - 1) * LETTER_GAP + 0.6)) + (rows - 1) * size * ROW_GAP

/** Width of a plot where so many columns stand in the box. */
export function plotWidth(asked: Omit<PanelsAsked, 'box'> & { box: Pick<Rectangle, 'width'> }): number {
  const { columns, box, size } = asked
  const numbers = axisRooms(asked).reduce((sum, room) => sum + room, 0)
  const between = columns * LETTER_ROOM + (columns - 1) * GAP
  const width = (box.width - numbers - between * size) / columns
  const names = namesWidth(asked)
  if (names === 0) return width
  // Names begin beside the last year, whose half of a step stands free.
  const free = 1 - 0.5 / Math.max(1, asked.panels.slots.length)
  return Math.min(width, (box.width - numbers - names) / free)
}

/** Whether each chart's name ends before the next one's begins. */
export function headsFit(asked: Omit<PanelsAsked, 'box'> & { box: Pick<Rectangle, 'width'> }): boolean {
  const { shown, size, options } = asked
  const room = plotWidth(asked) + size * (LETTER_ROOM + GAP - 0.5)
  return shown.every(
    ({ head, subject }) =>
      options.measure(head, size, 600) + (subject === 'all' ? 0 : HEAD_MARK * size) <= room,
  )
}

/** Before a name for its mark. */
const HEAD_MARK = 1.15
const LETTER_ROOM = 1.55
const GAP = 0.9

/** Left of each column: the first panel of a scale has its numbers, and where rows follow all of them have. */
function axisRooms(asked: Omit<PanelsAsked, 'box'>): number[] {
  const { panels, shown, columns, size, options } = asked
  const roomOf = (panel: ComparePanel) =>
    Math.max(...axisFor(panel, panels, options).ticks.map(({ label }) => options.measure(label, size, 400))) +
    size * 0.7
  const widest = Math.max(...shown.map(roomOf))
  return Array.from({ length: columns }, (_, i) => {
    if (columns < shown.length) return widest
    const panel = shown[i]
    return panel && hasNumbers(asked, panel) ? roomOf(panel) : 0
  })
}

const isWhole = ({ subject }: ComparePanel) => subject === 'all'

/** All subjects have a scale of their own in Shares; ranks share one. */
function hasNumbers({ panels, shown, columns }: Omit<PanelsAsked, 'box'>, panel: ComparePanel): boolean {
  const at = shown.indexOf(panel)
  const ofFive = panels.of === 'share' && at === shown.findIndex((each) => !isWhole(each))
  return columns < shown.length || at === 0 || ofFive
}

export function panelParts(asked: PanelsAsked): Part[] {
  const { panels, shown, box, size, columns, options } = asked
  const rows = Math.ceil(shown.length / columns)
  const rooms = axisRooms(asked)
  const width = plotWidth(asked)
  const height = (box.height - (rows - 1) * size * ROW_GAP) / rows
  return shown.flatMap((panel, i) => {
    const column = i % columns
    const before = rooms.slice(0, column + 1).reduce((sum, room) => sum + room, 0)
    const x = box.x + before + column * (width + size * (LETTER_ROOM + GAP))
    const top = box.y + Math.floor(i / columns) * (height + size * ROW_GAP)
    const plot = { x, y: top + size * HEAD, width, height: height - size * (HEAD + FOOT) }
    const labels = hasNumbers(asked, panel) ? 'left' : 'none'
    return panelOf(panel, { ...axisFor(panel, panels, options), labels }, plot, asked)
  })
}

/** The scale that a panel shares with those it is compared with. */
function axisFor(panel: ComparePanel, panels: ComparePanels, options: PanelsAsked['options']): Axis {
  const alike = (each: ComparePanel) => panels.of === 'rank' || isWhole(each) === isWhole(panel)
  return axisOf(panels, panels.panels.filter(alike), options)
}

function axisOf(
  { of }: ComparePanels,
  panels: readonly ComparePanel[],
  { language }: Pick<PlateOptions, 'language'>,
): Axis {
  const values = panels.flatMap(({ points, quartiles = [] }) => [
    ...points.flat().flatMap((point) => (point ? [point.value] : [])),
    ...quartiles.flatMap((each) => each ?? []),
  ])
  const most = Math.max(1e-9, ...values)
  const plain = { log: false, labels: 'left', grid: true } as const
  if (of === 'rank') {
    const ticks = rankTicks(most, 4)
    // Rank 1 is on top.
    return {
      ...plain,
      reversed: true,
      min: 0.5,
      max: Math.max(2, most) + 0.5,
      ticks: ticks.map((at) => ({ at, label: formatNumber(at, 0, language) })),
    }
  }
  const steps = ticksBetween(0, most * 1.3, 4)
  const step = (steps[1] ?? most) - (steps[0] ?? 0)
  const top = Math.ceil(most / step - 1e-9) * step
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, i) =>
    Number((i * step).toPrecision(12)),
  )
  const decimals = tickDecimals(ticks)
  return {
    ...plain,
    min: 0,
    max: top,
    ticks: ticks.map((at) => ({ at, label: formatNumber(at, decimals, language) })),
  }
}

function panelOf(panel: ComparePanel, axis: Axis, plot: Rectangle, asked: PanelsAsked): Part[] {
  const { panels, cities, size, options } = asked
  const { slots } = panels
  const { language } = options
  const count = slots.length
  const say = (key: string, values: Record<string, string> = {}) =>
    translate(language, `plates.compare.${key}`, values)
  const chart: ChartPart = {
    kind: 'chart',
    name: panel.head,
    alt: say('panel', {
      subject: panel.head,
      measure: translate(language, panels.of === 'share' ? 'figures.share.column' : 'figures.ranks.column'),
      cities: cities.map(({ name }) => name).join(translate(language, 'figures.list')),
      years: spanWords(slots, language),
    }),
    type: 'line',
    plot,
    sheet: {
      head: [translate(language, 'figures.ranks.year'), ...cities.map(({ name }) => name)],
      rows: slots.map((slot, i) => [
        'gap' in slot ? '' : String(slot.year),
        ...panel.points.map((points) => points[i]?.value ?? null),
      ]),
    },
    series: cities.map((city, i) => seriesOf(city, panel.points[i] ?? [], i + 1, asked)),
    value: axis,
    categories: { labels: false },
    size,
    format: panels.of === 'rank' ? '0' : '#,##0.00',
  }
  const foot = plot.y + plot.height
  const placed = placedLetters(panel, axis, plot, asked, namesWidth(asked) > 0)
  const behind = contextParts(panel, axis, plot, asked, placed)
  return [
    ...headOf(panel, plot, size),
    ...hatches(slots, plot),
    ...quartileBand(panel, slots.length, axis, plot),
    ...behind.lines,
    ...(panels.of === 'rank' ? dottedLinks(panel, axis, plot, asked) : []),
    chart,
    { kind: 'line', x1: plot.x, y1: foot, x2: plot.x + plot.width, y2: foot, tone: 'ink', width: 0.6 },
    ...yearWords(panel, slots, plot, count, asked),
    ...letters(placed, size),
    ...behind.names,
    ...lettersNames(panel, placed, asked),
  ]
}

function headOf({ head, subject }: ComparePanel, { x, y }: Rectangle, size: number): Part[] {
  const at = y - size * 1.6
  const isAll = subject === 'all'
  const mark: Part[] = isAll
    ? []
    : [
        {
          kind: 'mark',
          x: x + size * 0.4,
          y: at - size * 0.36,
          mark: {
            shape: subjectMarks[subject]?.shape ?? 'circle',
            size: size * 0.8,
            tone: subject,
            hollow: false,
          },
        },
      ]
  return [
    ...mark,
    {
      kind: 'text',
      role: 'label',
      x: isAll ? x : x + size * HEAD_MARK,
      y: at,
      lines: [[{ text: head }]],
      leading: size * 1.3,
      size,
      weight: 600,
      tone: wordTone(subject),
      align: 'left',
    },
  ]
}

/** A line where two values follow; a mark at the last one, and where a value stands alone. */
function seriesOf(
  { look }: ComparedCity,
  points: readonly (ComparePoint | null)[],
  column: number,
  { panels, size, everyYear = false }: PanelsAsked,
): ChartSeries {
  const last = points.findLastIndex((point) => point !== null)
  // Between years without a rank, those with one are told by their marks.
  const isEach = panels.of === 'rank' && everyYear
  const mixed = points.some((point) => point?.hollow) && points.some((point) => point?.hollow === false)
  const mark = (point: ComparePoint): Mark => ({
    shape: look.shape,
    size: size * 0.5,
    tone: look.line,
    hollow: point.hollow,
  })
  return {
    column,
    tone: look.line,
    line: size * 0.14,
    mark: null,
    points: Object.fromEntries(
      points.flatMap((point, i) => {
        if (!point) return []
        const alone = !points[i - 1] && !points[i + 1]
        const shown = i === last || alone || look.marked || isEach || (mixed && !point.hollow)
        return shown ? [[i, { mark: mark(point) }]] : []
      }),
    ),
  }
}

export function spanWords(slots: readonly Slot[], language: PlateOptions['language']): string {
  const years = slots.flatMap((slot) => ('gap' in slot ? [] : [slot.year]))
  const [from, to] = [Math.min(...years), Math.max(...years)]
  return from === to
    ? String(from)
    : translate(language, 'plates.compare.years', { from: String(from), to: String(to) })
}
