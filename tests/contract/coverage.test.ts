import { expect, test } from 'vitest'
import { coverageTrial } from '../trials/coverage.ts'

test('intervals of Share hold the truth as often as they say, also where few articles are at hand', () => {
  // 60 indexes are some 1,400 intervals: the deviation of their part is 0.6 points. `npm run trials -- coverage` draws 2,000.
  const { intervals, covered, tooLow, tooHigh, changes } = coverageTrial(60, 5)
  expect(intervals).toBeGreaterThan(1200)
  expect(Math.abs(covered - 95)).toBeLessThan(2)
  expect(Math.abs(tooLow - tooHigh)).toBeLessThan(2)
  expect(changes.intervals).toBeGreaterThan(1000)
  expect(Math.abs(changes.covered - 95)).toBeLessThan(2)
  expect(Math.abs(changes.coveredPct - 95)).toBeLessThan(2)
})
