import fc from 'fast-check'
import { expect, test } from 'vitest'
import { roundFloor, stepFloor } from './floor-steps.ts'

test('a dragged floor has two digits; almost nothing is none', () => {
  expect([49.6, 137.2, 0.123, 0.07, 0.01, 0, -3, NaN, 9e9].map(roundFloor)).toEqual([
    50, 140, 0.12, 0.1, 0, 0, 0, 0, 1e6,
  ])
})

test('keys walk round values', () => {
  expect([0, 1, 9, 10, 50, 990].map((value) => stepFloor(value, 1))).toEqual([1, 1.5, 10, 15, 60, 1000])
  expect([0, 1, 10, 15, 50, 1000].map((value) => stepFloor(value, -1))).toEqual([0, 0, 9, 10, 40, 900])
  expect(stepFloor(10, 5)).toBe(50)
})

test('a step up and one down lead back to a value of the walk', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), (steps) => {
      const value = stepFloor(0, steps)
      expect(stepFloor(stepFloor(value, 1), -1)).toBe(value)
      expect(stepFloor(value, 1)).toBeGreaterThan(value)
    }),
  )
})
