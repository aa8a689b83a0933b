/** What a table is, by the names of its columns. */
import type { FileKind } from '../../../shared/contract/imports.ts'
const isAffiliationsTable = (n: string[]) => n.length > 3
import { isMetroTable } from '../places/read-metros.ts'
import { isSubjectMapping } from '../rules/field-mapping.ts'
import { isJournalList } from '../rules/journal-list.ts'
import { readTable, tableForm } from '../text/read-table.ts'
import { columnKey } from '../text/small-table.ts'

/** @throws AppError import-rejected with empty-file or not-text, or what is wrong with the packing. */
export async function tableKind(path: string): Promise<FileKind> {
  const names = await columnNames(path)
  const columns = names.map(columnKey)
  if (isMetroTable(columns)) return 'metros'
  if (isSubjectMapping(columns)) return 'subjects'
  if (isJournalList(columns)) return 'journals'
  return isAffiliationsTable(names) ? 'affiliations' : 'unknown'
}

/** The first record of a table; empty where it has none. */
async function columnNames(path: string): Promise<string[]> {
  const form = await tableForm(path)
  for await (const batch of readTable(path, form, () => undefined)) {
    const first = batch[0]
    if (first) return first.cells
  }
  return []
}
