import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DifferenceRow } from './difference-rows.ts'
import { letterPlaces, partAt, ratioScale, spacedTicks } from './ratio-scale.ts'

const cell = (ratio: number | null): DifferenceRow['cells'][number] => ({
  absolute: null,
  pct: null,
  ratio,
  interval: null,
  level: false,
})
const row = (ratios: (number | null)[]): DifferenceRow => ({
  part: 'share',
  measure: 'share',
  subject: 'all',
  spread: null,
  rows: [],
  cells: ratios.map(cell),
})

describe('the scale of ratios', () => {
  it('is none where no ratio is known', () => {
    expect(ratioScale([row([null, null])])).toBeNull()
  })

  it('holds the reference and every ratio, whichever they are, and letters keep apart inside it', () => {
    const ratios = fc.array(fc.oneof(fc.constant(null), fc.double({ min: 0.02, max: 50, noNaN: true })), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(ratios, (own) => {
        const rows = [row(own)]
        const scale = ratioScale(rows)
        if (!scale) return own.every((each) => each === null)
        const inside = own.every((each) => each === null || (each >= scale.min && each <= scale.max))
        const places = letterPlaces(scale, rows[0]?.cells ?? [], 148).map(({ x }) => x)
        const sorted = places.toSorted((a, b) => a - b)
        const apart = sorted.every((x, i) => i === 0 || x - (sorted[i - 1] ?? 0) >= 15 - 1e-6)
        const within = sorted.every((x) => x >= 7.5 - 1e-6 && x <= 140.5 + 1e-6)
        return inside && apart && within && scale.min < 1 && scale.max > 1
      }),
    )
  })

  it('has the middle at 1 where the ends are each other’s inverse, and words that keep their distance', () => {
    const scale = { min: 0.1, max: 10, ticks: [0.1, 0.3, 1, 3, 10] }
    expect(partAt(scale, 1)).toBeCloseTo(0.5, 12)
    expect(spacedTicks(scale, 148, 32)).toEqual([0.1, 0.3, 1, 3, 10])
    expect(spacedTicks(scale, 80, 32)).toEqual([0.1, 1, 10])
    expect(spacedTicks({ min: 0.2, max: 1.66, ticks: [0.5, 0.8, 1, 1.25] }, 148, 32)).toEqual([0.5, 1])
  })
})
