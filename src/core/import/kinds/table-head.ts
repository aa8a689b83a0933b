/** The columns of a table, by which its kind is told. */
import type { GivenColumns } from '../../../shared/contract/imports.ts'
import type { Delimiter } from '../../../shared/domain/delimiters.ts'
import type { Encoding } from '../../../shared/domain/encodings.ts'
import { readTable, tableForm } from '../text/read-table.ts'
import { columnKey } from '../text/small-table.ts'

export interface TableHead {
  path: string
  /** As they are printed. */
  names: string[]
  /** Their keys (see `columnKey`). */
  columns: string[]
  /** Of a table of affiliations: our field → its column, where the user told; null leaves it out. */
  given: Readonly<GivenColumns> | undefined
}

/** Lines above the head that are looked past. */
const MOST_ABOVE = 30

/**
 * The records among which the head is: the first ones, as remarks may stand above it.
 * @throws AppError import-rejected with empty-file or not-text, or what is wrong with the packing.
 */
export async function tableHeads(
  path: string,
  {
    columns,
    encoding,
    delimiter,
  }: {
    columns?: Readonly<GivenColumns> | undefined
    encoding?: Encoding | undefined
    delimiter?: Delimiter | undefined
  } = {},
): Promise<TableHead[]> {
  const form = await tableForm(path, { encoding, delimiter, lenient: true })
  const heads: TableHead[] = []
  for await (const batch of readTable(path, form, () => undefined)) {
    for (const { cells } of batch.slice(0, MOST_ABOVE - heads.length)) {
      heads.push({ path, names: cells, columns: cells.map(columnKey), given: columns })
    }
    if (heads.length >= MOST_ABOVE) break
  }
  return heads
}
