import { gcd } from './fraction.ts'
import type { CompareNodes } from './constants.ts'
import { PARTS, UNITS } from './constants.ts'

/**
 * Divides an article in which some author's number of affiliations does not divide 2520: the same rules as
 * `ArticleCounter`, over a common denominator of any size.
 * @param even parts of 2520 by node, from the other authors and those without affiliation
 * @param odd the nodes of each remaining author
 * @param divisor authors among whom the article is divided
 * @returns node and units; the units add up to UNITS
 */
export function divideExactly(
  even: ReadonlyMap<number, number>,
  odd: readonly Uint32Array[],
  divisor: number,
  compare: CompareNodes,
): [node: number, units: number][] {
  let common = BigInt(PARTS)
  for (const { length } of odd) common *= BigInt(length) / gcd(common, BigInt(length))
  const numerators = new Map<number, bigint>()
  for (const [node, parts] of even) numerators.set(node, (BigInt(parts) * common) / BigInt(PARTS))
  for (const nodes of odd) {
    const each = common / BigInt(nodes.length)
    for (const node of nodes) numerators.set(node, (numerators.get(node) ?? 0n) + each)
  }
  const whole = common * BigInt(divisor)
  let left = UNITS
  const divided = [...numerators].map(([node, numerator]) => {
    const product = numerator * BigInt(UNITS)
    const units = Number(product / whole)
    left -= units
    return { node, units, rest: product % whole }
  })
  divided.sort((a, b) => (a.rest === b.rest ? compare(a.node, b.node) : a.rest < b.rest ? 1 : -1))
  return divided.map(({ node, units }, i) => [node, i < left ? units + 1 : units])
}
