import fc from 'fast-check'
import { expect, test } from 'vitest'
import { usualFloor } from './usual-floor.ts'

const many = (count: number, base: number) => Array.from({ length: count }, () => base)

test('50 where twenty reach it, else the largest step that twenty reach, and never under 5', () => {
  expect(usualFloor([...many(20, 50), ...many(500, 1)])).toBe(50)
  expect(usualFloor([...many(19, 4000), ...many(1, 49.99)])).toBe(20)
  expect(usualFloor(many(20, 19.9))).toBe(10)
  expect(usualFloor(many(400, 3))).toBe(5)
  expect(usualFloor([])).toBe(5)
})

test('does not depend on the order, and more or larger bases never lower it', () => {
  const bases = fc.array(fc.double({ min: 0, max: 200, noNaN: true }), { maxLength: 60 })
  fc.assert(
    fc.property(bases, bases, fc.double({ min: 1, max: 10, noNaN: true }), (some, more, factor) => {
      const floor = usualFloor(some)
      expect(usualFloor(some.toReversed())).toBe(floor)
      expect(usualFloor([...some, ...more])).toBeGreaterThanOrEqual(floor)
      expect(usualFloor(some.map((base) => base * factor))).toBeGreaterThanOrEqual(floor)
    }),
  )
})
