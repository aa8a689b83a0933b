import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalsOf, placeOf, rangeOf, scoreAt, stepScore, thresholdThatDraws, ticksOf } from './threshold.ts'

const RANGE = { low: 0.04, high: 163 }

describe('the ruler of scores', () => {
  it('has no ends without scores', () => {
    expect(rangeOf({ edges: [], counts: [] })).toBeNull()
    expect(rangeOf({ edges: [0.5, 1, 2], counts: [1, 2] })).toEqual({ low: 0.5, high: 2 })
  })

  it('gives equal ratios equal lengths', () => {
    const range = { low: 1, high: 100 }
    expect(placeOf(10, range)).toBeCloseTo(0.5, 12)
    expect(placeOf(0, range)).toBe(0)
    expect(placeOf(1e6, range)).toBe(1)
    expect(scoreAt(0.5, range)).toBe(10)
    expect(scoreAt(0, range)).toBe(0)
  })

  it('moves with every step of the keyboard until it stands at an end', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(-5, -1, 1, 5), (place, by) => {
        const score = scoreAt(place, RANGE)
        const next = stepScore(score, by, RANGE)
        if (by > 0) expect(next >= score).toBe(true)
        else expect(next <= score).toBe(true)
        if (place > 0.1 && place < 0.9) expect(next).not.toBe(score)
      }),
    )
    expect(stepScore(0, -1, RANGE)).toBe(0)
  })

  it('writes few round scores, all of them on the ruler', () => {
    for (const range of [RANGE, { low: 1, high: 8 }, { low: 3, high: 4 }, { low: 1e-6, high: 1e9 }]) {
      const ticks = ticksOf(range)
      expect(ticks.length).toBeLessThanOrEqual(5)
      for (const tick of ticks) expect(tick >= range.low && tick <= range.high).toBe(true)
    }
    expect(ticksOf({ low: 1, high: 8 })).toEqual([1, 2, 5])
  })

  it('names a threshold that still draws an edge', () => {
    const histogram = { edges: [1, 2, 4, 8.19], counts: [3, 1, 0] }
    expect(thresholdThatDraws(histogram)).toBe(2)
    expect(thresholdThatDraws({ edges: [7.77, 8, 9], counts: [1, 0] })).toBe(7.7)
    expect(thresholdThatDraws({ edges: [], counts: [] })).toBeNull()
  })

  it('says a score with the decimals that it has', () => {
    expect([0, 0.04, 0.045, 0.7, 1, 1.5, 9.9, 12, 160].map(decimalsOf)).toEqual([0, 2, 3, 1, 0, 1, 1, 0, 0])
  })
})
