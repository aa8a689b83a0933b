import { basename } from 'node:path'
import type { FileIssue } from '../../../shared/contract/errors.ts'
import type { TableForm, TableOptions } from '../text/read-table.ts'
import { readTable, tableForm } from '../text/read-table.ts'
import type { MappedColumns } from './fields.ts'
import { mapColumns } from './fields.ts'

const RECORDS = 5

export interface AffiliationsPreview {
  file: string
  form: TableForm
  columns: MappedColumns['columns']
  /** The first records by the columns' names. */
  records: Record<string, string>[]
  /** What keeps the table from being read as affiliations. */
  issues: FileIssue[]
}

/**
 * Form, columns and first records of a table, without importing it.
 * @throws AppError import-rejected (empty-file, not-text, a fault of packing), file-unreadable.
 */
export async function previewAffiliations(
  path: string,
  options: TableOptions & { columns?: Readonly<Record<string, string>> | undefined } = {},
): Promise<AffiliationsPreview> {
  const file = basename(path)
  const form = await tableForm(path, options)
  let head: readonly string[] | null = null
  const records: Record<string, string>[] = []
  for await (const batch of readTable(path, form, () => undefined, { signal: options.signal })) {
    for (const { cells } of batch) {
      if (!head) head = cells.map((name) => name.trim())
      else if (records.length < RECORDS) {
        records.push(Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])))
      }
    }
    if (records.length >= RECORDS) break
  }
  const { columns, issues } = mapColumns(file, head ?? [], options.columns)
  return { file, form, columns, records, issues }
}
