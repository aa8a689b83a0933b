import fc from 'fast-check'
import { expect, test } from 'vitest'
import { along } from './chart-places.ts'
import { tickText, trackAxisOf } from './track-axis.ts'

const plot = { x: 0, width: 400 }
const wishes = {
  size: 10,
  measure: (text: string) => text.length * 6,
  label: (value: number) => tickText(value, 'en'),
  floorLabel: 'floor',
}
const axisOf = (sort: 'change' | 'changePct', values: number[], floor: number | null = null) =>
  trackAxisOf({ sort, floor: floor === null ? null : { value: floor, at: floor } }, values, plot, wishes)

test('by percent equal ratios are equal lengths, by amount equal differences', () => {
  const { axis: log } = axisOf('changePct', [50, 2000])
  expect(along(log, 200) - along(log, 100)).toBeCloseTo(along(log, 1000) - along(log, 500), 9)
  const { axis: linear } = axisOf('change', [50, 2000])
  expect(along(linear, 200) - along(linear, 100)).toBeCloseTo(along(linear, 1100) - along(linear, 1000), 9)
  expect(along(linear, 0)).toBe(0)
})

test('ticks are written short, and give way to the floor', () => {
  expect([0, 0.5, 20, 1500].map((value) => tickText(value, 'en'))).toEqual(['0', '0.5', '20', '1,500'])
  expect(axisOf('change', [1800]).axis.ticks.map(({ at }) => at)).toContain(500)
  expect(axisOf('change', [1800], 500).axis.ticks.map(({ at }) => at)).not.toContain(500)
})

test('every value lies within a linear axis, and its words on the plot', () => {
  const values = fc.array(fc.double({ min: 0, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(values, (shares) => {
      const { axis } = axisOf('change', shares)
      for (const value of [...shares, ...axis.ticks.map(({ at }) => at)]) {
        expect(along(axis, value)).toBeGreaterThanOrEqual(0)
        expect(along(axis, value)).toBeLessThanOrEqual(1)
      }
    }),
  )
})
