/** Columns of the ranking: its measures and what names a row; which are shown without being asked for. */
import type { RankingRow } from '../contract/rankings.ts'
import type { EntityName } from '../domain/entity-names.ts'
import type { RankingSort } from '../domain/ranking-sorts.ts'
import { RANKING_SORTS } from '../domain/ranking-sorts.ts'
import type { RankingMeasure, TableKind } from '../measures/measure.ts'
import type { RankingMeasureId } from '../measures/ranking.ts'
import { RANKING_MEASURES } from '../measures/ranking.ts'

export type { TableKind }

export interface ColumnSpec {
  id: RankingSort
  /** What the column holds; null of the columns that name the row. */
  measure: (RankingMeasure & { id: RankingMeasureId }) | null
  /** Pixels; null takes what is left. */
  width: number | null
  numeric: boolean
  /** Cannot be hidden. */
  always: boolean
  /** First click sorts from the largest. */
  largestFirst: boolean
  /** Place in the order in which columns leave a narrow table; null stays. */
  leaving: number | null
}

/** The columns that name a row. */
const NAMING: readonly ColumnSpec[] = [
  {
    id: 'name',
    measure: null,
    width: null,
    numeric: false,
    always: true,
    largestFirst: false,
    leaving: null,
  },
  {
    id: 'region',
    measure: null,
    width: 138,
    numeric: false,
    always: false,
    largestFirst: false,
    leaving: Infinity,
  },
]
const MEASURED: readonly ColumnSpec[] = RANKING_MEASURES.map((measure) => ({
  id: measure.id,
  measure,
  width: measure.width,
  numeric: true,
  always: 'always' in measure,
  largestFirst: measure.largestFirst,
  leaving: measure.leaves,
}))

/** In the order of `RANKING_SORTS`. */
export const COLUMNS: readonly ColumnSpec[] = RANKING_SORTS.map(
  (id) => [...NAMING, ...MEASURED].find((column) => column.id === id) as ColumnSpec,
)

/** Columns that rows of a kind can have. */
export const columnsOf = (by: EntityName): readonly ColumnSpec[] =>
  COLUMNS.filter(({ measure }) => measure === null || measure.entities.includes(by))

/** Columns that a table can show: an edition's lacks what editions never have. */
export const offeredColumns = (kind: TableKind, by: EntityName = 'city'): readonly ColumnSpec[] =>
  columnsOf(by).filter(({ measure }) => kind.startsWith('index') || measure?.ofEdition !== 'none')

/** The standard set of a kind of table, in the order of the columns; what names a row always stands in it. */
export const standardColumns = (kind: TableKind): readonly RankingSort[] =>
  COLUMNS.filter(({ measure }) => measure === null || measure.standard.includes(kind)).map(({ id }) => id)

/**
 * Columns named in the address, those that always stand included; where it names none the standard set, with the column
 * that the rows are sorted by.
 */
export function shownColumns(
  named: readonly string[],
  kind: TableKind,
  sort: RankingSort = 'rank',
  by: EntityName = 'city',
): ColumnSpec[] {
  const wanted: readonly string[] = named.length > 0 ? named : [...standardColumns(kind), sort]
  const shown = offeredColumns(kind, by).filter((column) => column.always || wanted.includes(column.id))
  if (!kind.startsWith('index')) return shown
  return shown.map((column) => ({ ...column, width: column.measure?.indexWidth ?? column.width }))
}

/**
 * The measures of a list of figures, in the order of the columns: those that its kind shows, those of an edition only
 * where an edition has them, and the optional ones only where a row has them.
 */
export function listedMeasures(
  kind: TableKind,
  rows: readonly RankingRow[],
): (RankingMeasure & { id: RankingMeasureId })[] {
  const printed = rows.every(({ provenance }) => provenance === 'printed')
  const by = rows[0]?.by ?? 'city'
  return RANKING_MEASURES.filter(
    (measure: RankingMeasure & { id: RankingMeasureId }) =>
      measure.standard.includes(kind) &&
      measure.entities.includes(by) &&
      !(printed && measure.ofEdition === 'none') &&
      !(measure.optional && rows.every((row) => row[measure.id] === null)),
  )
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
