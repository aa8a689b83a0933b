/** Tables for a terminal: columns aligned, Chinese and Korean two cells wide; no name commands the terminal. */
import { inOneLine } from '../shared/format/hidden-signs.ts'

export interface TableColumn<Row> {
  head: string
  value(row: Row): string
  align?: 'right'
}

const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/

/** Cells a text takes in a terminal. */
export function cellWidth(text: string): number {
  let width = 0
  for (const sign of text) width += WIDE.test(sign) ? 2 : 1
  return width
}

export function formatTable<Row>(rows: readonly Row[], columns: readonly TableColumn<Row>[]): string {
  const lines = [
    columns.map(({ head }) => head),
    ...rows.map((row) => columns.map((column) => inOneLine(column.value(row)))),
  ]
  const widths = columns.map((_, at) => Math.max(...lines.map((line) => cellWidth(line[at] ?? ''))))
  const pad = (text: string, at: number) => {
    const blanks = ' '.repeat((widths[at] ?? 0) - cellWidth(text))
    return columns[at]?.align === 'right' ? blanks + text : text + blanks
  }
  return `${lines.map((line) => line.map(pad).join('  ').trimEnd()).join('\n')}\n`
}
