/** Lists of answers as JSON or a table for the terminal, from one description of their columns. */
import type { DatasetStamp } from '../shared/contract/common.ts'
import type { Language } from '../shared/domain/language.ts'
import { formatNumber, formatSigned } from '../shared/format/numbers.ts'
import { translate } from '../shared/i18n/index.ts'
import { say } from './io.ts'
import type { Session } from './session.ts'
import { listJson } from './session.ts'
import { formatTable } from './table.ts'

type Cell = string | number | null

export interface RowColumn<Row> {
  head: string
  cell(row: Row): Cell
  /** Of numbers in a table; CSV has them in full. Without it a number is shown as it is: a year, say. */
  decimals?: number
  /** Shown with its sign. */
  signed?: boolean
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

/** Writes a list in the format asked for; a table says on stderr when it is empty or cut. */
export async function writeList<Row>(
  session: Session,
  list: List<Row>,
  columns: readonly RowColumn<Row>[],
): Promise<void> {
  const { format, options, tell, write } = session
  if (format === 'json') return write(listJson(list))
  if (format !== 'table') throw new Error('CSV is written by writeExport, with the citation of the app')
  write(rowsTable(list.rows, columns, options.lang))
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
      ...(column.decimals === undefined ? {} : { align: 'right' as const }),
    })),
  )
}

function cellText(
  cell: Cell,
  { decimals, signed }: { decimals?: number; signed?: boolean },
  language: Language,
): string {
  if (cell === null) return '–'
  if (typeof cell === 'string' || decimals === undefined) return String(cell)
  return signed ? formatSigned(cell, decimals, language) : formatNumber(cell, decimals, language)
}
