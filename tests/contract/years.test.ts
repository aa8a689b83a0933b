import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { readYear } from '../../src/shared/address/first-calls.ts'
import { contract } from '../../src/shared/contract/index.ts'
import { EARLIEST_YEAR, LATEST_YEAR } from '../../src/shared/domain/years.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importFiles, queriesOf, writeIndexFiles } from '../support/index.ts'

const folder = temporaryFolder()
const queries = queriesOf(folder)
afterAll(() => {
  queries.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every year that can be imported can be asked for, and no other', async () => {
  const stored = [EARLIEST_YEAR, 1890, 2023, LATEST_YEAR]
  const refused = [EARLIEST_YEAR - 1, LATEST_YEAR + 1]
  const works = [...stored, ...refused].map((year, i) => ({ id: i + 1, year, authors: [[1]] }))
  const files = writeIndexFiles(folder, works, [{ id: 1, name: 'Old Hall', city: 'Ghent', country: 'BE' }])
  const { report } = await importFiles(folder, 'old', files)
  expect(report.rejected).toEqual([{ reason: 'year', count: refused.length }])
  for (const year of stored) {
    const { rows } = await queries.call('rankings.list', { dataset: 'old', year })
    expect(rows.map(({ name, share }) => [name, share])).toEqual([['Ghent', 1]])
    expect(readYear({ since: String(year) }, 'since')).toBe(year)
  }
  for (const year of refused) {
    expect(contract['rankings.list'].input.safeParse({ year }).success).toBe(false)
    expect(readYear({ since: String(year) }, 'since')).toBeUndefined()
  }
})
