import { array, assert, double, integer, property } from 'fast-check'
import { expect, it } from 'vitest'
import { spreadApart } from './spread.ts'

it('keeps what stands apart, and parts what does not about its middle', () => {
  expect(spreadApart([10, 40], 15, 0, 100)).toEqual([10, 40])
  expect(spreadApart([50, 50], 10, 0, 100)).toEqual([45, 55])
  expect(spreadApart([99, 2, 98], 10, 0, 100)).toEqual([100, 2, 90])
  expect(spreadApart([], 10, 0, 100)).toEqual([])
})

it('never stands closer than asked, in the order of what was wanted, and inside where there is room', () => {
  const wanted = array(double({ min: -20, max: 220, noNaN: true }), { minLength: 1, maxLength: 6 })
  assert(
    property(wanted, integer({ min: 1, max: 30 }), (values, gap) => {
      const places = spreadApart(values, gap, 0, 200)
      const sorted = values
        .map((value, i) => [value, places[i]!] as const)
        .sort((a, b) => a[0] - b[0] || a[1] - b[1])
      for (let i = 1; i < sorted.length; i++)
        expect(sorted[i]![1] - sorted[i - 1]![1]).toBeGreaterThanOrEqual(gap - 1e-6)
      for (const place of places) {
        expect(place).toBeGreaterThanOrEqual(-1e-6)
        expect(place).toBeLessThanOrEqual(200 + 1e-6)
      }
    }),
  )
})
