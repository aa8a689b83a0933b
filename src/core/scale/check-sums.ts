/** Whether the results of a plan add up: what must hold of any index. */
import { sumExactly } from '../counting/exact.ts'
import type { Fraction } from '../counting/fraction.ts'
import { reduced } from '../counting/fraction.ts'
import { resultRows } from './read-results.ts'
import type { SummedTable } from './steps/results.ts'
import { RESULTS, SUMMED } from './steps/results.ts'
import { PAIRED_KINDS, PLAN_KINDS } from './steps/statistics.ts'

export interface SumsCheck {
  compared: number
  /** As `city 2020 all`. */
  different: string[]
}

/** Pairs up to which every score is held against its pair: a table in memory has an end. */
const MOST_PAIRS = 5_000_000

/** Each table has the rows and the sum that the engine counted: no part of it is left behind, none is of another run. */
export async function checkWhole(folder: string, told: ReadonlyMap<string, string>): Promise<SumsCheck> {
  const different: string[] = []
  for (const [table, number] of Object.entries(SUMMED) as [SummedTable, string | null][]) {
    const at = (RESULTS[table] as readonly string[]).indexOf(number ?? '')
    let [rows, sum] = [0n, 0n]
    for await (const row of resultRows(folder, table)) {
      rows += 1n
      if (at >= 0) sum += BigInt(row[at] as string)
    }
    const holds = told.get(`rows ${table}`) === String(rows)
    // Of no rows engines tell no sum.
    const adds = number === null || rows === 0n || told.get(`sum ${table}`) === String(sum)
    if (!holds || !adds) different.push(table)
  }
  return { compared: Object.keys(SUMMED).length, different }
}

/** Σ Share of each kind + what is not known = articles, exactly, in every year and subject; no Share above its Count. */
export async function checkShares(folder: string): Promise<SumsCheck> {
  const articles = new Map<string, bigint>()
  const different: string[] = []
  for await (const [year, subject, number] of resultRows(folder, 'totals')) {
    const of = `${year} ${subject}`
    if (articles.has(of)) different.push(`totals ${of}`)
    articles.set(of, BigInt(number as string))
  }
  const counts = new Map<string, number>()
  for await (const [kind, entity, year, subject, number] of resultRows(folder, 'counts')) {
    const of = `${kind} ${entity} ${year} ${subject}`
    const total = articles.get(`${year} ${subject}`) ?? 0n
    if (counts.has(of) || BigInt(number as string) > total) different.push(`Count ${of}`)
    counts.set(of, Number(number))
  }
  // Of each denominator all parts first: few denominators stand behind many entities.
  const parts = new Map<string, Map<bigint, bigint>>()
  const shares = new Map<string, number>()
  for await (const [kind, entity, year, subject, denominator, number] of resultRows(folder, 'shares')) {
    const [own, of] = [`${kind} ${entity} ${year} ${subject}`, `${kind} ${year} ${subject}`]
    shares.set(own, (shares.get(own) ?? 0) + Number(number) / Number(denominator))
    const known = parts.get(of) ?? new Map<bigint, bigint>()
    parts.set(of, known)
    const by = BigInt(denominator as string)
    known.set(by, (known.get(by) ?? 0n) + BigInt(number as string))
  }
  for (const [own, share] of shares)
    if (share > (counts.get(own) ?? 0) + NEARLY) different.push(`Share ${own}`)
  for (const own of counts.keys()) if (!shares.has(own)) different.push(`Count ${own}`)
  const wanted = PLAN_KINDS.flatMap((kind) =>
    [...articles].map(([of, number]) => [`${kind} ${of}`, number] as const),
  )
  const known = new Set<string>(wanted.map(([of]) => of))
  different.push(
    ...wanted.flatMap(([of, number]) => (isWhole(sumOf(parts.get(of)), number) ? [] : [of])),
    ...[...parts.keys()].filter((of) => !known.has(of)),
    ...yearsWithout(articles),
  )
  return { compared: wanted.length + counts.size, different }
}

/** Floats are near enough for a bound: an excess of a part is larger than their error. */
const NEARLY = 1e-6

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
export async function checkPairs(folder: string, pairsFrom: number): Promise<SumsCheck> {
  const counts = new Map<string, bigint>()
  for await (const [kind, entity, year, subject, articles] of resultRows(folder, 'counts'))
    if (PAIRED_KINDS.some((each) => each === kind))
      counts.set(`${kind} ${entity} ${year} ${subject}`, BigInt(articles as string))
  const joint = new Map<string, number>()
  const ever = new Map<string, number>()
  const different: string[] = []
  let compared = 0
  for await (const [kind, a, b, year, subject, articles] of resultRows(folder, 'pairs')) {
    const [pair, number] = [`${kind} ${a} ${b} ${year} ${subject}`, BigInt(articles as string)]
    compared += 1
    if (compared <= MOST_PAIRS) joint.set(pair, Number(number))
    if (pairsFrom > 1 && compared <= MOST_PAIRS && subject === 'all')
      ever.set(`${kind} ${a} ${b}`, (ever.get(`${kind} ${a} ${b}`) ?? 0) + Number(number))
    const most = [a, b].map((entity) => counts.get(`${kind} ${entity} ${year} ${subject}`) ?? 0n)
    if (most.some((count) => count < number) || (a as string) >= (b as string)) different.push(pair)
  }
  if (compared > MOST_PAIRS) return { compared, different }
  if (joint.size < compared) different.push('pairs told twice')
  for (const [pair, articles] of ever) if (articles < pairsFrom) different.push(pair)
  const scores = new Map<string, number>()
  for await (const [kind, a, b, year, subject, denominator, parts] of resultRows(folder, 'scores')) {
    const pair = `${kind} ${a} ${b} ${year} ${subject}`
    scores.set(pair, (scores.get(pair) ?? 0) + Number(parts) / Number(denominator))
  }
  for (const [pair, articles] of joint) {
    const score = scores.get(pair) ?? 0
    if (score <= 0 || score > articles + NEARLY) different.push(pair)
  }
  for (const pair of scores.keys()) if (!joint.has(pair)) different.push(pair)
  return { compared, different }
}
