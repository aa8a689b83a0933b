/** What stands on and beside a panel (letters at the ends of lines, years, hatches), and what panels are asked with. */
import { label } from '../label.ts'
import { translate } from '../../i18n/index.ts'
import { categoryX, yOf } from '../chart-places.ts'
import type { Axis, Part, Rectangle } from '../parts.ts'
import type { PlateOptions } from '../plate.ts'
import { spreadApart } from '../spread.ts'
import type { ComparedCity, ComparePanel, ComparePanels, Slot } from './spec.ts'

/** Letters stand so far apart, as parts of their size: 25 units of a slide. */
export const LETTER_GAP = 1.25
/** Side of a letter's square. */
export const LETTER_SIDE = 1.2

/** From a point to what stands beside it, as a part of the size. */
export const BESIDE = 0.9

export interface PanelsAsked {
  panels: ComparePanels
  /** Those of them that stand here; their scales are those of all. */
  shown: readonly ComparePanel[]
  cities: readonly ComparedCity[]
  box: Rectangle
  /** Size of the words. */
  size: number
  columns: number
  options: Pick<PlateOptions, 'language' | 'measure'>
  /** Every year has its number where there is room, not only the first and the last. */
  everyYear?: boolean
}

/** Where what is counted changes: nothing is joined across it. */
export function hatches(slots: readonly Slot[], plot: Rectangle): Part[] {
  const step = plot.width / slots.length
  const width = Math.min(step, 12)
  return slots.flatMap((slot, i): Part[] =>
    'gap' in slot
      ? [
          {
            kind: 'rect',
            box: { x: categoryX(plot, slots.length, i) - width / 2, y: plot.y, width, height: plot.height },
            hatched: true,
          },
        ]
      : [],
  )
}

/** Between the quartiles of a group, a step a year: nobody knows what lies between two years. */
export function quartileBand(
  { quartiles = [] }: Pick<ComparePanel, 'quartiles'>,
  count: number,
  axis: Axis,
  plot: Rectangle,
): Part[] {
  const step = plot.width / count
  return quartiles.flatMap((each, i): Part[] => {
    if (!each) return []
    const [one, other] = [yOf(plot, axis, each[0]), yOf(plot, axis, each[1])]
    const y = Math.min(one, other)
    const height = Math.max(0.75, Math.abs(one - other))
    return [
      {
        kind: 'rect',
        box: { x: categoryX(plot, count, i) - step / 2, y, width: step, height },
        fill: 'line',
      },
    ]
  })
}

/** The first year with a value, and in bold the last one; what would meet it is left out. */
export function yearWords(
  panel: ComparePanel,
  slots: readonly Slot[],
  plot: Rectangle,
  count: number,
  { size, options, everyYear = false }: PanelsAsked,
): Part[] {
  if (everyYear) return allYears(slots, plot, count, { size, options })
  const has = (i: number) => panel.points.some((points) => points[i])
  const yearAt = (i: number) => {
    const slot = slots[i]
    return slot && !('gap' in slot) ? String(slot.year) : ''
  }
  const known = slots.map((_, i) => i).filter(has)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return []
  const y = plot.y + plot.height + size * 1.35
  const right = plot.x + plot.width + size
  const lastText = yearAt(last)
  const lastWidth = options.measure(lastText, size, 600)
  const lastX = Math.min(categoryX(plot, count, last) - lastWidth / 2, right - lastWidth)
  const parts: Part[] = [label(lastText, lastX, y, size, { weight: 600, tone: 'ink' })]
  if (first === last) return parts
  const late = first > 0
  const words = [
    late ? translate(options.language, 'plates.compare.fromYear', { year: yearAt(first) }) : '',
    yearAt(first),
  ]
  for (const text of words.filter((each) => each !== '')) {
    const width = options.measure(text, size, 400)
    const most = lastX - size * 0.5 - width
    const x = Math.min(
      Math.max(plot.x, categoryX(plot, count, first) - (late ? width / 2 : 0) - (late ? 0 : size * 0.4)),
      most,
    )
    if (x < plot.x - size) continue
    parts.unshift(label(text, x, y, size, { weight: 400, tone: 'ink3' }))
    break
  }
  return parts
}

/** Chinese sets the apostrophe as wide as a letter, and writes such years without it. */
function shortYear(year: number, language: PlateOptions['language']): string {
  const digits = String(year % 100).padStart(2, '0')
  return language === 'zh' ? digits : `’${digits}`
}

/** Years in full, or without their century where that is too wide; the last one in bold. */
function allYears(
  slots: readonly Slot[],
  plot: Rectangle,
  count: number,
  { size, options }: Pick<PanelsAsked, 'size' | 'options'>,
): Part[] {
  const isShort = options.measure('2023', size, 600) + size * 0.6 > plot.width / count
  const last = slots.length - 1
  return slots.flatMap((slot, i): Part[] => {
    if ('gap' in slot) return []
    const words = isShort ? shortYear(slot.year, options.language) : String(slot.year)
    const look = i === last ? ({ weight: 600, tone: 'ink' } as const) : ({ tone: 'ink3' } as const)
    const y = plot.y + plot.height + size * 1.35
    return [label(words, categoryX(plot, count, i), y, size, { ...look, align: 'center' })]
  })
}

/** The end of a city's line and the middle of its letter. */
export interface PlacedLetter {
  city: ComparedCity
  x: number
  y: number
  at: number
  place: number
}

/**
 * Each letter as near to the end of its own line as the others allow.
 * @param beside all beside their last points, where names follow them; without it at the plot's edge
 */
export function placedLetters(
  panel: ComparePanel,
  axis: Axis,
  plot: Rectangle,
  { panels, cities, size }: PanelsAsked,
  beside: boolean,
): PlacedLetter[] {
  const half = (size * LETTER_SIDE) / 2
  const right = plot.x + plot.width + size * 0.2 + half
  const ends = cities.flatMap((city, i) => {
    const points = panel.points[i] ?? []
    const slot = points.findLastIndex((point) => point !== null)
    const point = points[slot]
    if (!point) return []
    const x = categoryX(plot, panels.slots.length, slot)
    // A line that ends early has its letter at its own end: nothing leads across what follows.
    const near = x + size * BESIDE + half
    const isNear = beside || right - near > size * 1.6
    return [{ city, x, y: yOf(plot, axis, point.value), at: isNear ? near : right }]
  })
  const places = spreadApart(
    ends.map(({ y }) => y),
    size * LETTER_GAP,
    plot.y - half,
    plot.y + plot.height - half * 0.3,
  )
  return ends.map((end, i) => ({ ...end, place: places[i] ?? 0 }))
}

/** Letters at the ends of the lines, with a leader where one does not stand at its end. */
export function letters(placed: readonly PlacedLetter[], size: number): Part[] {
  const half = (size * LETTER_SIDE) / 2
  const badges = placed.map(({ city, at, place }): Part => ({
    kind: 'badge',
    x: at,
    y: place,
    letter: city.letter,
    side: half * 2,
    size,
    tone: city.look.badge,
  }))
  const leaders = placed.flatMap(({ place: y, ...end }): Part[] =>
    Math.abs(y - end.y) < size * 0.25
      ? []
      : [
          {
            kind: 'line',
            x1: end.x + size * 0.4,
            y1: end.y,
            x2: end.at - half,
            y2: y,
            tone: 'line3',
            width: 0.6,
          },
        ],
  )
  return [...leaders, ...badges]
}
