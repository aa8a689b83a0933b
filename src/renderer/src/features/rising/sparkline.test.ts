import { describe, expect, it } from 'vitest'
import { readFloor, risingInput } from './useRisingState.ts'
import { sparkline } from './sparkline.ts'

describe('a sparkline', () => {
  it('begins at 0 and ends at its largest value', () => {
    const { dots } = sparkline([0, 5, 10], 100, 20, 0)
    expect(dots.map(({ x, y }) => [x, y])).toEqual([
      [0, 20],
      [50, 10],
      [100, 0],
    ])
  })

  it('breaks where a year has no value', () => {
    const { path, dots } = sparkline([1, 2, null, 4, 5], 100, 20)
    expect(path.match(/M/g)).toHaveLength(2)
    expect(path.match(/L/g)).toHaveLength(2)
    expect(dots.map(({ index }) => index)).toEqual([0, 1, 3, 4])
  })

  it('draws nothing of nothing', () => {
    expect(sparkline([null, null], 100, 20)).toEqual({ path: '', dots: [] })
    expect(sparkline([3], 100, 20).dots).toHaveLength(1)
  })
})

describe('the address of Rising', () => {
  const shared = { dataset: 'mine', subject: 'all', year: 2023 }
  it('is read, and what no view could mean is left out', () => {
    const query = { by: 'institution', from: '2021', sort: 'changePct', floor: '5', region: 'CN' }
    expect(risingInput(query, shared)).toMatchObject({ ...query, from: 2021, floor: 5, to: 2023 })
    expect(risingInput({ by: 'mood', from: 'x', sort: 'name', region: 'china' }, shared)).toMatchObject({
      by: 'city',
      from: undefined,
      sort: 'change',
      region: undefined,
    })
  })
  it('tells no floor from a floor of 0', () => {
    expect([readFloor({}), readFloor({ floor: '0' }), readFloor({ floor: '-1' })]).toEqual([
      undefined,
      0,
      undefined,
    ])
  })
})
