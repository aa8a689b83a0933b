/** How the stored column `authors` tells the denominator of an article and whether its fractions can be recovered. */
import { UNITS_PER_PART } from '../counting/units.ts'

/** Set where an author has 11 or more affiliations that do not divide 2520: units then stand for themselves. */
const ODD = 0x8000_0000

/** @param divisor authors among whom the article is divided @param exact `ArticleCounter.exact` */
export function encodeDivisor(divisor: number, exact: boolean): number {
  return exact ? divisor : divisor + ODD
}

export function divisorOf(stored: number): number {
  return stored >= ODD ? stored - ODD : stored
}

export function isOdd(stored: number): boolean {
  return stored >= ODD
}

/**
 * Whether a contribution's units differ from its exact value, which is a whole number of parts (1/2520 of an author):
 * units × divisor is then no multiple of a part's units. Holds for divisors below a part's units, 554,268.
 */
export function isRounded(units: number, divisor: number): boolean {
  return (units * divisor) % UNITS_PER_PART !== 0
}
