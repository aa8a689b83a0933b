/** Results of a plan, as engines write them: Parquet or CSV with a head, a file a table or a folder of parts. */
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from 'csv-parse'
import { AppError } from '../../shared/contract/errors.ts'
import { rejectedFor } from '../import/text/import-issue.ts'
import { unreadable } from '../import/text/open-bytes.ts'
import { parquetRows } from '../import/text/read-parquet.ts'
import type { ResultTable } from './steps/results.ts'
import { resultFile, RESULTS, SAMPLE_FILE } from './steps/results.ts'

const WHOLE = /^\d+$/
/** Columns of whole numbers, in whatever table they stand, and what their cells look like. */
const NUMBERS: Readonly<Record<string, RegExp>> = {
  year: WHOLE,
  parts: WHOLE,
  articles: WHOLE,
  denominator: /^0*[1-9]\d*$/,
}

/**
 * Rows of a table, each column as text; those of numbers are digits alone. @param signal heard between portions
 * @throws the signal's reason; AppError scale-missing where the table or a column is not there; import-rejected where it is damaged, or a number is none
 */
export async function* resultRows(
  folder: string,
  table: ResultTable,
  signal?: AbortSignal,
): AsyncGenerator<string[]> {
  const columns = RESULTS[table]
  for (const path of resultPaths(folder, table)) {
    const batches = path.endsWith('.csv') ? csvRows(path, folder) : parquetRows(path, new Set(columns))
    let missing: string | undefined = undefined
    let row = 0
    for await (const rows of batches) {
      signal?.throwIfAborted()
      missing ??= rows[0] && columns.find((column) => !(column in (rows[0] ?? {})))
      if (missing !== undefined) throw notThere(`${relative(folder, path)} (${missing})`)
      for (const cells of rows) {
        row += 1
        yield columns.map((column) => {
          const text = textOf(cells[column])
          if (NUMBERS[column]?.test(text) === false)
            throw rejectedFor(relative(folder, path), null, 'plan-cell', { value: text, row })
          return text
        })
      }
    }
  }
}

/** @throws AppError scale-missing for the first table, or the sample, that is not there */
export function requireResults(folder: string): void {
  for (const table of ['checks', ...Object.keys(RESULTS)] as ResultTable[]) resultPaths(folder, table)
  partsOf(join(folder, SAMPLE_FILE), SAMPLE_FILE)
}

/** By what name a table is told. */
export type FileOf = (table: ResultTable) => string

/** The file of a table as it lies there, Parquet or CSV; of one that does not, as the plan calls it. */
export function tableFile(folder: string, table: ResultTable): string {
  const { parquet, csv } = formsOf(table)
  return !isThere(folder, parquet) && isThere(folder, csv) ? csv : parquet
}

/** The files of a table. @throws AppError scale-missing; import-rejected where it is there twice: one may be of another run */
export function resultPaths(folder: string, table: ResultTable): string[] {
  const { parquet, csv } = formsOf(table)
  if (isThere(folder, parquet) && isThere(folder, csv))
    throw rejectedFor(csv, null, 'plan-both', { other: parquet })
  return partsOf(join(folder, tableFile(folder, table)), parquet)
}

function formsOf(table: ResultTable): { parquet: string; csv: string } {
  const parquet = resultFile(table)
  return { parquet, csv: parquet.replace(/\.parquet$/, '.csv') }
}

const isThere = (folder: string, file: string): boolean =>
  statSync(join(folder, file), { throwIfNoEntry: false }) !== undefined

/** Rows of a CSV file by the names of its head. */
async function* csvRows(path: string, folder: string): AsyncGenerator<Record<string, unknown>[]> {
  const source = createReadStream(path)
  const parser = parse({ columns: true, bom: true, skip_empty_lines: true })
  source.on('error', (error) => parser.destroy(unreadable(path, error)))
  source.pipe(parser)
  let rows: Record<string, unknown>[] = []
  try {
    for await (const row of parser as AsyncIterable<Record<string, unknown>>) {
      rows.push(row)
      if (rows.length < 4096) continue
      yield rows
      rows = []
    }
  } catch (error) {
    if (error instanceof AppError) throw error
    const { lines, message } = error as { lines?: number; message: string }
    throw rejectedFor(relative(folder, path), lines ?? null, 'csv-syntax', { reason: message })
  } finally {
    source.destroy()
  }
  yield rows
}

/** The files behind a name that is a folder where an engine wrote in parts. */
export function partsOf(path: string, name: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile()) return [path]
  // A pipe would be waited for.
  if (!found?.isDirectory()) throw notThere(name)
  const parts = readdirSync(path, { withFileTypes: true })
    .filter((part) => !part.isFIFO() && /^[^._].*\.(parquet|csv|json)$/.test(part.name))
    .map(({ name }) => name)
  if (parts.length === 0) throw notThere(name)
  return parts.sort().map((part) => join(path, part))
}

const notThere = (file: string) => new AppError('scale-missing', file, { values: { file } })

/** What an engine does not call text comes as bytes. */
const textOf = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value ?? '')
