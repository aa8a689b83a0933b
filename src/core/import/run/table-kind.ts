/** What a table is, by the names of its columns. */
import type { FileKind } from '../../../shared/contract/import-report.ts'
import { mapColumns } from '../affiliations/fields.ts'
import { isMetroTable } from '../places/read-metros.ts'
import { isSubjectMapping } from '../rules/field-mapping.ts'
import { isJournalList } from '../rules/journal-list.ts'
import { readTable, tableForm } from '../text/read-table.ts'
import { columnKey } from '../text/small-table.ts'

/** A table with fewer of our fields is something else. */
const LEAST_FIELDS = 3

/**
 * @param given of a table of affiliations: our field → its column
 * @throws AppError import-rejected with empty-file or not-text, or what is wrong with the packing.
 */
export async function tableKind(path: string, given?: Readonly<Record<string, string>>): Promise<FileKind> {
  const names = await columnNames(path)
  const columns = names.map(columnKey)
  if (isMetroTable(columns)) return 'metros'
  if (isSubjectMapping(columns)) return 'subjects'
  if (isJournalList(columns)) return 'journals'
  // A column that is missing is told by the reader of the table, by name.
  const fields = mapColumns(path, names, given).columns.filter(({ field }) => field !== null).length
  return fields >= LEAST_FIELDS ? 'affiliations' : 'unknown'
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
