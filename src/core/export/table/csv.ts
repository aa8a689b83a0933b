import { stringify } from 'csv-stringify/sync'
import type { CitationLine } from '../citation.ts'
import type { Cell, ExportTable } from './columns.ts'

/**
 * A table as CSV. `plain` is RFC 4180 in UTF-8 (CRLF, no byte-order mark), the table alone. `excel` has a
 * byte-order mark, guards text that a spreadsheet would run as a formula, and carries the citation block below
 * the table.
 */
export function toCsv(
  table: ExportTable,
  citation: readonly CitationLine[],
  flavour: 'plain' | 'excel',
): string {
  const excel = flavour === 'excel'
  const head = table.columns.map((column) => column.head)
  const guard = (cell: Cell) => (excel && typeof cell === 'string' ? guardFormula(cell) : cell)
  const lines: Cell[][] = [head, ...table.rows.map((row) => row.map(guard))]
  const notes = citation.map(([label, value]) => [guard(label), guard(value)])
  const body = stringify(excel ? [...lines, [], ...notes] : lines, { record_delimiter: '\r\n', bom: excel })
  return body
}

/** A cell starting with = + - @, a tab or a line end is text, not a formula: an apostrophe says so. */
export function guardFormula(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}
