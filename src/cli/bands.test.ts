/** Intervals on the command line: of ranks, changes and differences, in a table and in files that lead back. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import { createCore } from '../core/create-core.ts'
import { cliOn, writeIndexFiles } from './test-index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-bands-'))
const core = createCore({ dataDir, resourcesDir, appVersion })
const run = cliOn(core)

beforeAll(async () => {
  const { works, institutions } = writeIndexFiles(join(dataDir, 'given'))
  const made = await run('import', 'works', works, '--institutions', institutions, '--as', 'tiny')
  expect(made.code).toBe(0)
})
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})
const ask = (...args: string[]) => run(...args, '--dataset', 'tiny')

test('rank --bands adds its columns, says what they are, and that few replicates are rough', async () => {
  const { out, err } = await ask('rank', '--bands', '--replicates', '200', '--seed', '3', '--format', 'table')
  expect(out).toMatch(/Rank, 95 %\s+Share, 95 %\s+Top 10\s+Least difference/)
  expect(out).toContain('Intervals: 95 %, bootstrap over articles, B = 200, seed 3')
  expect(err).toContain('fewer than 1,000 replicates')
  const zh = await ask('rank', '--bands', '--format', 'table', '--lang', 'zh')
  expect(zh.out).toContain('排名 95% 区间')
  expect(zh.err).not.toContain('粗略')
  const plain = await ask('rank', '--format', 'table')
  expect(plain.out).not.toContain('95 %')
})

test('the same seed gives the same intervals, in JSON and CSV, and the file leads back', async () => {
  const json = async (...args: string[]) => JSON.parse((await ask('rank', ...args)).out)
  const one = await json('--bands')
  expect(await json('--intervals', '--seed', '1', '--replicates', '1000')).toEqual(one)
  expect((await json('--bands', '--seed', '2')).rows).not.toEqual(one.rows)
  expect(one.bands).toEqual({ seed: 1, replicates: 1000, rows: 2, of: 2, rough: false })
  expect(Object.keys(one.rows[0])).toEqual(
    expect.arrayContaining(['shareLow', 'shareHigh', 'rankLow', 'rankHigh', 'topTenPct', 'tie']),
  )
  const file = join(dataDir, 'ranking.csv')
  await ask('rank', '--bands', '--format', 'csv-excel', '--out', file)
  expect(readFileSync(file, 'utf8')).toContain('Share, low end of the 95 % interval')
  expect((await run('verify', file)).code).toBe(0)
  expect((await run('open', file, '--format', 'table')).out).toContain('bands=1000')
})

test('rising and compare have theirs', async () => {
  const rising = await ask('rising', '--bands', '--replicates', '200')
  const { rows, filters } = JSON.parse(rising.out)
  expect(filters.bands).toEqual({ seed: 1, replicates: 200 })
  for (const { change, changeLow, changeHigh } of rows) {
    expect(changeLow).toBeLessThanOrEqual(change)
    expect(changeHigh).toBeGreaterThanOrEqual(change)
  }
  expect((await ask('rising', '--bands', '--format', 'table')).out).toContain('Change in percent, 95 %')
  const compared = await ask('compare', 'Leeds', 'Beijing', '--bands', '--format', 'table')
  expect(compared.out).toMatch(/Ahead of Leeds by\s+Difference, %\s+Difference, 95 %/)
  const { rows: cities } = JSON.parse((await ask('compare', 'Leeds', 'Beijing', '--bands')).out)
  expect(cities[1].differences.shareLow).toBeLessThan(cities[1].differences.shareHigh)
})

test('an edition has none, and what cannot be drawn is refused', async () => {
  const edition = await run('rank', '--bands')
  expect(edition.code).toBe(1)
  expect(edition.err).toContain('it does not hold the articles')
  expect((await ask('rank', '--bands', '--replicates', '199')).code).toBe(2)
})
