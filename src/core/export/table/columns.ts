/** Columns of the tables that can be exported: their heads in both languages and how a cell is read from a row. */
import type { Language } from '../../../shared/domain/language.ts'
import { translate } from '../../../shared/i18n/index.ts'

export type Cell = string | number | null

export interface Column<Row> {
  /** Key in JSON and in the request's `columns`. */
  id: string
  /** Words of the head, where one column has other words in another table. */
  head?: string
  value(row: Row): Cell
}

/** How many rows, or pairs, stand in a file and how many there are. */
export type Shown = Partial<Record<'rows' | 'pairs', [n: number, of: number]>>

export interface ExportTable {
  /** Stem of the file's name. */
  name: string
  columns: { id: string; head: string }[]
  rows: Cell[][]
  /** Rows as objects with the JSON names. */
  records: Record<string, unknown>[]
  filters: [label: string, value: string][]
  filtersJson: Record<string, unknown>
  /** Of a list that may be cut: how many of its rows stand in the file, and how many there are. */
  shown?: Shown
  /** What the answer says beside its rows, for JSON; made where it is asked for. */
  more?: () => object | Promise<object>
  /** Of the layout, of networks only. */
  seed?: number
}

/** Head of a column: its words, and its unit where there is one. */
export function columnHead(id: string, language: Language): string {
  return translate(language, `exports.columns.${id}`)
}

export function toCells<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Cell[][] {
  return rows.map((row) => columns.map((column) => column.value(row)))
}
