/** Lists of answers as a table for the terminal. */
import type { DatasetStamp } from '../shared/contract/common.ts'
import type { Language } from '../shared/domain/language.ts'
import { formatFigure } from '../shared/format/figures.ts'
import { formatNumber } from '../shared/format/numbers.ts'
import type { MeasureId } from '../shared/measures/by-id.ts'
import { translate } from '../shared/i18n/index.ts'
import { say } from './io.ts'
import type { Session } from './session.ts'
import { formatTable } from './table.ts'

type Cell = string | number | null

export interface RowColumn<Row> {
  head: string
  cell(row: Row): Cell
  /** What a number is: it is written as that measure is. */
  measure?: MeasureId
  /** Of other numbers. Without either a number is shown as it is: a year, say. */
  decimals?: number
}

interface Rows<Row> extends DatasetStamp {
  filters: object
  rows: readonly Row[]
}

export interface List<Row> extends Rows<Row> {
  total?: number
  truncated?: boolean
}

/** Head of a column: the words of the command line, else those of exported files. */
export function headOf(language: Language, id: string, values: Record<string, string | number> = {}): string {
  const key = `cli.columns.${id}`
  const own = translate(language, key, values)
  return own === key ? translate(language, `exports.columns.${id}`, values) : own
}

/** Writes a list as a table, and says on stderr when it is empty or cut. */
export async function writeTable<Row>(
  session: Session,
  list: List<Row>,
  columns: readonly RowColumn<Row>[],
  foot = '',
): Promise<void> {
  const { options, tell, write } = session
  await write(rowsTable(list.rows, columns, options.lang) + foot)
  tellRest(session, list)
  if (list.rows.length === 0) tell(say(options.lang, 'emptyComputed'))
}

/** Says how many rows are not shown. */
export function tellRest({ options, tell }: Session, { rows, total, truncated }: List<unknown>): void {
  if (truncated) tell(say(options.lang, 'more', { shown: rows.length, total: total ?? rows.length }))
}

export function rowsTable<Row>(
  rows: readonly Row[],
  columns: readonly RowColumn<Row>[],
  language: Language,
): string {
  return formatTable(
    rows,
    columns.map((column) => ({
      head: column.head,
      value: (row) => cellText(column.cell(row), column, language),
      ...(column.decimals === undefined && column.measure === undefined ? {} : { align: 'right' as const }),
    })),
  )
}

function cellText(
  cell: Cell,
  { decimals, measure }: { decimals?: number; measure?: MeasureId },
  language: Language,
): string {
  if (cell === null) return '–'
  if (typeof cell === 'string') return cell
  if (measure !== undefined) return formatFigure(measure, cell, language)
  return decimals === undefined ? String(cell) : formatNumber(cell, decimals, language)
}
