import type { Cell } from '../columns.ts'
import { csvBytes, headAndRows } from './csv.ts'
import type { TableFile } from './table-file.ts'

/**
 * CSV as a spreadsheet opens it: with a byte-order mark, text guarded that would be run as a formula, and the citation
 * block below the table.
 */
export function writeCsvForExcel({ table, citation }: TableFile): Buffer<ArrayBuffer> {
  const [head = [], ...rows] = headAndRows(table)
  return csvBytes([head, ...rows.map(guarded), [], ...citation.map(guarded)], { bom: true })
}

const guarded = (cells: readonly Cell[]): Cell[] =>
  cells.map((cell) => (typeof cell === 'string' ? guardFormula(cell) : cell))

/** A cell starting with = + - @, a tab or a line end is text, not a formula: an apostrophe says so. */
function guardFormula(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}
