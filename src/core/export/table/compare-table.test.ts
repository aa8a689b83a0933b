import { expect, it } from 'vitest'
import { contract } from '../../../shared/contract/index.ts'
import { useMaps } from '../../drawing/map/test-maps.ts'
import { buildTable } from './tables.ts'

const { context } = useMaps()
const tableOf = (cities: string[], dataset?: string, more: object = {}) => {
  const table = { of: 'compare', input: { cities, ...(dataset ? { dataset } : {}), ...more } }
  const asked = contract['exports.table'].input.parse({ table, format: 'csv' })
  return buildTable(asked.table, 'en', context)
}

it('holds the differences from the reference and its subjects, behind the columns of a ranking', () => {
  const { columns, rows, records } = tableOf(['Beijing', 'Shanghai'])
  const heads = columns.map(({ head }) => head)
  expect(heads.slice(0, 5)).toEqual(['Rank', 'Change of rank (places)', 'City id', 'City', 'City (Chinese)'])
  const cell = (row: number, head: string) => rows[row]?.[heads.indexOf(head)]
  expect(cell(0, 'Difference of Share from the reference (articles)')).toBe(0)
  expect(cell(1, 'Difference of Share from the reference (articles)')).toBe(-2045.39)
  expect(cell(1, 'Share ÷ that of the reference')).toBeCloseTo(2214 / 4259.39, 12)
  expect(cell(1, 'Difference of Count from the reference (articles)')).toBe(-4309)
  expect(heads).toContain('Chemistry: Share (articles)')
  expect(cell(0, 'Chemistry: Share (articles)')).toBe(1714.88)
  expect(records[1]).toMatchObject({ id: 'shanghai', differences: { share: -2045.39 } })
  expect(records[0]?.['subjects']).toHaveLength(5)
})

it('says of a sample what is known of every subject', () => {
  const { columns, rows } = tableOf(['beijing', 'shanghai'], 'sample')
  const own = columns.flatMap(({ id }, at) => (/^(share|rank)-/.test(id) ? [at] : []))
  expect(own).toHaveLength(10)
  for (const row of rows) for (const at of own) expect(row[at]).not.toBeNull()
})

it('measures from the reference that was chosen, whatever its place, in every subject', () => {
  const { columns, rows, records } = tableOf(['Beijing', 'Boston', 'London'], undefined, {
    reference: 'London',
  })
  const cell = (row: number, id: string) => rows[row]?.[columns.findIndex((each) => each.id === id)]
  // Printed: Beijing 4,259.39, Boston 2,059.25, London 904.95.
  expect([0, 1, 2].map((row) => cell(row, 'shareDifference'))).toEqual([3354.44, 1154.3, 0])
  expect(cell(1, 'shareDifferencePct')).toBeCloseTo((2059.25 / 904.95 - 1) * 100, 10)
  expect(new Set(rows.map((_, at) => cell(at, 'reference'))).size).toBe(1)
  expect(cell(0, 'reference')).toContain('London')
  // Boston's Share in health sciences is printed, London's is not: there is no difference from nothing.
  expect(cell(1, 'share-health-sciences')).toBe(676.43)
  expect(cell(1, 'shareDifference-health-sciences')).toBeNull()
  expect(records[0]).toMatchObject({ differences: { share: 3354.44, count: expect.any(Number) as number } })
})

it('of institutions and countries has their own names, and intervals by subject where they are asked for', () => {
  const countries = tableOf(['CN', 'US'], 'sample', {
    by: 'country',
    bands: { seed: 1, replicates: 200 },
  })
  expect(countries.columns.map(({ id }) => id)).toContain('shareDifferenceLow-chemistry')
  const at = (id: string) => countries.columns.findIndex((each) => each.id === id)
  for (const subject of ['', '-chemistry', '-health-sciences']) {
    const [low, own, high] = ['shareDifferenceLow', 'shareDifference', 'shareDifferenceHigh'].map(
      (id) => countries.rows[1]?.[at(id + subject)] as number,
    ) as [number, number, number]
    expect(low).toBeLessThan(own)
    expect(high).toBeGreaterThan(own)
  }
})
