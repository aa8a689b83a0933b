/** The results of a plan in the form of `laptop-figures.ts`. */
import type { Contribution } from '../../../src/core/counting/exact.ts'
import { resultRows as rowsOf } from '../../../src/core/scale/read-results.ts'
import type { ResultTable } from '../../../src/core/scale/steps/results.ts'
import type { Figures } from './laptop-figures.ts'
import { inWords } from './laptop-figures.ts'

export async function resultRows(folder: string, table: ResultTable): Promise<string[][]> {
  const rows: string[][] = []
  for await (const row of rowsOf(folder, table)) rows.push(row)
  return rows
}

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
