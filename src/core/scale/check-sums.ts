/** Whether the results of a plan add up: what must hold of any index. */
import { sumExactly } from '../counting/exact.ts'
import type { Fraction } from '../counting/fraction.ts'
import { reduced } from '../counting/fraction.ts'
import { resultRows } from './read-results.ts'
import type { SummedTable } from './steps/results.ts'
import { RESULTS, SUMMED } from './steps/results.ts'
import { PAIRED_KINDS, PLAN_KINDS } from './steps/statistics.ts'
import { ToldSums } from './told-sums.ts'

export interface SumsCheck {
  compared: number
  /** The first of them, as `city 2020 all`. */
  different: string[]
  differences: number
}

/** So many differences are named; all are counted. */
export const MOST_NAMED = 20

/** Counts what differs: of results that are wrong throughout the names alone would fill a memory. */
class Differences {
  different: string[] = []
  differences = 0

  add(name: string): void {
    this.differences += 1
    if (this.different.length < MOST_NAMED) this.different.push(name)
  }
}

/** Each table has the rows and the sum that the engine counted: no part of it is left behind, none is of another run. */
export async function checkWhole(
  folder: string,
  told: ReadonlyMap<string, string>,
  signal?: AbortSignal,
): Promise<SumsCheck> {
  const found = new Differences()
  for (const [table, number] of Object.entries(SUMMED) as [SummedTable, string | null][]) {
    const at = (RESULTS[table] as readonly string[]).indexOf(number ?? '')
    let [rows, sum] = [0n, 0n]
    for await (const row of resultRows(folder, table, signal)) {
      rows += 1n
      if (at >= 0) sum += BigInt(row[at] as string)
    }
    const holds = told.get(`rows ${table}`) === String(rows)
    // Of no rows engines tell no sum.
    const adds = number === null || rows === 0n || told.get(`sum ${table}`) === String(sum)
    if (!holds || !adds) found.add(table)
  }
  return { compared: Object.keys(SUMMED).length, ...found }
}

/** Σ Share of each kind + what is not known = articles, exactly, in every year and subject; no Share above its Count. */
export async function checkShares(folder: string, signal?: AbortSignal): Promise<SumsCheck> {
  const sums = new ToldSums()
  try {
    return await sharesIn(sums, folder, signal)
  } finally {
    sums.close()
  }
}

async function sharesIn(sums: ToldSums, folder: string, signal?: AbortSignal): Promise<SumsCheck> {
  const found = new Differences()
  const articles = new Map<string, bigint>()
  for await (const [year, subject, number] of resultRows(folder, 'totals', signal)) {
    const of = `${year} ${subject}`
    if (articles.has(of)) found.add(`totals ${of}`)
    articles.set(of, BigInt(number as string))
  }
  let counts = 0
  for await (const [kind, entity, year, subject, number] of resultRows(folder, 'counts', signal)) {
    const of = `${kind} ${entity} ${year} ${subject}`
    counts += 1
    if (BigInt(number as string) > (articles.get(`${year} ${subject}`) ?? 0n)) found.add(`Count ${of}`)
    sums.articles(of, Number(number))
  }
  // Of each denominator all parts first: few denominators stand behind many entities.
  const parts = new Map<string, Map<bigint, bigint>>()
  for await (const [kind, entity, year, subject, denominator, number] of resultRows(
    folder,
    'shares',
    signal,
  )) {
    const of = `${kind} ${year} ${subject}`
    sums.part(`${kind} ${entity} ${year} ${subject}`, Number(number) / Number(denominator))
    const known = parts.get(of) ?? new Map<bigint, bigint>()
    parts.set(of, known)
    const by = BigInt(denominator as string)
    known.set(by, (known.get(by) ?? 0n) + BigInt(number as string))
  }
  for await (const { of, what } of sums.wrong(signal))
    found.add(`${what === 'parts' ? 'Share' : 'Count'} ${of}`)
  const wanted = PLAN_KINDS.flatMap((kind) =>
    [...articles].map(([of, number]) => [`${kind} ${of}`, number] as const),
  )
  const known = new Set<string>(wanted.map(([of]) => of))
  for (const [of, number] of wanted) if (!isWhole(sumOf(parts.get(of)), number)) found.add(of)
  for (const of of parts.keys()) if (!known.has(of)) found.add(of)
  for (const of of yearsWithout(articles)) found.add(of)
  return { compared: wanted.length + counts, ...found }
}

const sumOf = (parts: ReadonlyMap<bigint, bigint> | undefined): Fraction =>
  reduced(sumExactly([...(parts ?? [])].map(([denominator, numerator]) => ({ numerator, denominator }))))

const isWhole = ({ numerator, denominator }: Fraction, number: bigint) =>
  denominator === 1n && numerator === number

/** Years that have a subject's articles and not the whole's, or fewer of the whole. */
function yearsWithout(articles: ReadonlyMap<string, bigint>): string[] {
  return [...articles].flatMap(([of, number]) => {
    const whole = articles.get(`${of.slice(0, of.indexOf(' '))} all`) ?? 0n
    return whole < number ? [`totals ${of}`] : []
  })
}

/**
 * A pair has at most as many articles as either of both, in all years together at least as many as the plan asks for, and a
 * score of no more than its articles; none without the other.
 */
export async function checkPairs(
  folder: string,
  pairsFrom: number,
  signal?: AbortSignal,
): Promise<SumsCheck> {
  const sums = { counts: new ToldSums(), pairs: new ToldSums(), ever: new ToldSums() }
  try {
    return await pairsIn(sums, folder, pairsFrom, signal)
  } finally {
    for (const each of Object.values(sums)) each.close()
  }
}

async function pairsIn(
  { counts, pairs, ever }: Record<'counts' | 'pairs' | 'ever', ToldSums>,
  folder: string,
  pairsFrom: number,
  signal?: AbortSignal,
): Promise<SumsCheck> {
  const found = new Differences()
  for await (const [kind, entity, year, subject, articles] of resultRows(folder, 'counts', signal))
    if (PAIRED_KINDS.some((each) => each === kind))
      counts.articles(`${kind} ${entity} ${year} ${subject}`, Number(articles))
  const countOf = await counts.lookup(signal)
  let compared = 0
  for await (const [kind, a, b, year, subject, articles] of resultRows(folder, 'pairs', signal)) {
    const [pair, number] = [`${kind} ${a} ${b} ${year} ${subject}`, Number(articles)]
    compared += 1
    pairs.articles(pair, number)
    if (pairsFrom > 1 && subject === 'all') ever.articles(`${kind} ${a} ${b}`, number)
    const more = [a, b].some((entity) => countOf(`${kind} ${entity} ${year} ${subject}`) < number)
    if (more || (a as string) >= (b as string)) found.add(pair)
  }
  for await (const pair of ever.below(pairsFrom, signal)) found.add(pair)
  for await (const [kind, a, b, year, subject, denominator, parts] of resultRows(folder, 'scores', signal))
    pairs.part(`${kind} ${a} ${b} ${year} ${subject}`, Number(parts) / Number(denominator))
  for await (const { of } of pairs.wrong(signal)) found.add(of)
  return { compared, ...found }
}
