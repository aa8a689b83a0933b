/** Whether the results of a plan add up: sums that must hold of any index. */
import { sumExactly } from '../counting/exact.ts'
import { reduced } from '../counting/fraction.ts'
import { resultRows } from './read-results.ts'

export interface SumsCheck {
  /** Sums over all entities of a kind, year and subject, unknown included, that were held against the articles. */
  compared: number
  /** As `city 2020 all`. */
  different: string[]
}

/** Σ Share of a kind + what is not known = articles, exactly, in every year and subject. */
export async function checkShares(folder: string): Promise<SumsCheck> {
  const articles = new Map<string, bigint>()
  for await (const [year, subject, number] of resultRows(folder, 'totals'))
    articles.set(`${year} ${subject}`, BigInt(number as string))
  // Of each denominator all parts first: few denominators stand behind many entities.
  const parts = new Map<string, Map<bigint, bigint>>()
  for await (const [kind, , year, subject, denominator, number] of resultRows(folder, 'shares')) {
    const of = `${kind} ${year} ${subject}`
    const known = parts.get(of) ?? new Map<bigint, bigint>()
    parts.set(of, known)
    const by = BigInt(denominator as string)
    known.set(by, (known.get(by) ?? 0n) + BigInt(number as string))
  }
  const kinds = [...new Set([...parts.keys()].map((of) => of.slice(0, of.indexOf(' '))))]
  const wanted = kinds.flatMap((kind) =>
    [...articles].map(([of, number]) => [`${kind} ${of}`, number] as const),
  )
  const known = new Set<string>(wanted.map(([of]) => of))
  const different = wanted.filter(([of, number]) => {
    const fractions = [...(parts.get(of) ?? [])].map(([denominator, numerator]) => ({
      numerator,
      denominator,
    }))
    const { numerator, denominator } = reduced(sumExactly(fractions))
    return denominator !== 1n || numerator !== number
  })
  const beyond = [...parts.keys()].filter((of) => !known.has(of))
  return { compared: wanted.length, different: [...different.map(([of]) => of), ...beyond] }
}

/** A pair has at most as many articles as either of both, and a score; of entities that have Counts. */
export async function checkPairs(folder: string): Promise<SumsCheck> {
  const counts = new Map<string, bigint>()
  for await (const [kind, entity, year, subject, articles] of resultRows(folder, 'counts'))
    counts.set(`${kind} ${entity} ${year} ${subject}`, BigInt(articles as string))
  const joint = new Map<string, bigint>()
  const different: string[] = []
  for await (const [kind, a, b, year, subject, articles] of resultRows(folder, 'pairs')) {
    const pair = `${kind} ${a} ${b} ${year} ${subject}`
    const number = BigInt(articles as string)
    joint.set(pair, number)
    const most = [a, b].map((entity) => counts.get(`${kind} ${entity} ${year} ${subject}`) ?? 0n)
    if (most.some((count) => count < number)) different.push(pair)
  }
  const scored = new Set<string>()
  for await (const [kind, a, b, year, subject] of resultRows(folder, 'scores'))
    scored.add(`${kind} ${a} ${b} ${year} ${subject}`)
  for (const pair of joint.keys()) if (!scored.has(pair)) different.push(pair)
  for (const pair of scored) if (!joint.has(pair)) different.push(pair)
  return { compared: joint.size, different }
}
