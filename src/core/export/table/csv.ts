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
): Buffer<ArrayBuffer> {
  const excel = flavour === 'excel'
  const head = table.columns.map((column) => column.head)
  const guard = (cell: Cell) => (excel && typeof cell === 'string' ? guardFormula(cell) : cell)
  const notes = excel ? [[], ...citation.map(([label, value]) => [guard(label), guard(value)])] : []
  const pieces = [textOf([head], excel)]
  for (let at = 0; at < table.rows.length; at += PIECE) {
    pieces.push(textOf(table.rows.slice(at, at + PIECE).map((row) => row.map(guard))))
  }
  return Buffer.concat([...pieces, textOf(notes)])
}

/** Rows that are made into text at once: all pairs of a large index are more text than one string may hold. */
const PIECE = 5000

const textOf = (lines: Cell[][], bom = false) =>
  Buffer.from(stringify(lines, { record_delimiter: '\r\n', bom }), 'utf8')

/** A cell starting with = + - @, a tab or a line end is text, not a formula: an apostrophe says so. */
export function guardFormula(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}
