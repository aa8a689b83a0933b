import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Rational } from '../../../tests/reference/rational.ts'
import type { Contribution } from './exact.ts'
import { MOST_EXACT_AUTHORS, numeratorOf, roundHundredths, sumExactly, toShare } from './exact.ts'
import { reduced } from './fraction.ts'
import { PARTS, UNITS, UNITS_PER_PART } from './units.ts'

/** Both ways in which largest remainder may round k / (2520 n). */
function unitsOf(k: number, authors: number, up: boolean): number {
  const product = BigInt(k) * BigInt(UNITS_PER_PART)
  const down = product / BigInt(authors)
  return Number(up && product % BigInt(authors) > 0n ? down + 1n : down)
}

const never = (): Contribution[] => {
  throw new Error('not asked')
}

describe('the exact fraction of a contribution', () => {
  const authors = fc.oneof(
    fc.integer({ min: 1, max: 60 }),
    fc.integer({ min: 1, max: MOST_EXACT_AUTHORS }),
    fc.constant(MOST_EXACT_AUTHORS),
  )
  test('is found again from its units', () => {
    const cases = authors.chain((n) =>
      fc.tuple(fc.constant(n), fc.integer({ min: 1, max: PARTS * n }), fc.boolean()),
    )
    fc.assert(
      fc.property(cases, ([n, k, up]) => {
        expect(numeratorOf(unitsOf(k, n, up), n)).toBe(k)
      }),
      { numRuns: 2000 },
    )
  })

  test('is not claimed for more authors than the proof covers', () => {
    expect(() => numeratorOf(1, MOST_EXACT_AUTHORS + 1)).toThrow(RangeError)
  })
})

describe('two decimals', () => {
  const contribution = fc
    .integer({ min: 1, max: 60 })
    .chain((n) => fc.tuple(fc.constant(n), fc.integer({ min: 1, max: PARTS * n }), fc.boolean()))
  test('are those of exact arithmetic', () => {
    fc.assert(
      fc.property(fc.array(contribution, { maxLength: 40 }), fc.boolean(), (list, asBigInt) => {
        const exact = Rational.sum(list.map(([n, k]) => new Rational(k, PARTS * n)))
        const contributions = list.map(([n, k, up]) => ({ units: unitsOf(k, n, up), authors: n }))
        const units = contributions.reduce((sum, each) => sum + each.units, 0)
        const rounded = roundHundredths(asBigInt ? BigInt(units) : units, list.length, () => contributions)
        expect(rounded).toBe(exact.hundredths())
        const sum = sumExactly(contributions)
        expect(new Rational(sum.numerator, sum.denominator).equals(exact)).toBe(true)
      }),
    )
  })

  test('go up at a half cent, however the units were rounded', () => {
    // Of 23 authors; together 7245 / (2520 × 23) = 0.125, and none of the three a whole number of units.
    const rounded = (up: boolean) =>
      [1000, 3000, 3245].map((k) => ({ units: unitsOf(k, 23, up), authors: 23 }))
    const sum = (list: { units: number }[]) => list.reduce((units, each) => units + each.units, 0)
    for (const contributions of [rounded(true), rounded(false)]) {
      expect(sum(contributions)).not.toBe(UNITS / 8)
      expect(roundHundredths(sum(contributions), 3, () => contributions)).toBe(13)
    }
    expect(roundHundredths(sum(rounded(false)), 0, never)).toBe(12)
  })

  test('do not need the contributions away from half cents, and take fractions as they are', () => {
    expect(roundHundredths(UNITS / 3, 1000, never)).toBe(33)
    expect(roundHundredths(0, 0, never)).toBe(0)
    const third = { numerator: 1n, denominator: 3n }
    const one = sumExactly([third, third, { units: UNITS / 3, authors: 1 }])
    expect(reduced(one)).toEqual({ numerator: 1n, denominator: 1n })
    expect(sumExactly([])).toEqual({ numerator: 0n, denominator: 1n })
  })
})

test('units beyond 2^53 are a Share all the same', () => {
  expect(toShare(UNITS * 3 + UNITS / 4)).toBe(3.25)
  expect(toShare(BigInt(UNITS) * 20_000_000n + BigInt(UNITS / 4))).toBe(20_000_000.25)
  expect(roundHundredths(BigInt(UNITS) * 20_000_000n + BigInt(UNITS / 4), 5, never)).toBe(2_000_000_025)
})
