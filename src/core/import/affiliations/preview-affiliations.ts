import { basename } from 'node:path'
import type { FileIssue } from '../../../shared/contract/errors.ts'
import type { GivenColumns } from '../../../shared/contract/imports.ts'
import { importIssue } from '../text/import-issue.ts'
import { readFromHead } from '../text/head-record.ts'
import type { TableForm, TableOptions } from '../text/read-table.ts'
import { tableForm, unsureIssue } from '../text/read-table.ts'
import type { MappedColumns } from './fields.ts'
import { mapColumns, mayBeHead } from './fields.ts'
import { tryRows } from './try-rows.ts'

const RECORDS = 5

export interface AffiliationsPreview {
  file: string
  form: TableForm
  columns: MappedColumns['columns']
  /** The first records by the columns' names. */
  records: Record<string, string>[]
  /** What keeps the table from being read as affiliations. */
  issues: FileIssue[]
  /** What is odd about it all the same, and which of its first rows would be rejected. */
  notes: FileIssue[]
  /** The code of what keeps it from being read; null where nothing does. */
  problem: string | null
}

/**
 * Form, columns and first records of a table, and what would become of its first rows, without importing it.
 * @throws AppError import-rejected (empty-file, not-text, a fault of packing), file-unreadable.
 */
export async function previewAffiliations(
  path: string,
  options: TableOptions & { columns?: Readonly<GivenColumns> | undefined } = {},
): Promise<AffiliationsPreview> {
  const file = basename(path)
  const form = await tableForm(path, { ...options, lenient: true })
  const isHead = (cells: readonly string[]) => mayBeHead(cells, options.columns)
  const table = await readFromHead(path, form, () => undefined, isHead, { signal: options.signal })
  const head = table?.head.cells.map((name) => name.trim()) ?? []
  const rows = table?.sample ?? []
  const { columns, issues, unfit, map } = mapColumns(
    file,
    head,
    options.columns,
    rows.map(({ cells }) => cells),
  )
  const notes: FileIssue[] = []
  if (form.unsure) issues.unshift(unsureIssue(file, form.unsure))
  else if (form.guessed) notes.push(importIssue(file, null, 'encoding-guessed', { encoding: form.encoding }))
  if (table && table.above > 0) notes.push(importIssue(file, null, 'lines-above', { lines: table.above }))
  // Where the table lacks a column, a misfit is why, and stands among the issues.
  if (issues.length === 0 || form.unsure) notes.push(...unfit)
  const tried = issues.length === 0 ? tryRows(file, rows, map, head.length) : null
  notes.push(...(tried?.notes ?? []))
  const records = rows
    .slice(0, RECORDS)
    .map(({ cells }) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])))
  const problem = issues[0]?.code ?? (tried?.nothing ? 'rows-rejected' : null)
  return { file, form, columns, records, issues, notes, problem }
}
