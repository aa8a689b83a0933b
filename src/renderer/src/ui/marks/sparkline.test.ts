import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sparkline } from './sparkline.ts'

const box = { width: 100, height: 20, inset: 2 }
const year = (of: number, scope: string | null = null) => ({ year: of, scope })

it('joins years that follow one another and leaves gaps where a year has no value', () => {
  const { path, dots } = sparkline(
    [1, 2, null, 4],
    [2020, 2021, 2022, 2023].map((of) => year(of)),
    box,
  )
  expect(path.match(/M/g)).toHaveLength(2)
  expect(path.match(/L/g)).toHaveLength(1)
  expect(dots.map(({ index }) => index)).toEqual([0, 1, 3])
  expect(dots.at(-1)).toMatchObject({ x: 98, y: 2 })
})

it('never joins two scopes, and marks where one ends', () => {
  const { path, breaks, dots } = sparkline([1, 2], [year(2022, 'old'), year(2023, 'new')], box)
  expect(path).not.toContain('L')
  expect(breaks).toHaveLength(1)
  expect(breaks[0]).toBeGreaterThan(dots[0]!.x)
  expect(breaks[0]).toBeLessThan(dots[1]!.x)
})

it('stays in its box, begins at 0 and keeps the order of values', () => {
  const values = fc.array(fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })), {
    minLength: 1,
    maxLength: 9,
  })
  fc.assert(
    fc.property(values, (some) => {
      const { dots } = sparkline(
        some,
        some.map((_, i) => year(2015 + i)),
        box,
      )
      for (const { x, y, index } of dots) {
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(100)
        expect(y).toBeGreaterThanOrEqual(2 - 1e-9)
        expect(y).toBeLessThanOrEqual(18 + 1e-9)
        for (const other of dots)
          if ((some[other.index] ?? 0) > (some[index] ?? 0)) expect(other.y).toBeLessThanOrEqual(y)
      }
    }),
  )
})
