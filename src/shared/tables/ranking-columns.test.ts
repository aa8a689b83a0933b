import { describe, expect, it } from 'vitest'
import type { TableKind } from './ranking-columns.ts'
import { columnsInAddress, isEmptyColumn, shownColumns, standardColumns } from './ranking-columns.ts'
import { scaleFor } from '../screens/scale.ts'
import { cityRow } from '../contract/test-list.ts'

const ids = (named: string[], kind: TableKind = 'full') => shownColumns(named, kind).map(({ id }) => id)

describe('columns of the ranking', () => {
  it('shows the standard set where the address names none', () => {
    expect(new Set(ids([]))).toEqual(new Set(standardColumns('full')))
    expect(ids([], 'partial')).toContain('changePct')
  })

  it('shows adjusted Share of an index where the base is another year', () => {
    expect(ids([], 'index')).not.toContain('adjustedShare')
    expect(ids([], 'index-base')).toContain('adjustedShare')
  })

  it('always shows rank and city, and knows no other names', () => {
    expect(ids(['count', 'nonsense'])).toEqual(['rank', 'name', 'count'])
  })

  it('leaves the standard set out of the address', () => {
    expect(columnsInAddress([...standardColumns('partial')].reverse(), 'partial')).toBe('')
    expect(columnsInAddress(['name', 'rank', 'share'], 'full')).toBe('rank,name,share')
  })

  it('reads back what it wrote', () => {
    expect(ids(columnsInAddress(['rank', 'name', 'change'], 'full').split(','))).toEqual([
      'rank',
      'name',
      'change',
    ])
  })

  it('knows a column in which nothing was published', () => {
    const rows = [cityRow('a', { share: 1 }), cityRow('b')]
    expect(isEmptyColumn('share', rows)).toBe(false)
    expect(isEmptyColumn('count', rows)).toBe(true)
  })
})

describe('axis of the bars', () => {
  it('begins at 0 and leaves the longest bar inside', () => {
    const scale = scaleFor([null, 4259.39, 12])!
    expect(scale.ticks[0]).toBe(0)
    expect(scale.ticks.length).toBeLessThanOrEqual(4)
    expect(scale.end).toBeGreaterThan(4259.39)
    expect(Number.parseFloat(scale.step)).toBeCloseTo((scale.ticks[1]! / scale.end) * 100, 6)
  })

  it('is absent where no value was published', () => {
    expect(scaleFor([null, null])).toBeNull()
  })
})
