/**
 * How the ranking's columns share the room: the name has a least width, and where a table is too narrow for all columns
 * they leave it in a fixed order. Widths follow from `--room` in rankings.css; where nobody knows the table's width yet, as
 * on the first screen that a host writes, the same bounds stand as classes (styles/first-screen-room.css).
 */
import type { RankingSort } from '../contract/rankings.ts'
import type { ColumnSpec } from '../tables/ranking-columns.ts'
import { COLUMNS } from '../tables/ranking-columns.ts'

/** Pixels: the box of the tick, the least of a name, the ruler at the table's edge, and the bars. */
const TICK = 46
const NAME_LEAST = 160
const RULER = 34
const BAR = 112
const BAND = 66
/** What bars and regions can give away before a column leaves; as in features/rankings/rankings.css. */
const GIVES = { bar: 24, region: 22 } as const

/** Bounds are rounded up to steps, so that a style sheet can name them all. */
export const ROOM_STEP = 40

/** The first leaves first; those not named always stay. */
const LEAVING: readonly RankingSort[] = COLUMNS.filter(({ leaving }) => leaving !== null)
  .sort((a, b) => (a.leaving ?? 0) - (b.leaving ?? 0))
  .map(({ id }) => id)

/** Width that columns need, the name at its least. */
function need(columns: readonly ColumnSpec[]): number {
  const widths = columns.map(({ id, width }) => (width ?? NAME_LEAST) + (id === 'share' ? BAR : 0))
  return widths.reduce((sum, width) => sum + width, TICK + RULER)
}
const give = (columns: readonly ColumnSpec[]): number =>
  columns.reduce((sum, { id }) => sum + (id === 'share' ? GIVES.bar : id === 'region' ? GIVES.region : 0), 0)
const stepped = (width: number): number => Math.ceil(width / ROOM_STEP) * ROOM_STEP

/** Where rows have bands: their column of ranks holds both. */
export const withBandRoom = (columns: readonly StandingColumn[]): StandingColumn[] =>
  columns.map((column) =>
    column.id === 'rank' ? { ...column, width: (column.width ?? 0) + BAND, bands: true } : column,
  )

/** Width from which all columns stand at full width; what is more goes to the bars and the name. */
export const fullRoom = (columns: readonly ColumnSpec[]): number => stepped(need(columns))

/** Below which width of the table each column leaves it. The one that the rows are sorted by stays. */
export function leavesBelow(
  columns: readonly ColumnSpec[],
  sort: RankingSort,
): ReadonlyMap<RankingSort, number> {
  const bounds = new Map<RankingSort, number>()
  let staying = columns
  for (const id of LEAVING) {
    if (id === sort || !staying.some((column) => column.id === id)) continue
    bounds.set(id, stepped(need(staying) - give(staying)))
    staying = staying.filter((column) => column.id !== id)
  }
  return bounds
}

/** A column of a table; where the table's width is not known yet, with the class by which it leaves a narrow one. */
export interface StandingColumn extends ColumnSpec {
  leaves?: string
  /** Of the ranks: bands stand in it too. */
  bands?: true
}

/** The columns for which a table of this width has room; all, each with its bound, where it is not known yet. */
export function withRoom(
  columns: readonly ColumnSpec[],
  sort: RankingSort,
  width: number | null,
): StandingColumn[] {
  const bounds = leavesBelow(columns, sort)
  if (width !== null) return columns.filter(({ id }) => width >= (bounds.get(id) ?? 0))
  return columns.map((each) =>
    bounds.has(each.id) ? { ...each, leaves: `below-${bounds.get(each.id)}` } : each,
  )
}

/**
 * Pixels of the small line of years at the table's end. It is no figure and nothing to sort by, so it is no column of the
 * chooser. Of the standard set the change in Share gives way to it: the percentage beside and the line say as much.
 */
export const TREND = 2 * ROOM_STEP
const GIVES_WAY: RankingSort = 'change'

export interface Room {
  columns: StandingColumn[]
  /** The small line has its place. */
  hasTrend: boolean
  /** As `fullRoom`, the small line included. */
  full: number
}

/** @param chosen the columns were named by the user: then the line alone gives way */
export function roomWithTrend(
  columns: readonly StandingColumn[],
  sort: RankingSort,
  width: number | null,
  { wants, chosen }: { wants: boolean; chosen: boolean },
): Room {
  const without = { columns: withRoom(columns, sort, width), hasTrend: false, full: fullRoom(columns) }
  if (!wants || width === null) return without
  const fewer = columns.filter(({ id }) => id !== GIVES_WAY || id === sort)
  for (const kept of chosen ? [columns] : [columns, fewer]) {
    // The table's width is known: no bound has to be one that a style sheet names.
    if (width >= need(kept) - give(kept) + TREND)
      return { columns: [...kept], hasTrend: true, full: fullRoom(kept) + TREND }
  }
  return without
}
