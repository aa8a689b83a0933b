/** How a comparison is spread over plates: on a slide multiples and table together, else one after the other. */
import { roomOf } from '../frame.ts'
import type { PlateOptions, PlateWords } from '../plate.ts'
import type { Rectangle } from '../parts.ts'
import { headsFit, leastPanelsHeight, plotWidth } from './panels.ts'
import type { ComparePanels, CompareSpec } from './spec.ts'
import { othersOf } from './spec.ts'
import { leastTableHeight, planTable } from './table.ts'

/** Up to so many cities' differences stand under their lines. */
const TOGETHER = 3
/** A chart narrower than this, in parts of its words' size, is not read. */
const LEAST_PLOT = 4.4

/** What of a comparison stands on a page, and how it is arranged. */
export interface ComparePage {
  of: 'both' | 'shares' | 'table' | 'ranks'
  columns: number
  /** The charts of the page, by number. */
  panels: readonly number[]
  /** The cities whose differences stand on it. */
  others: readonly number[]
}

/** What stands above the table: Shares by year, or where they make no line the ranks. */
export const firstPanels = ({ shares, ranks }: CompareSpec): ComparePanels | null => shares ?? ranks

/** The multiples of a page; null of a table alone. */
export function panelsOn(spec: CompareSpec, { of }: Pick<ComparePage, 'of'>): ComparePanels | null {
  return { both: firstPanels(spec), shares: spec.shares, ranks: spec.ranks, table: null }[of]
}

export const legendHeight = (size: number): number => 2.2 * size

interface Asked {
  spec: CompareSpec
  frame: Rectangle
  size: number
  options: PlateOptions
}

/** The pages of a comparison; `words` are those of a page with both. */
export function pagesOf(spec: CompareSpec, words: PlateWords, options: PlateOptions): ComparePage[] {
  const { frame, type } = roomOf(words, options)
  const asked = { spec, frame, size: type.label, options }
  const others = othersOf(spec)
  const first = firstPanels(spec)
  if (first && isTogether(asked, first)) {
    const panels = first.panels.map((_, at) => at)
    const ranks = spec.ranks && first !== spec.ranks ? panelPages('ranks', asked, spec.ranks) : []
    return [{ of: 'both', columns: panels.length, panels, others }, ...ranks]
  }
  return [
    ...(spec.shares ? panelPages('shares', asked, spec.shares) : []),
    ...tablePages(asked, others),
    ...(spec.ranks ? panelPages('ranks', asked, spec.ranks) : []),
  ]
}

function isTogether(asked: Asked, panels: ComparePanels): boolean {
  const { spec, frame, size, options } = asked
  const { cities, rows } = spec
  const least = leastTableHeight(size, rows.length)
  const needed = leastPanelsHeight(size, cities.length, 1) + size + least
  const columns = panels.panels.length
  const others = othersOf(spec)
  return (
    cities.length <= TOGETHER &&
    frame.height >= needed &&
    isWide(asked, panels, panels.panels, columns) &&
    planTable(spec, others, { ...frame, height: least }, size, options).whole
  )
}

function isWide(
  { spec, frame, size, options }: Asked,
  panels: ComparePanels,
  shown: ComparePanels['panels'],
  columns: number,
): boolean {
  const those = { panels, shown, cities: spec.cities, box: frame, size, columns, options }
  return plotWidth(those) >= LEAST_PLOT * size && headsFit(those)
}

/** Charts on as few pages as hold them. */
function panelPages(of: 'shares' | 'ranks', asked: Asked, panels: ComparePanels): ComparePage[] {
  const all = panels.panels.map((_, at) => at)
  for (let pages = 1; pages <= all.length; pages++) {
    const on = parted(all, pages)
    const columns = columnsFor(asked, panels, on[0] ?? [])
    if (columns !== null || pages === all.length)
      return on.map((shown) => ({ of, columns: columns ?? 1, panels: shown, others: [] }))
  }
  return []
}

function parted(all: readonly number[], pages: number): number[][] {
  const most = Math.ceil(all.length / pages)
  return Array.from({ length: Math.ceil(all.length / most) }, (_, i) => all.slice(i * most, (i + 1) * most))
}

/** The columns that give charts of the best shape, of those that fit; null where none does. */
function columnsFor(asked: Asked, panels: ComparePanels, on: readonly number[]): number | null {
  const { spec, frame, size, options } = asked
  const shown = panels.panels.filter((_, at) => on.includes(at))
  const count = shown.length
  const height = frame.height - legendHeight(size)
  const fits = [1, 2, 3, 4, 5, 6].filter(
    (columns) =>
      columns <= count &&
      height >= leastPanelsHeight(size, spec.cities.length, Math.ceil(count / columns)) &&
      isWide(asked, panels, shown, columns),
  )
  const cost = (columns: number) => {
    const width = plotWidth({ panels, shown, cities: spec.cities, box: frame, size, columns, options })
    const high = height / Math.ceil(count / columns) - 4 * size
    // A row that is not full costs as much as charts twice as flat.
    const ragged = count % columns === 0 ? 0 : Math.log(2)
    return Math.abs(Math.log(width / Math.max(1, high) / 1.3)) + ragged
  }
  return fits.toSorted((a, b) => cost(a) - cost(b))[0] ?? null
}

/** Differences on as few pages as hold their columns. */
function tablePages({ spec, frame, size, options }: Asked, others: readonly number[]): ComparePage[] {
  for (let pages = 1; pages <= others.length; pages++) {
    const on = parted(others, pages)
    const fits = on.every((each) => planTable(spec, each, frame, size, options).fits)
    if (fits || pages === others.length)
      return on.map((each) => ({ of: 'table', columns: 0, panels: [], others: each }))
  }
  return []
}
