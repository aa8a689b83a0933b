import { assert, double, array, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEGEND_RADIUS } from '../../shared/figures/network/furniture.ts'
import { radiiFor } from './network/layout/scales.ts'
import { legendFor } from './network/legend-for.ts'
import { legendSteps, spanOf } from './legend-steps.ts'

const valuesOf = (shares: number[], areaScale: number) =>
  legendFor(spanOf(shares), 0, { areaScale, widthScale: 0 }).areas.map(({ value }) => value)

/** Shares of several orders of magnitude, as cities and institutions have them. */
const shares = array(
  double({ min: -2, max: 4.3, noNaN: true }).map((power) => 10 ** power),
  { minLength: 1, maxLength: 40 },
)

describe('the legend of circles', () => {
  it('spans the circles: from the greatest to the least that is seen', () => {
    assert(
      property(shares, (values) => {
        const span = spanOf(values)
        const { areaScale } = radiiFor(Float64Array.from(values))
        const { areas } = legendSteps(span, areaScale, 0, 0)
        const steps = areas.map(({ value }) => value)
        expect(steps[0]).toBe(span.greatest)
        expect(steps.at(-1)).toBeGreaterThanOrEqual(span.least)
        expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => b - a))
        for (const { value, r } of areas) expect(r).toBe(areaScale * Math.sqrt(value))
        const radii = values.map((value) => areaScale * Math.sqrt(value))
        const [least, greatest] = [Math.min(...radii), Math.max(...radii)]
        if (least > 2 && greatest / least > 1.1) expect(steps.length).toBeGreaterThanOrEqual(2)
        if (least > 2 && steps.length > 1) expect(steps.at(-1)).toBe(span.least)
      }),
    )
  })

  it('holds circles of a network that its strip can show', () => {
    assert(
      property(shares, (values) => {
        const { areaScale } = radiiFor(Float64Array.from(values))
        const { areas } = legendFor(spanOf(values), 0, { areaScale, widthScale: 0 })
        expect(areas.length).toBeGreaterThan(0)
        for (const { r } of areas) expect(r).toBeLessThanOrEqual(LEGEND_RADIUS * (1 + 1e-6))
      }),
    )
  })

  it('of five large institutions has no step below them', () => {
    const values = [5274, 2290, 1891, 1480, 1375]
    expect(valuesOf(values, radiiFor(Float64Array.from(values)).areaScale)).toEqual([4000, 2000, 1375])
  })

  it('tells apart what one round step would hold, and shows one step of one value', () => {
    expect(valuesOf([1.9, 1.2], 10)).toEqual([1.9, 1.2])
    expect(valuesOf([1.5, 1.5], 10)).toEqual([1.5])
    expect(valuesOf([0, 3], 10)).toEqual([3])
    expect(valuesOf([0], 10)).toEqual([])
  })
})
