/** Columns of the ranking: what stands in them, how wide they are, and which are shown without being asked for. */
import type { RankingRow, RankingSort } from '../contract/rankings.ts'

export interface ColumnSpec {
  id: RankingSort
  /** Pixels; null takes what is left. */
  width: number | null
  numeric: boolean
  /** Cannot be hidden. */
  always?: boolean
  /** Decimals of the plain number columns. */
  decimals?: number
  /** First click sorts from the largest. */
  largestFirst: boolean
}

export const COLUMNS: readonly ColumnSpec[] = [
  { id: 'rank', width: 46, numeric: true, always: true, largestFirst: false },
  { id: 'rankChange', width: 52, numeric: true, largestFirst: true },
  { id: 'name', width: null, numeric: false, always: true, largestFirst: false },
  { id: 'region', width: 146, numeric: false, largestFirst: false },
  { id: 'share', width: 88, numeric: true, decimals: 2, largestFirst: true },
  { id: 'count', width: 54, numeric: true, decimals: 0, largestFirst: true },
  { id: 'countPerShare', width: 58, numeric: true, decimals: 2, largestFirst: true },
  { id: 'adjustedShare', width: 84, numeric: true, decimals: 2, largestFirst: true },
  { id: 'change', width: 96, numeric: true, decimals: 2, largestFirst: true },
  { id: 'changePct', width: 112, numeric: true, decimals: 1, largestFirst: true },
  { id: 'regionSharePct', width: 58, numeric: true, decimals: 1, largestFirst: true },
]

/** Whose head has a small line over it: since when, or of what. */
export const WITH_SMALL: readonly RankingSort[] = [
  'rankChange',
  'countPerShare',
  'adjustedShare',
  'change',
  'changePct',
  'regionSharePct',
]

const FULL: readonly RankingSort[] = [
  'rank',
  'rankChange',
  'name',
  'region',
  'share',
  'count',
  'regionSharePct',
  'countPerShare',
]
const PARTIAL: readonly RankingSort[] = [
  'rank',
  'rankChange',
  'name',
  'region',
  'share',
  'count',
  'changePct',
]

// Adjusted to the year itself a Share is the Share, so that column stands only where another base is chosen.
const INDEX: readonly RankingSort[] = [
  'rank',
  'rankChange',
  'name',
  'region',
  'share',
  'count',
  'change',
  'changePct',
]
const INDEX_BASE: readonly RankingSort[] = [
  'rank',
  'rankChange',
  'name',
  'region',
  'share',
  'adjustedShare',
  'change',
  'changePct',
]

// Names of institutions are long.
const INDEX_INSTITUTION: readonly RankingSort[] = ['rank', 'name', 'region', 'share', 'count', 'changePct']

/** What a table is of: a computed index (with a base year of its own or not), an edition's whole or partial table. */
export type TableKind = 'full' | 'partial' | 'index' | 'index-base' | 'index-institution'
const STANDARD = {
  full: FULL,
  partial: PARTIAL,
  index: INDEX,
  'index-base': INDEX_BASE,
  'index-institution': INDEX_INSTITUTION,
} as const

/** The standard set of a kind of table. */
export const standardColumns = (kind: TableKind): readonly RankingSort[] => STANDARD[kind]

// An index knows every Share; where an edition prints none, "not published" stands in full.
const SHARE_OF_INDEX = 76

/**
 * Columns named in the address, those that always stand included; where it names none the standard set, with the column
 * that the rows are sorted by.
 */
export function shownColumns(
  named: readonly string[],
  kind: TableKind,
  sort: RankingSort = 'rank',
): ColumnSpec[] {
  const wanted: readonly string[] = named.length > 0 ? named : [...standardColumns(kind), sort]
  const shown = COLUMNS.filter((column) => column.always || wanted.includes(column.id))
  if (!kind.startsWith('index')) return shown
  return shown.map((column) => (column.id === 'share' ? { ...column, width: SHARE_OF_INDEX } : column))
}

/** What the address says for a choice of columns; '' for the standard set. */
export function columnsInAddress(ids: readonly RankingSort[], kind: TableKind): string {
  const standard = standardColumns(kind)
  const same = ids.length === standard.length && standard.every((id) => ids.includes(id))
  return same
    ? ''
    : COLUMNS.filter(({ id }) => ids.includes(id))
        .map(({ id }) => id)
        .join(',')
}

/** Whether no row has a figure in a column. */
export function isEmptyColumn(id: RankingSort, rows: readonly RankingRow[]): boolean {
  return id !== 'name' && id !== 'region' && rows.every((row) => row[id] === null)
}
