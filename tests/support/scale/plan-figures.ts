/** The results of a plan in the form of `laptop-figures.ts`. */
import { join } from 'node:path'
import type { Contribution } from '../../../src/core/counting/exact.ts'
import { parquetRows } from '../../../src/core/import/text/read-parquet.ts'
import type { ResultTable } from '../../../src/core/scale/steps/results.ts'
import { resultFile, RESULTS } from '../../../src/core/scale/steps/results.ts'
import type { Figures } from './laptop-figures.ts'
import { inWords } from './laptop-figures.ts'

export async function resultRows(folder: string, table: ResultTable): Promise<string[][]> {
  const rows: string[][] = []
  for await (const part of parquetRows(join(folder, resultFile(table)), null)) {
    for (const row of part) rows.push(RESULTS[table].map((column) => wordOf(row[column])))
  }
  return rows
}

/** What an engine writes as text comes as bytes where it does not say that it is text. */
const wordOf = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)

export async function planFigures(folder: string): Promise<Figures> {
  const figures = {
    totals: await counted('totals'),
    counts: await counted('counts'),
    pairs: await counted('pairs'),
  }
  return { ...figures, shares: await summed('shares'), scores: await summed('scores') }

  async function counted(table: ResultTable): Promise<Map<string, string>> {
    return new Map(
      (await resultRows(folder, table)).map((row) => [row.slice(0, -1).join('|'), row.at(-1) as string]),
    )
  }

  async function summed(table: ResultTable): Promise<Map<string, string>> {
    const parts = new Map<string, Contribution[]>()
    for (const row of await resultRows(folder, table)) {
      const key = row.slice(0, -2).join('|')
      const part = { numerator: BigInt(row.at(-1) as string), denominator: BigInt(row.at(-2) as string) }
      parts.set(key, [...(parts.get(key) ?? []), part])
    }
    return new Map([...parts].map(([key, list]) => [key, inWords(list)]))
  }
}
