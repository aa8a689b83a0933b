/** The columns of a table, by which its kind is told. */
import { readTable, tableForm } from '../text/read-table.ts'
import { columnKey } from '../text/small-table.ts'

export interface TableHead {
  path: string
  /** As they are printed. */
  names: string[]
  /** Their keys (see `columnKey`). */
  columns: string[]
  /** Of a table of affiliations: our field → its column, where the user told. */
  given: Readonly<Record<string, string>> | undefined
}

/** @throws AppError import-rejected with empty-file or not-text, or what is wrong with the packing. */
export async function tableHead(path: string, given?: Readonly<Record<string, string>>): Promise<TableHead> {
  const names = await columnNames(path)
  return { path, names, columns: names.map(columnKey), given }
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
