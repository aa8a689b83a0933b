/** Institutions by country and by sector: the same rows in a ranking, a list and a file, and the way back. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import { createCore } from '../core/create-core.ts'
import { cliOn, writeIndexFiles } from './test-index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-sector-'))
const core = createCore({ dataDir, resourcesDir, appVersion })
const run = cliOn(core)

beforeAll(async () => {
  const files = writeIndexFiles(join(dataDir, 'given'))
  const text = readFileSync(files.institutions, 'utf8')
  // Beta Institute, of Beijing, is a company.
  writeFileSync(
    files.institutions,
    text.replace(/("display_name":"Beta Institute","type":)"education"/, '$1"company"'),
  )
  const { code } = await run(
    'import',
    'works',
    files.works,
    '--institutions',
    files.institutions,
    '--as',
    'tiny',
  )
  expect(code).toBe(0)
})
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})
const ids = (out: string) => JSON.parse(out).rows.map(({ id }: { id: string }) => id)
const ask = async (...args: string[]) => (await run(...args, '--dataset', 'tiny', '--limit', 'all')).out

test('by country and sector, with their rank among all', async () => {
  const company = JSON.parse(await ask('rank', '--by', 'institution', '--sector', 'company'))
  expect(company.rows).toMatchObject([{ id: 'I2', rank: 3, sector: 'company', region: 'CN' }])
  expect(company.filters).toMatchObject({ sector: 'company' })
  expect(ids(await ask('rank', '--by', 'institution', '--region', 'CN', '--sector', 'education'))).toEqual([
    'I1',
  ])
  expect(ids(await ask('institutions', '--country', 'CN', '--sector', 'education'))).toEqual(['I1'])
  expect(ids(await ask('institutions', '--country', 'cn'))).toEqual(['I1', 'I2'])
  expect((await run('institutions', '--sector', 'circus')).code).toBe(2)
  // Of cities nothing is left out.
  expect(ids(await ask('rank', '--sector', 'company'))).toEqual(['leeds', 'beijing'])
})

test('a file says the sector and leads back to it', async () => {
  const file = join(dataDir, 'company.csv')
  await ask('rank', '--by', 'institution', '--sector', 'company', '--format', 'csv-excel', '--out', file)
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(/Sector: Company|Sector,Company|Sector; ?Company/)
  expect((await run('verify', file)).code).toBe(0)
  expect((await run('open', file, '--format', 'table')).out).toContain('sector=company')
})
