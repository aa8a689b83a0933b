import { describe, expect, it } from 'vitest'
import { curvePath, piecesOf, readCurve } from '../../../shared/figures/map/curve.ts'
import { curveBetween, widthScaleOf } from './arcs.ts'

describe('arcs', () => {
  it('bow to the north, whichever end is the first', () => {
    const east = curveBetween([100, 200], [500, 200], 0)
    expect(east.by).toEqual([300, 124])
    expect(curveBetween([500, 200], [100, 200], 0).by).toEqual([300, 124])
    const south = curveBetween([300, 100], [300, 400], 0)
    expect(south.by[0]).toBeGreaterThan(300)
    expect(south.by[1]).toBe(250)
  })

  it('stay below the top of their view, and never bow far', () => {
    expect(curveBetween([100, 60], [500, 60], 55).by[1]).toBe(55)
    expect(curveBetween([0, 300], [1000, 300], 0).by[1]).toBe(210)
  })

  it('are read as they were written', () => {
    const curve = curveBetween([100.04, 200], [500, 260.2], 0)
    const read = readCurve(curvePath(curve))
    expect(read?.from).toEqual([100, 200])
    expect(read?.to).toEqual([500, 260.2])
    expect(readCurve('M0,0L1,1')).toBeNull()
    const pieces = piecesOf(curve, 4)
    expect(pieces).toHaveLength(4)
    expect([pieces[0]?.x1, pieces[3]?.x2, pieces[3]?.y2]).toEqual([100.04, 500, 260.2])
  })

  it('have no width without a score', () => {
    expect(widthScaleOf(0)).toBe(0)
    expect(widthScaleOf(250) * 250).toBe(5)
  })
})
