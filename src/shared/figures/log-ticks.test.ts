import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logTicks } from './ticks.ts'

test('1, 2, 5 of each decade where they fit, fewer of long axes, linear ones of short axes', () => {
  expect(logTicks(30, 2400)).toEqual([50, 100, 200, 500, 1000, 2000])
  expect(logTicks(30, 2400, 4)).toEqual([30, 100, 300, 1000])
  expect(logTicks(0.5, 4300, 6)).toEqual([1, 10, 100, 1000])
  expect(logTicks(0.01, 1e6, 4)).toEqual([1, 1000, 1e6])
  expect(logTicks(100, 140)).toEqual([100, 110, 120, 130, 140])
  expect(logTicks(0.3, 1.8)).toEqual([0.3, 0.5, 0.7, 1, 1.5])
  expect(logTicks(5, 5)).toEqual([5])
  expect(logTicks(0, 5)).toEqual([])
})

test('ticks ascend, stay within the axis, and there is always one', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -6, max: 6, noNaN: true }),
      fc.double({ min: 0.001, max: 8, noNaN: true }),
      fc.integer({ min: 2, max: 10 }),
      (low, decades, most) => {
        const [from, to] = [10 ** low, 10 ** (low + decades)]
        const ticks = logTicks(from, to, most)
        expect(ticks.length).toBeGreaterThan(0)
        expect(ticks.length).toBeLessThanOrEqual(most)
        expect(ticks).toEqual([...ticks].sort((a, b) => a - b))
        expect(ticks.every((tick) => tick >= from * (1 - 1e-6) && tick <= to * (1 + 1e-6))).toBe(true)
      },
    ),
  )
})
