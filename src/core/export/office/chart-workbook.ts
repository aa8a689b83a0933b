/** The workbook behind a native chart: one sheet, from which the chart's cached numbers are read too. */
import { writeXlsx } from 'hucre'
import type { ChartPart } from '../../../shared/plates/parts.ts'

/** Where a chart's table stands: the cell of its first head. */
export interface SheetPlace {
  sheet: string
  /** From 0. */
  row: number
  column: number
}

export const OWN_SHEET: SheetPlace = { sheet: 'Sheet1', row: 0, column: 0 }

/** `A`, `Z`, `AA` … of a column from 0. */
export function columnLetters(column: number): string {
  let letters = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  return letters
}

/** `Sheet1!$B$2:$B$21`: the body of a column of the chart's table. @param column from 0, within the table */
export function columnCells({ sheet, row, column: left }: SheetPlace, column: number, rows: number): string {
  const letters = columnLetters(left + column)
  return `${quoted(sheet)}!$${letters}$${row + 2}:$${letters}$${row + 1 + rows}`
}

/** `Sheet1!$B$1`: the head of a column, which names the series. */
export const headCell = ({ sheet, row, column: left }: SheetPlace, column: number): string =>
  `${quoted(sheet)}!$${columnLetters(left + column)}$${row + 1}`

/** Names of more than letters and digits stand in apostrophes. */
const quoted = (sheet: string): string =>
  /^[A-Za-z_][A-Za-z0-9_]*$/.test(sheet) ? sheet : `'${sheet.replaceAll("'", "''")}'`

/** Bytes of the workbook that a chart of a slide or document embeds. @param date written as created and modified */
export async function chartWorkbook({ sheet, format }: ChartPart, date: Date): Promise<Uint8Array> {
  const numeric = sheet.head.map((_head, c) => sheet.rows.some((row) => typeof row[c] === 'number'))
  return writeXlsx({
    sheets: [
      {
        name: OWN_SHEET.sheet,
        columns: sheet.head.map((head, c) => ({
          width: Math.max(10, ...[head, ...sheet.rows.map((row) => row[c])].map(cellWidth)),
          ...(numeric[c] ? { numFmt: format } : {}),
        })),
        rows: [sheet.head, ...sheet.rows],
        freezePane: { rows: 1 },
      },
    ],
    properties: { creator: 'Science Cities', created: date, modified: date },
  })
}

/** In characters, at most 40; Han characters take two. */
const cellWidth = (value: unknown): number =>
  Math.min(
    40,
    Array.from(String(value ?? '')).reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 2),
  )
