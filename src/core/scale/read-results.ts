/** Results of a plan, as engines write them: Parquet, a file a table or a folder of parts. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import { parquetRows } from '../import/text/read-parquet.ts'
import type { ResultTable } from './steps/results.ts'
import { resultFile, RESULTS } from './steps/results.ts'

/**
 * Rows of a table, each column as text.
 * @throws AppError scale-missing where the table or a column is not there; import-rejected where it is damaged
 */
export async function* resultRows(folder: string, table: ResultTable): AsyncGenerator<string[]> {
  const file = resultFile(table)
  const columns = RESULTS[table]
  for (const path of partsOf(join(folder, file), file)) {
    for await (const rows of parquetRows(path, new Set(columns))) {
      const [first] = rows
      const missing = first && columns.find((column) => !(column in first))
      if (missing !== undefined) throw notThere(`${file} (${missing})`)
      for (const row of rows) yield columns.map((column) => textOf(row[column]))
    }
  }
}

/** The files behind a name that is a folder where an engine wrote in parts. */
export function partsOf(path: string, name: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw notThere(name)
  if (!found.isDirectory()) return [path]
  const parts = readdirSync(path).filter((part) => /^[^._].*\.(parquet|json)$/.test(part))
  if (parts.length === 0) throw notThere(name)
  return parts.sort().map((part) => join(path, part))
}

const notThere = (file: string) => new AppError('scale-missing', file, { values: { file } })

/** What an engine does not call text comes as bytes. */
const textOf = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)
