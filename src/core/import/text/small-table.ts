/** Tables that are read whole: journal lists, metro tables, subject mappings. */
import { basename } from 'node:path'
import { stat } from 'node:fs/promises'
import type { FileIssue } from '../../../shared/contract/errors.ts'
import type { ImportIssueCode } from './import-issue.ts'
import { importIssue, rejected, rejectedFor } from './import-issue.ts'
import { unreadable } from './open-bytes.ts'
import { readTable, tableForm } from './read-table.ts'

/** Far above any list of journals or cities. */
const MOST_BYTES = 64 << 20
const MOST_ISSUES = 50

export interface SmallRow {
  line: number
  /** By column key; absent cells are empty. */
  cells: Record<string, string>
}

export interface SmallTable {
  file: string
  /** Keys of the columns (see `columnKey`). */
  columns: string[]
  rows: SmallRow[]
}

/** The key by which a column is known: lower case, words joined by `_`. `Source ID` → `source_id`. */
export function columnKey(name: string): string {
  return name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s\-–.]+/g, '_')
}

/** What is wrong with a file, up to a number that a user can mend in one go. */
export class IssueList {
  readonly list: FileIssue[] = []
  private readonly file: string

  constructor(file: string) {
    this.file = file
  }

  add(line: number | null, code: ImportIssueCode, values = {}, column: string | null = null): void {
    if (this.list.length < MOST_ISSUES) this.list.push(importIssue(this.file, line, code, values, column))
    else if (this.list.length === MOST_ISSUES) {
      this.list.push(importIssue(this.file, null, 'too-many-issues', { most: MOST_ISSUES }))
    }
  }

  /** @throws AppError import-rejected when anything was added. */
  throwIfAny(): void {
    if (this.list.length > 0) throw rejected(this.list)
  }
}

/** @throws AppError import-rejected, file-unreadable. */
export async function readSmallTable(path: string, issues: IssueList): Promise<SmallTable> {
  const file = basename(path)
  const { size } = await stat(path).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  if (size > MOST_BYTES) throw rejectedFor(file, null, 'too-large', { bytes: size, most: MOST_BYTES })
  const form = await tableForm(path)
  const fault = (line: number, reason: string) => issues.add(line, 'csv-syntax', { reason })
  let columns: string[] | null = null
  const rows: SmallRow[] = []
  for await (const batch of readTable(path, form, fault)) {
    for (const { line, cells } of batch) {
      if (!columns) {
        columns = cells.map(columnKey)
        continue
      }
      if (cells.length !== columns.length) {
        const reason = `${cells.length} cells, ${columns.length} columns`
        issues.add(line, 'csv-syntax', { reason })
        continue
      }
      rows.push({
        line,
        cells: Object.fromEntries(columns.map((name, at) => [name, cells[at]?.trim() ?? ''])),
      })
    }
  }
  if (!columns) throw rejectedFor(file, null, 'empty-file')
  return { file, columns, rows }
}
