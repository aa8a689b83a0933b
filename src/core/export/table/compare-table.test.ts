import { expect, it } from 'vitest'
import { contract } from '../../../shared/contract/index.ts'
import { useMaps } from '../../drawing/map/test-maps.ts'
import { buildTable } from './tables.ts'

const { context } = useMaps()
const tableOf = (cities: string[], dataset?: string) => {
  const table = { of: 'compare', input: { cities, ...(dataset ? { dataset } : {}) } }
  const asked = contract['exports.table'].input.parse({ table, format: 'csv' })
  return buildTable(asked.table, 'en', context)
}

it('holds the differences from the first city and its subjects, behind the columns of a ranking', () => {
  const { columns, rows, records } = tableOf(['Beijing', 'Shanghai'])
  const heads = columns.map(({ head }) => head)
  expect(heads.slice(0, 5)).toEqual(['Rank', 'Change of rank (places)', 'City id', 'City', 'City (Chinese)'])
  const cell = (row: number, head: string) => rows[row]?.[heads.indexOf(head)]
  expect(cell(0, 'Difference of Share from the first city (articles)')).toBe(0)
  expect(cell(1, 'Difference of Share from the first city (articles)')).toBe(-2045.39)
  expect(cell(1, 'Share ÷ that of the first city')).toBeCloseTo(2214 / 4259.39, 12)
  expect(cell(1, 'Difference of Count from the first city (articles)')).toBe(-4309)
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
