import type { Cell } from '../columns.ts'
import { STAMP_NAME, stampText } from '../../stamp.ts'
import { csvBytes, headAndRows } from './csv.ts'
import type { TableFile } from './table-file.ts'

const SEPARATORS = { comma: ',', semicolon: ';', tab: '\t' } as const

/**
 * CSV as a spreadsheet opens it: with a byte-order mark, text guarded that would be run as a formula, and the citation
 * block below the table, whose last line leads back to the view. Spreadsheets split cells and read decimals by the settings of their machine: in English and Chinese
 * commas separate and a point stands before the decimals, which is what stands without a choice; a German or French
 * spreadsheet expects semicolons and a decimal comma.
 */
export function writeCsvForExcel({ table, citation, separator, decimal, stamp }: CsvOf): Buffer<ArrayBuffer> {
  const [head = [], ...rows] = headAndRows(table)
  const cells = (row: readonly Cell[]): Cell[] => row.map((cell) => written(cell, decimal ?? 'point'))
  const stampLine = stamp ? [[STAMP_NAME, stampText(stamp)]] : []
  const lines = [head, ...rows.map(cells), [], ...citation.map(cells), ...stampLine]
  return csvBytes(lines, { bom: true, separator: SEPARATORS[separator ?? 'comma'] })
}

type CsvOf = Pick<TableFile, 'table' | 'citation' | 'separator' | 'decimal'> &
  Partial<Pick<TableFile, 'stamp'>>

function written(cell: Cell, decimal: NonNullable<CsvOf['decimal']>): Cell {
  if (typeof cell === 'string') return guardFormula(cell)
  return typeof cell === 'number' && decimal === 'comma' ? String(cell).replace('.', ',') : cell
}

/** A cell starting with = + - @, a tab or a line end is text, not a formula: an apostrophe says so. */
function guardFormula(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text
}
