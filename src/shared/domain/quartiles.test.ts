import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAST_FOR_QUARTILES, quantile, spreadOf } from './quartiles.ts'

/** The rule told slowly: the broken line through the points (i / (n − 1), i-th value), read at p. */
function slowly(values: readonly number[], p: number): number {
  const sorted = [...values]
  for (let i = 0; i < sorted.length; i++)
    for (let j = i + 1; j < sorted.length; j++)
      if (sorted[j]! < sorted[i]!) [sorted[i], sorted[j]] = [sorted[j]!, sorted[i]!]
  const last = sorted.length - 1
  for (let i = 0; i < last; i++) {
    const [from, to] = [i / last, (i + 1) / last]
    if (p >= from && p <= to)
      return sorted[i]! * ((to - p) / (to - from)) + sorted[i + 1]! * ((p - from) / (to - from))
  }
  return sorted[last]!
}
const figures = fc.array(
  fc.integer({ min: 0, max: 10_000_000 }).map((n) => n / 100),
  {
    minLength: 1,
    maxLength: 40,
  },
)

test('QUARTILE.INC of spreadsheets: figures worked out by hand', () => {
  // 1, 2, 4, 7, 8, 10: positions 2.25, 3.5 and 4.75.
  expect(spreadOf([7, 2, 10, 4, 1, 8])).toEqual({ n: 6, median: 5.5, lower: 2.5, upper: 7.75 })
  expect(spreadOf([12.34, 12.35])).toEqual({ n: 2, median: 12.345, lower: null, upper: null })
  expect(spreadOf([5])).toEqual({ n: 1, median: 5, lower: null, upper: null })
  expect(spreadOf([0.1, 0.2, 0.3, 0.4])).toEqual({ n: 4, median: 0.25, lower: 0.175, upper: 0.325 })
  expect(spreadOf([])).toBeNull()
})

test('median and quartiles are those of the slow rule, in any order of the figures', () => {
  fc.assert(
    fc.property(figures, fc.integer(), (values, seed) => {
      const turned = values.toSorted((a, b) => ((a * 7919 + seed) % 13) - ((b * 7919 + seed) % 13))
      const spread = spreadOf(turned)!
      expect(spread.median).toBeCloseTo(slowly(values, 0.5), 8)
      if (values.length < LEAST_FOR_QUARTILES) {
        expect([spread.lower, spread.upper]).toEqual([null, null])
        return
      }
      expect(spread.lower).toBeCloseTo(slowly(values, 0.25), 8)
      expect(spread.upper).toBeCloseTo(slowly(values, 0.75), 8)
    }),
  )
})

test('at least half of the figures lie on either side of the median, and the ends are the ends', () => {
  fc.assert(
    fc.property(figures, (values) => {
      const { median } = spreadOf(values)!
      expect(values.filter((value) => value <= median + 1e-9).length * 2).toBeGreaterThanOrEqual(
        values.length,
      )
      expect(values.filter((value) => value >= median - 1e-9).length * 2).toBeGreaterThanOrEqual(
        values.length,
      )
      const sorted = values.toSorted((a, b) => a - b)
      expect([quantile(sorted, 0), quantile(sorted, 1)]).toEqual([Math.min(...values), Math.max(...values)])
    }),
  )
})
