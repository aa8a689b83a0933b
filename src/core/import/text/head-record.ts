/** Finds the head of a table, above which remarks may stand: "About the data: …", a title, the line `sep=;`. */
import type { CsvFaults, CsvRecord } from './csv-records.ts'
import type { ByteOptions } from './open-bytes.ts'
import type { TableForm } from './read-table.ts'
import { readTable } from './read-table.ts'

/** Records that are looked at to find the head, and whose rows are looked at to tell what columns hold. */
const LOOKED_AT = 250
/** More lines than programs write above a table. */
const MOST_ABOVE = 30
/** Rows by which the values of a column are told. */
export const SAMPLE_ROWS = 200

/** Whether cells are the names of columns that the reader knows. */
export type IsHead = (cells: readonly string[]) => boolean

export interface HeadedTable {
  head: CsvRecord
  /** Whether `isHead` knew it; else it is the first record. */
  known: boolean
  /** Records above it, passed over. */
  above: number
  /** The first rows below it, at most `SAMPLE_ROWS`; they are in `batches` as well. */
  sample: CsvRecord[]
  /** All rows below it, in order. */
  batches: AsyncIterable<CsvRecord[]>
}

/** Index of the head: the first of the records that is known, else the first. */
export function headAt(records: readonly CsvRecord[], isHead: IsHead): { at: number; known: boolean } {
  const at = records.slice(0, MOST_ABOVE).findIndex(({ cells }) => isHead(cells))
  return { at: Math.max(at, 0), known: at >= 0 }
}

/** Null where the table has no record. Faults are told while batches are read. Memory: the looked at and one batch. */
export async function readFromHead(
  path: string,
  form: TableForm,
  faults: CsvFaults,
  isHead: IsHead,
  options: ByteOptions = {},
): Promise<HeadedTable | null> {
  const batches = readTable(path, form, faults, options)
  const first: CsvRecord[] = []
  while (first.length < LOOKED_AT) {
    const { value, done } = await batches.next()
    if (done) break
    first.push(...value)
  }
  const { at, known } = headAt(first, isHead)
  const head = first[at]
  if (!head) return null
  const rest = first.slice(at + 1)
  async function* below(): AsyncGenerator<CsvRecord[]> {
    yield rest
    yield* batches
  }
  return { head, known, above: at, sample: rest.slice(0, SAMPLE_ROWS), batches: below() }
}
