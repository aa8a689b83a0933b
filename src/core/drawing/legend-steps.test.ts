import { assert, double, array, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEGEND_RADIUS } from '../../shared/figures/network/frame.ts'
import { scalesOf } from './network/place-network.ts'
import { legendSteps, spanOf } from './legend-steps.ts'

const valuesOf = (shares: number[], areaScale: number) =>
  legendSteps(spanOf(shares), areaScale, { least: 0, greatest: 0 }, 0).areas.map(({ value }) => value)
const scaleOf = (shares: number[]) =>
  scalesOf({ nodes: shares.map((share, i) => ({ id: String(i), share })) as never, edges: [] }).areaScale

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
        const areaScale = scaleOf(values)
        const { areas } = legendSteps(span, areaScale, { least: 0, greatest: 0 }, 0)
        const steps = areas.map(({ value }) => value)
        // In numbers that are read with ease: two figures that count, never outside of what is drawn.
        expect(steps[0]).toBeLessThanOrEqual(span.greatest * (1 + 1e-9))
        expect(steps[0]).toBeGreaterThan(span.greatest * 0.9)
        expect(steps.at(-1)).toBeGreaterThanOrEqual(span.least * (1 - 1e-9))
        if (steps.length > 2) for (const step of steps) expect(Number(step.toPrecision(2))).toBe(step)
        expect(steps).toEqual([...new Set(steps)].toSorted((a, b) => b - a))
        for (const { value, r } of areas) expect(r).toBe(areaScale * Math.sqrt(value))
        const radii = values.map((value) => areaScale * Math.sqrt(value))
        const [least, greatest] = [Math.min(...radii), Math.max(...radii)]
        if (least > 2 && greatest / least > 1.1) expect(steps.length).toBeGreaterThanOrEqual(2)
        if (least > 2 && steps.length > 1)
          expect(steps.at(-1)).toBeLessThanOrEqual(span.least * 1.1 * (1 + 1e-9))
      }),
    )
  })

  it('holds circles of a network that its strip can show', () => {
    assert(
      property(shares, (values) => {
        const areaScale = scaleOf(values)
        const { areas } = legendSteps(spanOf(values), areaScale, { least: 0, greatest: 0 }, 0)
        expect(areas.length).toBeGreaterThan(0)
        for (const { r } of areas) expect(r).toBeLessThanOrEqual(LEGEND_RADIUS * (1 + 1e-6))
        const largest = areaScale * Math.sqrt(Math.max(...values))
        expect(largest).toBeLessThanOrEqual(LEGEND_RADIUS * (1 + 1e-6))
      }),
    )
  })

  it('of five large institutions has a step near the largest and none below the least', () => {
    const values = [5274, 2290, 1891, 1480, 1375]
    expect(valuesOf(values, scaleOf(values))).toEqual([5200, 2000, 1400])
  })

  it('tells apart what one round step would hold, and shows one step of one value', () => {
    expect(valuesOf([1.9, 1.2], 10)).toEqual([1.9, 1.2])
    expect(valuesOf([1.5, 1.5], 10)).toEqual([1.5])
    expect(valuesOf([0, 3], 10)).toEqual([3])
    expect(valuesOf([0], 10)).toEqual([])
  })
})
