import { expect, test } from 'vitest'
import { DistinctRecords } from './distinct-records.ts'
import type { InstitutionRecord } from './institution-record.ts'

const record = (openalex: number | null, name: string): InstitutionRecord => ({
  ...{
    openalex,
    ror: null,
    name,
    nameZh: null,
    city: null,
    country: 'PT',
    sector: null,
    lineage: [],
    active: true,
  },
})

test('what is said again is counted and kept once; what is said otherwise is kept', () => {
  const given = new DistinctRecords()
  for (let again = 0; again < 1000; again++) given.add(record(1, 'Lisbon'))
  for (const each of [record(2, 'Porto'), record(1, 'Lisboa'), record(null, 'A'), record(null, 'B')])
    given.add(each)
  expect(given.records.map(({ name }) => name)).toEqual(['Lisbon', 'Porto', 'Lisboa', 'A', 'B'])
  expect(given.added).toBe(1004)
})
