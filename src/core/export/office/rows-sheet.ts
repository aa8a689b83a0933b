/** A sheet of rows: head and names stay in view, numbers are numbers, and a filter stands on the head. */
import { columnLetters } from './chart-workbook.ts'
import type { Cell, CellStyle, WriteSheet } from 'hucre'
import type { Language } from '../../../shared/domain/language.ts'
import { formatNumber } from '../../../shared/format/numbers.ts'
import { cellStyle, headStyle, numberFormat, shownWidth } from './sheet-styles.ts'

export interface SheetColumn {
  head: string
  numeric: boolean
  /** Number format, such as `#,##0.00`; null: as many decimals as the number has, two at most. */
  format: string | null
}

export interface RowsSheet {
  kind: 'rows'
  name: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly (string | number | null)[])[]
  /** Columns that stay in view, from the left. */
  frozen: number
  /** Place of the row being read. */
  read?: number | undefined
}

export function rowsSheet(sheet: RowsSheet, name: string, language: Language): WriteSheet {
  const { columns, rows, frozen } = sheet
  const cells = new Map<string, Partial<Cell>>()
  const styles = new Styles(language)
  columns.forEach(({ head, numeric }, c) =>
    cells.set(`0,${c}`, { value: head, type: 'string', style: headStyle(head, language, numeric) }),
  )
  rows.forEach((row, r) =>
    columns.forEach((column, c) => {
      const value = row[c] ?? null
      const style = styles.of(column, c, value, r === sheet.read)
      const type = typeof value === 'number' ? 'number' : value === null ? 'empty' : 'string'
      cells.set(`${r + 1},${c}`, { value: typeof value === 'string' ? plain(value) : value, type, style })
    }),
  )
  return {
    name,
    rows: [columns.map(({ head }) => head), ...rows.map((row) => [...row])],
    cells,
    columns: columns.map((column, c) => ({ width: widthOf(column, c, rows) })),
    rowDefs: new Map([[0, { height: 30 }]]),
    freezePane: { rows: 1, ...(frozen > 0 ? { columns: frozen } : {}) },
    ...(rows.length > 0
      ? { autoFilter: { range: `A1:${columnLetters(columns.length - 1)}${rows.length + 1}` } }
      : {}),
    pageSetup: {
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
    },
  }
}

// XML has no place for control characters.
// eslint-disable-next-line no-control-regex
const plain = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/** Styles that occur, each made once: a large sheet has few. */
class Styles {
  private readonly made = new Map<string, CellStyle>()
  private readonly language: Language

  constructor(language: Language) {
    this.language = language
  }

  of(column: SheetColumn, c: number, value: string | number | null, read: boolean): CellStyle {
    const text = typeof value === 'string' ? value : ''
    const format =
      typeof value === 'number' ? (column.format ?? numberFormat(Number.isInteger(value) ? 0 : 2)) : null
    // eslint-disable-next-line no-control-regex
    const key = `${c} ${read} ${format} ${/^[\u0000-\u2e7f]*$/.test(text)}`
    const known = this.made.get(key)
    if (known) return known
    const style = cellStyle(text, this.language, column.numeric, read, format)
    this.made.set(key, style)
    return style
  }
}

const WIDTH = { least: 8, most: 46 }

/** As wide as what stands in it; heads break into two lines and leave room for the filter's button. */
function widthOf({ head, numeric, format }: SheetColumn, c: number, rows: RowsSheet['rows']): number {
  const longestWord = Math.max(...head.split(/\s+/).map(shownWidth))
  let width = Math.max(longestWord, shownWidth(head) / 2) + 3
  const decimals = numeric ? decimalsOf(format) : 0
  for (const row of rows) {
    const value = row[c]
    if (value === null || value === undefined) continue
    const text = typeof value === 'number' ? formatNumber(value, decimals) : value
    width = Math.max(width, shownWidth(text) * 1.05 + 2)
  }
  return Math.round(Math.min(WIDTH.most, Math.max(WIDTH.least, width)) * 10) / 10
}

const decimalsOf = (format: string | null): number =>
  format === null ? 2 : (/\.(0+)/.exec(format)?.[1]?.length ?? 0)
