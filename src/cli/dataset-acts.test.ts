/** Datasets duplicated, renamed, and carried as one file: figures, companions and stamps stay what they were. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import { createCore } from '../core/create-core.ts'
import { createClient } from '../shared/contract/client.ts'
import { cliOn, writeIndexFiles } from './test-index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-acts-'))
const core = createCore({ dataDir, resourcesDir, appVersion })
const client = createClient(core)
const run = cliOn(core)
const at = (...parts: string[]) => join(dataDir, ...parts)
const stored = (id: string) => at('datasets', `${id}.sqlite`)
const exported = at('tiny.zip')
const page = {
  id: 'one',
  figure: { of: 'ranking-bars' as const, input: { dataset: 'tiny' } },
  view: '/rankings?dataset=tiny&year=2023',
}

beforeAll(async () => {
  const files = writeIndexFiles(at('given'))
  const given = ['--institutions', files.institutions, '--as', 'tiny', '--name', 'Tiny index']
  expect((await run('import', 'works', files.works, ...given)).code).toBe(0)
  await client.call('reports.save', { dataset: 'tiny', content: { name: 'Mine', pages: [page] } })
  const pins = [{ id: 'I1', x: 1, y: 2 }]
  await client.call('networks.keep', { dataset: 'tiny', key: 'a'.repeat(32), pins })
  expect(
    (await run('rank', '--dataset', 'tiny', '--format', 'csv-excel', '--out', at('rank.csv'))).code,
  ).toBe(0)
})
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const rowsOf = async (id: string) => JSON.parse((await run('rank', '--dataset', id)).out).rows
const leftOver = () => readdirSync(at('datasets')).filter((name) => name.includes('.building'))

test('a duplicate has the same figures, version, report and places, and its own id', async () => {
  const { code, err } = await run('datasets', 'duplicate', 'tiny', 'twin')
  expect([code, err]).toEqual([
    0,
    expect.stringContaining('Duplicated tiny as twin, “Tiny index (copy)”, r1-'),
  ])
  expect(await rowsOf('twin')).toEqual(await rowsOf('tiny'))
  const [mine, theirs] = await Promise.all(
    ['tiny', 'twin'].map((dataset) => client.call('datasets.show', { dataset })),
  )
  expect(theirs?.version).toBe(mine?.version)
  const db = new Database(stored('twin'), { readonly: true })
  expect(db.prepare('SELECT id FROM dataset').pluck().get()).toBe('twin')
  db.close()
  const { content } = await client.call('reports.show', { dataset: 'twin' })
  expect(content.pages).toMatchObject([
    { figure: { input: { dataset: 'twin' } }, view: '/rankings?year=2023&dataset=twin' },
  ])
  expect(readdirSync(at('datasets', 'twin.layouts'))).toEqual(readdirSync(at('datasets', 'tiny.layouts')))
  const { checks, ok } = await client.call('datasets.verify', { dataset: 'twin' })
  expect([ok, checks.find(({ id }) => id === 'checksum')?.ok]).toEqual([true, true])
})

test('neither takes a place that is taken, nor the bundled one', async () => {
  expect((await run('datasets', 'duplicate', 'tiny', 'twin')).err).toContain('stored already')
  expect((await run('datasets', 'duplicate', 'none', 'other')).err).toContain('There is no dataset')
  expect((await run('datasets', 'duplicate', 'tiny', 'Not An Id')).code).toBe(2)
  const bundled = await run('datasets', 'rename', 'science-cities-2024', 'mine')
  expect([bundled.code, bundled.err]).toEqual([1, expect.stringContaining('ships with the app')])
  expect((await run('datasets', 'duplicate', 'science-cities-2024', 'edition-copy')).code).toBe(0)
  const edition = await client.call('datasets.verify', { dataset: 'edition-copy' })
  expect(edition.checks.filter(({ ok }) => ok === false)).toEqual([])
  expect(leftOver()).toEqual([])
})

test('a dataset under another id keeps what stands beside it, and files of it still follow', async () => {
  expect((await run('datasets', 'rename', 'twin', 'renamed', '--name', 'Another name')).code).toBe(0)
  expect([existsSync(stored('twin')), existsSync(at('datasets', 'twin.report'))]).toEqual([false, false])
  expect((await client.call('reports.show', { dataset: 'renamed' })).content.name).toBe('Mine')
  const named = await run('datasets', 'rename', 'renamed', 'renamed', '--name', 'A third')
  expect([named.code, named.err]).toEqual([0, expect.stringContaining('“A third”')])
  expect((await client.call('reports.show', { dataset: 'renamed' })).content.name).toBe('Mine')
  expect((await run('datasets', 'rename', 'tiny', 'moved')).code).toBe(0)
  // By the digest: no dataset has the id that stands in the file.
  const checked = await run('verify', at('rank.csv'))
  expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('all follows')])
  expect((await run('open', at('rank.csv'), '--format', 'table')).out).toMatch(/dataset=(moved|renamed)/)
  expect((await run('datasets', 'rename', 'moved', 'tiny')).code).toBe(0)
})

describe('as one file', () => {
  test('export and import give the dataset back, under any id', async () => {
    expect((await run('datasets', 'export', 'tiny')).code).toBe(2)
    expect((await run('datasets', 'export', 'tiny', '--out', exported)).code).toBe(0)
    expect(leftOver()).toEqual([])
    const again = await run('datasets', 'export', 'tiny', '--out', exported)
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('--replace')])
    const first = readFileSync(exported)
    expect((await run('datasets', 'export', 'tiny', '--out', exported, '--replace')).code).toBe(0)
    expect(readFileSync(exported).equals(first)).toBe(true)

    const refused = await run('datasets', 'import', exported)
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('stored already')])
    expect((await run('datasets', 'import', exported, '--as', 'carried', '--name', 'Carried')).code).toBe(0)
    expect(await rowsOf('carried')).toEqual(await rowsOf('tiny'))
    const { content } = await client.call('reports.show', { dataset: 'carried' })
    expect(content.pages[0]?.figure).toMatchObject({ input: { dataset: 'carried' } })
    expect((await client.call('datasets.verify', { dataset: 'carried' })).ok).toBe(true)
    expect((await run('datasets', 'import', exported, '--replace')).code).toBe(0)
  })

  test('a published edition too; under the bundled id it needs another', async () => {
    const file = at('edition.zip')
    expect((await run('datasets', 'export', 'science-cities-2024', '--out', file)).code).toBe(0)
    expect((await run('datasets', 'import', file)).err).toContain('ships with the app')
    expect((await run('datasets', 'import', file, '--as', 'edition')).code).toBe(0)
    expect(await rowsOf('edition')).toEqual(await rowsOf('science-cities-2024'))
  })

  test('what is damaged, cut, changed, foreign or newer is refused, and nothing is stored', async () => {
    const whole = readFileSync(exported)
    const attempt = async (bytes: Uint8Array) => {
      writeFileSync(at('bad.zip'), bytes)
      const { code, err } = await run('datasets', 'import', at('bad.zip'), '--as', 'bad')
      expect(existsSync(stored('bad'))).toBe(false)
      return [code, err] as const
    }
    const flipped = Buffer.from(whole)
    flipped[1000] = (flipped[1000] ?? 0) ^ 1
    expect(await attempt(flipped)).toEqual([3, expect.stringContaining('dataset.sqlite')])
    expect(await attempt(whole.subarray(0, -400))).toEqual([
      3,
      expect.stringContaining('damaged or incomplete'),
    ])
    const listAt = whole.indexOf('"app":"Science Cities"')
    const name = whole.indexOf('Tiny index', listAt)
    const renamed = Buffer.from(whole)
    renamed.write('Tony', name)
    expect(await attempt(renamed)).toEqual([3, expect.stringContaining('contents.json')])
    expect(await attempt(Buffer.from('id,name\n1,2\n'))).toEqual([
      3,
      expect.stringContaining('not a dataset'),
    ])
    expect(await attempt(new Uint8Array())).toEqual([3, expect.stringContaining('not a dataset')])
    expect((await run('datasets', 'import', at('no-such.zip'))).code).toBe(1)
    expect(leftOver()).toEqual([])
  })
})
