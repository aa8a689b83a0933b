/** Files of the command line are those of the contract, to the byte, and are written whole or not at all. */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import { createCore } from '../core/create-core.ts'
import { createClient } from '../shared/contract/client.ts'
import type { InputOf } from '../shared/contract/index.ts'
import { cliOn, writeIndexFiles } from './test-index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-cli-files-'))
const core = createCore({ dataDir, resourcesDir, appVersion })
const client = createClient(core)
const run = cliOn(core)
const dataset = 'tiny'
const ask = (...args: string[]) => run(...args, '--dataset', dataset)

beforeAll(async () => {
  const files = writeIndexFiles(join(dataDir, 'given'))
  await run('import', 'works', files.works, '--institutions', files.institutions, '--as', dataset)
})
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

type TableRequest = InputOf<'exports.table'>['table']
// The command line asks for the usual links of each node, as the screens do.
const network = { of: 'cities' as const, input: { dataset, strongest: 'usual' as const } }
const TABLES: [string[], TableRequest][] = [
  [['rank'], { of: 'rankings', input: { dataset, limit: 100 } }],
  [['rising'], { of: 'rising', input: { dataset, limit: 20 } }],
  [['city', 'Leeds'], { of: 'city', input: { dataset, city: 'Leeds' } }],
  [['compare', 'Leeds', 'Beijing'], { of: 'compare', input: { dataset, cities: ['Leeds', 'Beijing'] } }],
  [
    ['institutions', '--city', 'Leeds'],
    { of: 'institutions', input: { dataset, city: 'Leeds', limit: 100 } },
  ],
  [['collaborations', '--limit', '1'], { of: 'collaborations', input: { dataset, limit: 1 } }],
  [
    ['derive', '--city', 'Beijing', '--by', 'institution'],
    { of: 'parts', input: { dataset, kind: 'city', id: 'Beijing', by: 'institution', limit: 20 } },
  ],
  [['derive', '--city', 'Leeds'], { of: 'derivation', input: { dataset, kind: 'city', id: 'Leeds' } }],
]

test('what a Share consists of is told with its sum, and in a file by id and name', async () => {
  const parts = ['derive', '--city', 'Beijing', '--year', '2023', '--by', 'institution', '--format']
  const { out } = await ask(...parts, 'table')
  expect(out).toContain('Alpha University')
  expect(out).toMatch(/residual 0\.00/)
  const file = await ask(...parts, 'csv')
  const [head = '', ...rows] = file.out.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'))
  expect(head).toMatch(/Institution/)
  // Alpha has a third and a half, Beta a third and a quarter; Gamma of Leeds is no part of it.
  const shares = rows.map((row) => Number(row.split(',').find((cell) => /^0\.\d{3,}$/.test(cell))))
  expect(shares).toEqual([expect.closeTo(5 / 6, 9), expect.closeTo(7 / 12, 9)])
})

describe.each(['en', 'zh'] as const)('in %s', (language) => {
  test.each(TABLES)('%j in every format is the table of the contract', async (args, table) => {
    for (const format of ['json', 'csv', 'csv-excel'] as const) {
      const file = await client.call('exports.table', { table, format, language })
      const { code, out } = await ask(...args, '--format', format, '--lang', language)
      expect(code).toBe(0)
      expect(out).toBe(Buffer.from(file.bytes).toString())
    }
  })

  test('a network is the table, the graph and the picture of the contract', async () => {
    const args = ['network', '--of', 'cities', '--lang', language]
    const drawing = { network, labels: 'name' as const, language }
    for (const part of ['nodes', 'edges'] as const) {
      const table = { of: 'network' as const, part, drawing }
      const file = await client.call('exports.table', { table, format: 'csv', language })
      const { out } = await ask(...args, '--format', 'csv', '--part', part)
      expect(out).toBe(Buffer.from(file.bytes).toString())
    }
    for (const format of ['json', 'gexf', 'graphml', 'vosviewer'] as const) {
      const file = await client.call('exports.graph', { drawing, format, language })
      expect((await ask(...args, '--format', format)).out).toBe(Buffer.from(file.bytes).toString())
    }
    const figure = { of: 'network' as const, drawing }
    const file = await client.call('exports.figure', { figure, format: 'svg', language })
    expect((await ask(...args, '--format', 'svg')).out).toBe(Buffer.from(file.bytes).toString())
  })
})

test('figures of an institution are those of the contract, under its name too', async () => {
  const { institution } = await client.call('institutions.profile', { dataset, institution: 'I1' })
  const figure = { of: 'institution-series' as const, input: { dataset, institution: 'I1' } }
  const file = await client.call('exports.figure', { figure, format: 'svg' })
  for (const name of ['I1', institution.name]) {
    const { code, out } = await ask('institution', name, '--figure', 'series', '--format', 'svg')
    expect([code, out]).toEqual([0, Buffer.from(file.bytes).toString()])
  }
  // No article here has a subject that is known.
  const { code, err } = await ask('institution', 'I1', '--figure', 'profile', '--format', 'svg')
  expect([code === 0, err]).toEqual([false, expect.stringContaining(dataset)])
  const { out } = await ask('institution', 'I1', '--format', 'json')
  expect(JSON.parse(out).institution.name).toBe(institution.name)
  expect((await ask('institution', 'I1', '--format', 'table')).out).toContain(institution.name)
  expect((await ask('institution', 'Nowhere', '--format', 'json')).code).not.toBe(0)
})

test('printed changes are the table and the picture of the contract', async () => {
  const input = { subject: 'chemistry' }
  const figure = { of: 'printed-changes' as const, input }
  const file = await client.call('exports.figure', { figure, format: 'svg' })
  const asked = ['rising', '--printed', '--subject', 'chemistry', '--format', 'svg']
  expect((await run(...asked)).out).toBe(Buffer.from(file.bytes).toString())
  const table = { of: 'changes' as const, input: { ...input, limit: 20 } }
  const rows = await client.call('exports.figure', { figure: { of: 'table', table }, format: 'svg' })
  expect((await run(...asked, '--figure', 'table')).out).toBe(Buffer.from(rows.bytes).toString())
})

test('a map is the table and the picture of the contract', async () => {
  const drawing = { labels: 'name' as const, top: 5 }
  for (const format of ['json', 'csv'] as const) {
    const table = { of: 'map' as const, drawing }
    const file = await client.call('exports.table', { table, format })
    expect((await run('map', '--top', '5', '--format', format)).out).toBe(Buffer.from(file.bytes).toString())
  }
  const file = await client.call('exports.figure', { figure: { of: 'map', drawing }, format: 'svg' })
  expect((await run('map', '--top', '5', '--format', 'svg')).out).toBe(Buffer.from(file.bytes).toString())
})

describe('JSON keeps what scripts read', () => {
  const document = async (...args: string[]) => JSON.parse((await ask(...args, '--format', 'json')).out)
  const CITED = { dataset, version: expect.stringMatching(/^r1-/), citation: { Dataset: expect.any(String) } }

  test.each([
    [['rising'], ['years', 'articles', 'total', 'truncated', 'finding', 'rows']],
    [['institutions'], ['total', 'truncated', 'reconciliation', 'rows']],
    [['collaborations'], ['total', 'truncated', 'shown', 'rows']],
    [
      ['derive', '--city', 'Leeds'],
      ['entity', 'partner', 'total', 'hasWords', 'truncated', 'rows'],
    ],
    [
      ['city', 'Leeds'],
      ['city', 'headline', 'subjects', 'series', 'rankHistory', 'statements', 'rows'],
    ],
    [
      ['network', '--of', 'cities'],
      ['nodes', 'edges', 'shown', 'seed', 'layout', 'frame', 'clusters', 'title'],
    ],
  ])('%j', async (args, keys) => {
    const found = await document(...args)
    expect(found).toMatchObject({ ...CITED, filters: expect.any(Object) })
    expect(Object.keys(found)).toEqual(expect.arrayContaining(keys))
    expect(found.sources).toHaveLength(2)
  })

  test('of a map', async () => {
    const found = JSON.parse((await run('map', '--top', '5', '--format', 'json')).out)
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['frame', 'views', 'cities', 'arcs', 'shown']))
    expect(found.cities[0]).toMatchObject({ id: 'beijing', r: expect.any(Number) })
    expect(found.shown.cities).toEqual([5, 100])
    expect(found.rows).toHaveLength(5)
  })
})

describe('--out', () => {
  const folder = join(dataDir, 'out')
  const at = (name: string) => join(folder, name)
  const write = (name: string) => ask('rank', '--format', 'csv', '--out', at(name))
  beforeAll(() => void mkdirSync(folder))

  test.skipIf(process.platform === 'win32')('keeps permissions and links of what it replaces', async () => {
    writeFileSync(at('private.csv'), 'old')
    chmodSync(at('private.csv'), 0o600)
    symlinkSync('private.csv', at('link.csv'))
    expect((await write('link.csv')).code).toBe(0)
    expect(readFileSync(at('private.csv'), 'utf8')).toMatch(/^Rank,/)
    expect(statSync(at('private.csv')).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder).sort()).toEqual(['link.csv', 'private.csv'])
  })

  test('to a folder says why not, and leaves no part', async () => {
    mkdirSync(at('folder'))
    const { code, err } = await write('folder')
    expect([code, err]).toEqual([1, expect.stringContaining('folder cannot be read or written: EISDIR')])
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})

describe('figures', () => {
  const figure = { of: 'ranking-bars' as const, input: { dataset, by: 'city' as const, subject: 'all' } }

  test.each(['svg', 'png', 'pdf', 'pptx'] as const)('%s is the file of the contract', async (format) => {
    const asked = { ...figure, top: 3, highlight: 'Leeds' }
    const look = { preset: 'slide-full', theme: 'dark', title: 'Mine', dpi: 72 } as const
    const file = await client.call('exports.figure', { figure: asked, format, ...look })
    const out = join(dataDir, `bars.${format}`)
    const { code } = await ask(
      ...['rank', '--out', out, '--preset', 'slide-full', '--theme', 'dark', '--title', 'Mine'],
      ...['--dpi', '72', '--top', '3', '--highlight', 'LEEDS'],
    )
    expect(code).toBe(0)
    expect(readFileSync(out).equals(Buffer.from(file.bytes))).toBe(true)
  })

  test('a highlight, a theme and a figure that are none are refused', async () => {
    expect((await ask('rank', '--format', 'svg', '--highlight', 'Atlantis')).code).toBe(1)
    expect((await ask('rank', '--format', 'svg', '--theme', 'pink')).code).toBe(2)
    expect((await ask('rank', '--format', 'svg', '--figure', 'pie')).code).toBe(2)
  })

  test('the reference of a comparison stands first', async () => {
    const table = { of: 'compare' as const, input: { dataset, cities: ['beijing', 'leeds'] } }
    const file = await client.call('exports.table', { table, format: 'csv' })
    const { out } = await ask('compare', 'Leeds', 'Beijing', '--reference', 'Beijing', '--format', 'csv')
    expect(out).toBe(Buffer.from(file.bytes).toString())
  })

  test('CSV for spreadsheets takes separator and decimal sign', async () => {
    const sign = ['--separator', 'semicolon', '--decimal', 'comma']
    const { out } = await ask('rank', '--format', 'csv-excel', ...sign)
    expect(out.split('\r\n')[0]).toMatch(/^\ufeffRank;Change of rank/)
  })
})
