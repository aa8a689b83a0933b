/** What a history of ranks has besides its lines: others that lead behind them, names at the ends, dots over unknown years. */
import type { Axis, Part, Rectangle, Tone } from '../parts.ts'
import { fitNames } from '../../figures/telling-cut.ts'
import { categoryX, yOf } from '../chart-places.ts'
import { label, RISE } from '../label.ts'
import type { PanelsAsked, PlacedLetter } from './panel-marks.ts'
import { BESIDE, LETTER_SIDE } from './panel-marks.ts'
import type { ComparePanel, ComparePanels, ComparePoint, ContextLine, Slot } from './spec.ts'

type Asked = Omit<PanelsAsked, 'box'> & { box: Pick<Rectangle, 'width'> }

/** Names of the context beside the compared ones', whose letters stand before them. */
const SMALL = 0.92
const NAME_GAP = 1.12
const LETTER_AND_GAP = BESIDE + LETTER_SIDE + 0.35
/** Names take at most this part of the width, and are cut where they are longer. */
const MOST_NAMES = 0.4
/** In a narrower box, as parts of the words' size, no name stands: the lines need it. */
const LEAST_BOX = 26

/** Those that a panel shows, which only one that stands alone has room for. */
const contextOf = ({ shown, box, size }: Pick<Asked, 'shown' | 'box' | 'size'>): readonly ContextLine[] =>
  shown.length === 1 && box.width >= LEAST_BOX * size ? (shown[0]?.context ?? []) : []

/** Room right of the last point for the names; 0 where none stand. */
export function namesWidth(asked: Asked): number {
  const context = contextOf(asked)
  if (context.length === 0) return 0
  const { cities, size, options, box } = asked
  const widths = [
    ...context.map(({ name }) => options.measure(name, size * SMALL, 400) + BESIDE * size),
    ...cities.map(({ name }) => options.measure(name, size, 600) + LETTER_AND_GAP * size),
  ]
  return Math.min(Math.max(...widths) + 0.2 * size, box.width * MOST_NAMES)
}

/** Grey lines with dots, as many as find room for their names; the first ones stand. */
export function contextParts(
  panel: ComparePanel,
  axis: Axis,
  plot: Rectangle,
  asked: PanelsAsked,
  letters: readonly PlacedLetter[],
): { lines: Part[]; names: Part[] } {
  const { size, options, panels } = asked
  const room = namesWidth(asked) - BESIDE * size
  const own = size * SMALL
  const last = panels.slots.findLastIndex((_, i) => panel.points.some((points) => points[i]))
  const x = categoryX(plot, panels.slots.length, last) + BESIDE * size
  const taken = letters.filter(({ at }) => at + size * LETTER_SIDE > x).map(({ place }) => place)
  const told = contextOf(asked).flatMap((line) => {
    const point = line.points[last]
    if (!point || point.value > axis.max) return []
    const y = yOf(plot, axis, point.value)
    if (taken.some((place) => Math.abs(place - y) < size * NAME_GAP)) return []
    taken.push(y)
    return [{ line, y }]
  })
  return {
    lines: told.flatMap(({ line }) => linesOf(line, axis, plot, asked)),
    names: fitNames(
      told.map(({ line }) => line.name),
      room,
      (text) => options.measure(text, own, 400),
    ).map((name, i) => label(name, x, (told[i]?.y ?? 0) + own * RISE, own, { tone: 'ink3', halo: true })),
  }
}

function linesOf(line: ContextLine, axis: Axis, plot: Rectangle, { panels, size }: PanelsAsked): Part[] {
  const { slots } = panels
  const look = { tone: 'line3', width: size * 0.08 } as const
  const dots = line.points.flatMap((point, i): Part[] => {
    if (!point || point.value > axis.max) return []
    const mark = { shape: 'circle', size: size * 0.36, tone: 'line3', hollow: point.hollow } as const
    return [{ kind: 'mark', x: categoryX(plot, slots.length, i), y: yOf(plot, axis, point.value), mark }]
  })
  return [...linksOf(line.points, slots).flatMap((link) => linkPart(link, axis, plot, slots, look)), ...dots]
}

/** Whether a line of ranks crosses a year that has none. */
export const isDotted = ({ of, panels, slots }: ComparePanels): boolean =>
  of === 'rank' &&
  panels.some(({ points }) => points.some((own) => linksOf(own, slots).some(({ from, to }) => to - from > 1)))

/** Over years without a rank, each line of those compared in its own tone. */
export function dottedLinks(panel: ComparePanel, axis: Axis, plot: Rectangle, asked: PanelsAsked): Part[] {
  const { slots } = asked.panels
  return asked.cities.flatMap(({ look }, at) =>
    linksOf(panel.points[at] ?? [], slots)
      .filter(({ to, from }) => to - from > 1)
      .flatMap((link) => linkPart(link, axis, plot, slots, { tone: look.line, width: asked.size * 0.12 })),
  )
}

/** Names of those compared beside their letters, where those stand in a column before the names. */
export function lettersNames(
  panel: ComparePanel,
  placed: readonly PlacedLetter[],
  asked: PanelsAsked,
): Part[] {
  const { size, options } = asked
  const room = namesWidth(asked) - LETTER_AND_GAP * size
  if (room <= 0 || panel !== asked.shown[0]) return []
  const end = Math.max(...placed.map(({ at }) => at))
  // A line that ends before the last year has other lines where its name would stand.
  const told = placed.filter(({ at }) => end - at < size * 0.1)
  const names = fitNames(
    told.map(({ city }) => city.name),
    room,
    (text) => options.measure(text, size, 600),
  )
  return told.map(({ city, at, place }, i) => {
    const x = at + size * (LETTER_SIDE / 2 + 0.35)
    return label(names[i] ?? '', x, place + size * RISE, size, {
      tone: city.look.badge,
      weight: 600,
      halo: true,
    })
  })
}

interface Link {
  from: number
  to: number
  start: number
  end: number
}

/** Between values that follow one another, known years only; none across a change of what is counted. */
function linksOf(points: readonly (ComparePoint | null)[], slots: readonly Slot[]): Link[] {
  const known = points.flatMap((point, at) => (point ? [{ at, value: point.value }] : []))
  return known.flatMap(({ at: from, value: start }, i) => {
    const next = known[i + 1]
    if (!next || slots.slice(from, next.at).some((slot) => 'gap' in slot)) return []
    return [{ from, to: next.at, start, end: next.value }]
  })
}

/** A link as far as the axis shows it: a rank beyond leaves the plot at its foot. */
function linkPart(
  { from, to, start, end }: Link,
  axis: Axis,
  plot: Rectangle,
  slots: readonly Slot[],
  look: { tone: Tone; width: number },
): Part[] {
  if (Math.min(start, end) >= axis.max) return []
  const at = (part: number) => ({
    x: categoryX(plot, slots.length, from + (to - from) * part),
    y: yOf(plot, axis, start + (end - start) * part),
  })
  const leaves = (axis.max - start) / (end - start)
  const one = at(start > axis.max ? leaves : 0)
  const other = at(end > axis.max ? leaves : 1)
  const dash = to - from > 1 ? ({ dash: 'dot' } as const) : {}
  return [{ kind: 'line', x1: one.x, y1: one.y, x2: other.x, y2: other.y, ...look, ...dash }]
}
