import { describe, expect, it } from 'vitest'
import { tableShape } from './table-shape.ts'

const four = { values: 4, differences: 3, hasIntervals: false, hasScale: true }

describe('the shape of the table of differences', () => {
  it('gives the room that is left to the scale, up to a limit', () => {
    // 164 + 4 × 76 + 150 + 3 × 118 = 972
    expect(tableShape({ ...four, room: 972 })).toEqual({ apart: true, pct: true, strip: 150 })
    expect(tableShape({ ...four, room: 1072 })).toEqual({ apart: true, pct: true, strip: 210 })
    expect(tableShape({ ...four, room: 3000 })).toEqual({ apart: true, pct: true, strip: 340 })
  })

  it('keeps the columns without percentages before it puts differences under their values', () => {
    // 152 + 4 × 70 + 150 + 3 × 84 = 834
    expect(tableShape({ ...four, room: 934 })).toEqual({ apart: true, pct: false, strip: 210 })
    expect(tableShape({ ...four, room: 834 })).toEqual({ apart: true, pct: false, strip: 150 })
    expect(tableShape({ ...four, room: 833 })).toEqual({ apart: false, pct: true, strip: 150 })
  })

  it('has no close columns for intervals, and no scale where it finds no room', () => {
    expect(tableShape({ ...four, hasIntervals: true, room: 971 })).toMatchObject({ apart: false })
    // 164 + 4 × 118 + 150 = 786
    expect(tableShape({ ...four, room: 785 })).toEqual({ apart: false, pct: true, strip: 0 })
    expect(tableShape({ ...four, hasScale: false, room: 1400 })).toEqual({ apart: true, pct: true, strip: 0 })
  })

  it('is wide until the room is known', () => {
    expect(tableShape({ ...four, room: null })).toEqual({ apart: true, pct: true, strip: 150 })
  })
})
