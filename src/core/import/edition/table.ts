/** A CSV file as rows that know their line, and readers of cells that record what is wrong with them. */
import { CsvError, parse } from 'csv-parse/sync'
import type { Issues } from './issues.ts'

export interface Row {
  line: number
  cells: Record<string, string>
}

export interface Table {
  file: string
  columns: string[]
  rows: Row[]
}

interface InfoRecord {
  record: string[]
  info: { lines: number }
}

/** Parses RFC 4180 text with a head line. Null where it cannot be read; the issue says why. */
export function parseTable(file: string, text: string, issues: Issues): Table | null {
  const sign = otherDelimiter(text)
  if (sign !== null) {
    issues.add(file, 1, 'delimiter-comma', { sign: sign === '\t' ? 'Tab' : sign })
    return null
  }
  let records: InfoRecord[]
  try {
    records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as InfoRecord[]
  } catch (error) {
    const line = error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : null
    issues.add(file, line, 'csv-syntax', { reason: error instanceof CsvError ? error.code : String(error) })
    return null
  }
  const head = records[0]
  if (!head) {
    issues.add(file, null, 'empty-file')
    return null
  }
  const columns = head.record.map((name) => name.trim())
  const twice = columns.find((name, at) => columns.indexOf(name) !== at)
  if (twice !== undefined) issues.add(file, 1, 'column-twice', { column: twice })
  const rows: Row[] = []
  let line = head.info.lines
  for (const { record, info } of records.slice(1)) {
    const start = firstLine(record, line, info.lines)
    line = info.lines
    if (record.length !== columns.length) {
      issues.add(file, start, 'csv-syntax', { reason: `${record.length} cells, ${columns.length} columns` })
      continue
    }
    rows.push({
      line: start,
      cells: Object.fromEntries(columns.map((name, at) => [name, record[at]?.trim() ?? ''])),
    })
  }
  return { file, columns, rows }
}

/** The sign between cells where it is none of ours: spreadsheets write `;` in many languages. Told by the head, which has no comma then. */
function otherDelimiter(text: string): string | null {
  const [head = ''] = text.split('\n', 1)
  return head.includes(',') ? null : (/[;\t|]/.exec(head)?.[0] ?? null)
}

/** csv-parse counts the line on which a record ends; a record with line breaks in it starts earlier. */
function firstLine(record: string[], previousEnd: number, end: number): number {
  const inner = record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0)
  return Math.max(previousEnd + 1, end - inner)
}

/** Names of columns that are missing, each an issue of line 1. */
export function requireColumns(table: Table, names: readonly string[], issues: Issues): boolean {
  const missing = names.filter((name) => !table.columns.includes(name))
  for (const name of missing) issues.add(table.file, 1, 'column-missing', { column: name })
  return missing.length === 0
}

export interface NumberRule {
  integer?: boolean
  least?: number
  most?: number
  optional?: boolean
  /** 0 is refused: it can only stand for a figure that was not published. */
  notZero?: boolean
}

/** How tables write, beside an empty cell, that a figure is not published. */
const NOT_PUBLISHED = new Set([
  '-',
  '–',
  '—',
  'n.p.',
  'n/a',
  'na',
  'nan',
  'none',
  'null',
  '\\n',
  '#n/a',
  '未公布',
])

/** The number in a cell; null where it is empty and may be, or wrong (then an issue is recorded). */
export function numberIn(
  table: Table,
  row: Row,
  column: string,
  rule: NumberRule,
  issues: Issues,
): number | null {
  const text = row.cells[column] ?? ''
  const wrong = (
    code: 'value-missing' | 'number-expected' | 'integer-expected' | 'number-range' | 'zero-figure',
    more = {},
  ) => {
    issues.add(table.file, row.line, code, { column, value: text, ...more }, column)
    return null
  }
  if (text === '' || (rule.optional && NOT_PUBLISHED.has(text.toLowerCase())))
    return rule.optional ? null : wrong('value-missing')
  if (!/^-?\d+(\.\d+)?$/.test(text)) return wrong('number-expected')
  const value = Number(text)
  if (rule.integer && !Number.isSafeInteger(value)) return wrong('integer-expected')
  if (rule.notZero && value === 0) return wrong('zero-figure')
  const { least = -Infinity, most = Infinity } = rule
  if (value < least || value > most) return wrong('number-range', { least, most })
  return value
}

/** How many decimals the number of a cell is printed with; null where it is empty. */
export function decimalsIn(row: Row, column: string): number | null {
  const text = row.cells[column] ?? ''
  return /^-?\d/.test(text) ? (text.split('.')[1]?.length ?? 0) : null
}

/** The text in a cell; an issue where it is empty and must not be. */
export function textIn(table: Table, row: Row, column: string, issues: Issues): string {
  const text = row.cells[column] ?? ''
  if (text === '') issues.add(table.file, row.line, 'value-missing', { column }, column)
  return text
}
