/** From units back to exact Shares: fractions, and Shares rounded to two decimals as exact arithmetic rounds them. */
import type { Fraction } from './fraction.ts'
import { fractionInHundredths, gcd, reduced } from './fraction.ts'
import { PARTS, UNITS, UNITS_PER_PART } from './constants.ts'

/** Authors up to whom the units of a contribution tell its exact fraction. */
export const MOST_EXACT_AUTHORS = Math.floor((UNITS_PER_PART - 1) / 2)

/**
 * A node's part of one article: its units and the number of authors among whom the article is divided
 * (`ArticleCounter.divisor`), or, for an article whose counter was not `exact`, the fraction itself.
 */
export type Contribution = { units: number; authors: number } | Fraction

/**
 * The exact value of a contribution from its units: it is k / (2520 × authors), and k is returned. Holds for one node
 * of an article in which every author's number of affiliations divides 2520 (always so up to 10).
 *
 * Proof. units = k × s/n + e with s = UNITS/2520 = 554 268, n authors and |e| ≤ (n − 1)/n (largest remainder). Then
 * units × n/s = k + e × n/s, and |e × n/s| ≤ (n − 1)/s < 1/2 where n ≤ (s − 1)/2 = 277 133: the nearest integer is k.
 * In floating point the product, below 2^49, is exact, and the quotient, below 2^30, is off by less than 2^-23, while
 * the next half is at least 1/s away.
 * @throws RangeError for more than 277 133 authors.
 */
export function numeratorOf(units: number, authors: number): number {
  if (authors > MOST_EXACT_AUTHORS) throw new RangeError(`no exact fraction with ${authors} authors`)
  return Math.round((units * authors) / UNITS_PER_PART)
}

/** The exact sum of contributions, not in lowest terms. */
export function sumExactly(contributions: Iterable<Contribution>): Fraction {
  // Few different denominators stand behind many contributions: sum the numerators of each first.
  const byAuthors = new Map<number, number>()
  const fractions: Fraction[] = []
  for (const contribution of contributions) {
    if ('units' in contribution) {
      const { units, authors } = contribution
      byAuthors.set(authors, (byAuthors.get(authors) ?? 0) + numeratorOf(units, authors))
    } else fractions.push(contribution)
  }
  for (const [authors, numerator] of byAuthors) {
    fractions.push({ numerator: BigInt(numerator), denominator: BigInt(PARTS) * BigInt(authors) })
  }
  const terms = fractions.map(reduced)
  let denominator = 1n
  for (const each of terms) denominator *= each.denominator / gcd(denominator, each.denominator)
  let numerator = 0n
  for (const each of terms) numerator += each.numerator * (denominator / each.denominator)
  return { numerator, denominator }
}

/**
 * A Share in hundredths, rounded half up just as exact rational arithmetic rounds it.
 * @param units sum of the units of contributions
 * @param inexact how many of these contributions may differ from their exact value, each by less than a unit; an
 *   upper bound will do, such as the number of all of them (one for each node and article, not for each article)
 * @param contributions gives all of them; asked only where the sum is within `inexact` units of a half cent
 */
export function roundHundredths(
  units: number | bigint,
  inexact: number,
  contributions: () => Iterable<Contribution>,
): number {
  const { whole, rest } = split(units)
  const position = 200 * rest + UNITS
  const cents = Math.floor(position / (2 * UNITS))
  const above = position - cents * 2 * UNITS
  const margin = 200 * inexact
  if (above >= margin && 2 * UNITS - above >= margin) return whole * 100 + cents
  return Number(fractionInHundredths(sumExactly(contributions())))
}

/** Units as a Share, in articles. */
export function toShare(units: number | bigint): number {
  if (typeof units === 'number' && units <= Number.MAX_SAFE_INTEGER) return units / UNITS
  const { whole, rest } = split(units)
  return whole + rest / UNITS
}

/** Whole articles and the units beyond. */
function split(units: number | bigint): { whole: number; rest: number } {
  if (typeof units === 'bigint') {
    return { whole: Number(units / BigInt(UNITS)), rest: Number(units % BigInt(UNITS)) }
  }
  const rest = units % UNITS
  return { whole: (units - rest) / UNITS, rest }
}
