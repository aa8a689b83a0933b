/** Commands over a computed index; the figures are worked out by hand from `test-index.ts`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import { createCore } from '../core/create-core.ts'
import { createClient } from '../shared/contract/client.ts'
import { COLUMNS } from '../shared/tables/ranking-columns.ts'
import type { CliRun } from './test-index.ts'
import { cliOn, writeIndexFiles } from './test-index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-cli-index-'))
const core = createCore({ dataDir, resourcesDir, appVersion })
const run = cliOn(core)
const files = writeIndexFiles(join(dataDir, 'given'))
const ask = (...args: string[]) => run(...args, '--dataset', 'tiny')
const answer = async (...args: string[]) => JSON.parse((await ask(...args)).out)
/** Twelfths: every Share here is a whole number of them. */
const twelfths = (n: number) => expect.closeTo(n / 12, 9)
/** Rankings give the Share as editions print it, to the hundredth. */
const printed = (n: number) => expect.closeTo(n / 12, 2)
let imported: CliRun

beforeAll(async () => {
  imported = await run('import', 'works', files.works, '--institutions', files.institutions, '--as', 'tiny')
})
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

test('import works reports every record', async () => {
  expect([imported.code, imported.err]).toEqual([0, expect.stringContaining('7 records read, 6 stored')])
  const { dataset, report } = JSON.parse(imported.out)
  expect(dataset).toMatchObject({ dataset: 'tiny', kind: 'computed', articles: 6 })
  expect(report).toMatchObject({
    read: 7,
    stored: 6,
    rejected: [{ reason: 'retracted', count: 1 }],
    unmatched: [{ text: 'Nowhere Laboratory', count: 1 }],
  })
  const table = await run('datasets', 'report', 'tiny', '--format', 'table', '--lang', 'zh')
  expect(table.out).toMatch(/已撤稿 +1\n/)
  expect(table.out).toContain('Nowhere Laboratory')
})

test('import preview tells what files are, and stores nothing', async () => {
  const { out } = await run('import', 'preview', join(dataDir, 'given'), '--format', 'table')
  expect(out).toMatch(/institutions\.jsonl +Institutions of OpenAlex/)
  expect(out).toMatch(/works\.jsonl +Works of OpenAlex +JSON, one record a line/)
})

test('import affiliations reads columns of other names by a map', async () => {
  const table = join(dataDir, 'rows.csv')
  const map = join(dataDir, 'map.json')
  writeFileSync(table, 'paper,when,who,where,land\np1,2023,A,Leeds,GB\np1,2023,B,Beijing,CN\n')
  writeFileSync(
    map,
    JSON.stringify({ article_id: 'paper', year: 'when', author_name: 'who', city: 'where', country: 'land' }),
  )
  const { code, out } = await run('import', 'affiliations', table, '--map', map, '--as', 'rows')
  expect([code, JSON.parse(out).report.stored]).toEqual([0, 1])
  const { rows } = JSON.parse((await run('rank', '--dataset', 'rows')).out)
  expect(rows).toMatchObject([{ share: 0.5 }, { share: 0.5 }])
})

describe('rank', () => {
  test('of cities, adjusted to a base year', async () => {
    const { rows } = await answer('rank', '--year', '2023')
    expect(rows).toMatchObject([
      { rank: 1, rankChange: 1, cityId: 'leeds', share: printed(19), count: 3 },
      { rank: 2, rankChange: -1, cityId: 'beijing', share: printed(17), count: 2 },
    ])
    // 2 articles in 2022, 4 in 2023: Shares of 2022 count double.
    const based = await answer('rank', '--year', '2022', '--base', '2023')
    expect(based.rows).toMatchObject([
      { cityId: 'beijing', share: 1.5, adjustedShare: 3 },
      { cityId: 'leeds', share: 0.5, adjustedShare: 1 },
    ])
  })

  test('of institutions and countries, by ids of their own', async () => {
    const { rows } = await answer('rank', '--by', 'institution')
    expect(rows.map(({ institutionId }: { institutionId: string }) => institutionId)).toEqual([
      'I3',
      'I1',
      'I2',
    ])
    expect(rows[1]).toMatchObject({ cityId: 'beijing', city: 'Beijing', share: printed(10) })
    const countries = await answer('rank', '--by', 'country')
    expect(countries.rows).toMatchObject([
      { region: 'GB', share: printed(19) },
      { region: 'CN', share: printed(17) },
    ])
    const { out } = await ask('rank', '--by', 'institution', '--format', 'csv')
    expect(out.split('\r\n')[2]).toContain('I1,Alpha University,,Beijing,CN,')
  })

  test('sorted by a measure on demand it has that measure, in a file and in a terminal', async () => {
    const csv = await ask('rank', '--sort', 'internationalPct', '--format', 'csv')
    expect(csv.out.split('\r\n')[0]).toContain('International collaboration (% of articles)')
    const table = await ask('rank', '--sort', 'internationalPct', '--format', 'table')
    expect(table.out.split('\n')[0]).toContain('International collaboration')
    const { rows } = await answer('city', 'Beijing', '--reach')
    expect(Object.keys(rows[0])).toContain('localPct')
    expect(Object.keys(rows[1])).not.toContain('localPct')
  })

  test.each(['city', 'institution', 'country', 'metro'] as const)(
    'of every %s: the bytes are those of the screen’s own file, in either language',
    async (by) => {
      const client = createClient(core)
      for (const lang of ['en', 'zh'] as const) {
        for (const format of ['csv', 'csv-excel', 'json'] as const) {
          const input = { dataset: 'tiny', by, limit: 100 }
          // All columns of the screen are all columns of the file.
          const columns = COLUMNS.map(({ id }) => id)
          const table = { of: 'rankings' as const, input, columns }
          const file = await client.call('exports.table', { table, format, language: lang })
          const { out } = await ask('rank', '--by', by, '--reach', '--format', format, '--lang', lang)
          // What was asked for stands in the file, too, and differs: all columns by name, or all there are.
          expect(unstamped(out)).toBe(unstamped(Buffer.from(file.bytes).toString()))
        }
      }
    },
  )

  const unstamped = (text: string) =>
    text.replace(/,\n {2}"ScienceCities\.View": .*|ScienceCities\.View,.*/s, '')

  test('institutions as CSV are the file of the app, too', async () => {
    const input = { dataset: 'tiny', city: 'Beijing', limit: 100 }
    const table = { of: 'institutions' as const, input }
    const file = await createClient(core).call('exports.table', { table, format: 'csv' })
    const { out } = await ask('institutions', '--city', 'Beijing', '--format', 'csv')
    expect(out).toBe(Buffer.from(file.bytes).toString())
  })
})

test('rising compares adjusted Shares', async () => {
  const { rows } = await answer(
    'rising',
    '--from',
    '2022',
    '--to',
    '2023',
    '--sort',
    'changePct',
    '--floor',
    '0',
  )
  expect(rows).toMatchObject([
    { id: 'leeds', adjustedFrom: 1, change: twelfths(7), changePct: expect.closeTo(700 / 12, 9) },
    { id: 'beijing', adjustedFrom: 3, change: twelfths(-19) },
  ])
  const { out } = await ask('rising', '--limit', '1', '--format', 'table')
  expect(out).toMatch(/1 +Leeds +.*\+0\.58 +\+58\.3/)
})

test('institutions of a city add up to its Share', async () => {
  const list = await answer('institutions', '--city', '北京', '--year', '2023')
  expect(list.rows).toMatchObject([
    { id: 'I1', shareInCity: twelfths(10), countInCity: 2 },
    { id: 'I2', shareInCity: twelfths(7), countInCity: 2 },
  ])
  expect(list.reconciliation).toMatchObject({ cityShare: twelfths(17), residual: expect.closeTo(0, 9) })
})

test('a city in the terminal has its years', async () => {
  const { out } = await ask('city', 'Leeds', '--format', 'table')
  expect(out).toMatch(/2022 +2 +0\.50 +1 /)
  expect(out).toMatch(/2023 +1 +1\.58 +3 /)
})

test('collaborations between institutions and between cities', async () => {
  const within = await answer('collaborations', '--city', 'Beijing', '--year', '2023')
  expect(within.rows).toMatchObject([{ a: 'I1', b: 'I2', score: twelfths(17), articles: 2 }])
  const cities = await answer('collaborations', '--between', 'cities', '--year', '2023')
  expect(cities.rows).toMatchObject([{ score: expect.closeTo(2, 9), articles: 2 }])
  const { out } = await ask('collaborations', '--institution', 'Gamma University', '--format', 'csv-excel')
  expect(out).toContain('Alpha University')
  expect(out).toMatch(/Made with,Science Cities/)
})

describe('lists that are cut or whole', () => {
  test('collaborations count the pairs that are left out, in every form', async () => {
    const asked = ['collaborations', '--from', '2022', '--year', '2023']
    const all = await answer(...asked, '--limit', 'all')
    expect([all.rows.length, all.shown, all.truncated]).toEqual([3, { pairs: [3, 3] }, false])
    const strong = await answer(...asked, '--least', String(all.rows[1].score))
    expect(strong.rows).toEqual(all.rows.slice(0, 2))
    expect([strong.shown, strong.filters.least]).toEqual([{ pairs: [2, 3] }, all.rows[1].score])
    const csv = await ask(...asked, '--limit', '1', '--format', 'csv')
    expect(csv.out.trim().split('\r\n')).toHaveLength(2)
    const cited = await ask(...asked, '--limit', '1', '--format', 'csv-excel')
    expect(cited.out).toContain('Pairs in the file: 1 of 3')
    expect((await ask(...asked, '--format', 'csv-excel')).out).toContain('Pairs in the file: 3 of 3')
    expect((await ask(...asked, '--limit', 'some')).code).toBe(2)
  })

  test.each([
    ['rank', '--by', 'institution'],
    ['institutions'],
    ['rising', '--by', 'institution', '--from', '2022', '--to', '2023'],
    ['derive', '--city', 'Beijing'],
  ])('%s %s %s gives every row for --limit all', async (...asked) => {
    const all = await answer(...asked, '--limit', 'all')
    const cut = await answer(...asked, '--limit', '1')
    expect([all.rows.length > 1, cut.rows]).toEqual([true, all.rows.slice(0, 1)])
    if (asked[0] === 'rank') expect([all.shown, cut.shown]).toEqual([undefined, { rows: [1, 3] }])
    else expect([all.truncated, cut.truncated]).toEqual([false, true])
  })
})

test('csv for Excel carries what it was made from', async () => {
  const { out } = await ask(
    'institutions',
    '--city',
    'Leeds',
    '--format',
    'csv-excel',
    '--date',
    '2024-05-01',
  )
  expect(out).toMatch(/^\uFEFFRank,Institution id,Institution,/)
  expect(out).toMatch(/Dataset,"tiny, r1-[0-9a-f]{12}"\r\n/)
  expect(out).toMatch(/SHA-256 works\.jsonl,[0-9a-f]{64}\r\n/)
  expect(out).toMatch(/Date,2024-05-01\r\n/)
})

test('network has nodes and edges as graph tools name them', async () => {
  const network = await answer('network', '--city', 'Beijing')
  expect(network.nodes).toMatchObject([
    { id: 'I1', share: twelfths(22) },
    { id: 'I2', share: twelfths(13) },
  ])
  expect(network.edges).toEqual([
    { source: 'I1', target: 'I2', score: twelfths(29), articles: 3, width: expect.closeTo(10, 4) },
  ])
  expect(network.shown).toEqual({ nodes: [2, 2], edges: [1, 1] })
  const nodes = await ask('network', '--of', 'ego', '--centre', 'I3', '--format', 'csv', '--part', 'nodes')
  const [head, centre] = nodes.out.split(/\r?\n/)
  expect(head).toContain('y (downwards),Radius')
  expect(centre).toMatch(/^I3,Gamma University,Leeds,GB,education,/)
  const ego = await answer('network', '--of', 'ego', '--centre', 'I3')
  const drawn = (ego.nodes as { id: string; x: number; y: number }[]).find(({ id }) => id === 'I3')!
  expect(centre).toContain(`,${drawn.x},${drawn.y},`)
})

test('derive names the articles, their authors and fractions', async () => {
  const derived = await answer('derive', '--city', 'Beijing', '--year', '2023')
  expect(derived.total).toMatchObject({ share: twelfths(17), articles: 2 })
  expect(derived.rows).toMatchObject([
    { id: 'W5', fraction: '3/4' },
    { id: 'W3', fraction: '2/3' },
  ])
  const { out } = await ask('derive', '--institution', 'I1', '--partner', 'I2', '--format', 'table')
  expect(out).toMatch(/collaboration score 2\.4167, from 3 joint articles/)
  expect(out).toMatch(/\* {2}Author 5\.2 +Beta Institute, Beijing, CN +1\/4/)
})

describe('what goes wrong', () => {
  test('an unknown file, an unreadable kind, no file at all', async () => {
    const missing = await run('import', 'works', join(dataDir, 'none.jsonl'), '--as', 'x')
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('none.jsonl cannot be read')])
    const other = await run('import', 'works', files.institutions, '--as', 'x')
    expect([other.code, other.err]).toEqual([3, expect.stringContaining('no file holds articles')])
    expect((await run('import', 'works', '--as', 'x')).code).toBe(2)
    expect((await run('import', 'works', files.works)).code).toBe(2)
    expect((await run('import', 'works', files.works, '--as', 'tiny')).err).toContain('stored already')
    const both = await run('import', 'works', files.works, '--as', 'tiny', '--add', '--strict')
    expect(both.code).toBe(2)
    expect((await run('sample', 'create', '--scale', '2')).code).toBe(2)
    expect((await run('sample', 'create', '--scale', '0.1', '--articles', '20000')).code).toBe(2)
  })

  test('names that the index does not know', async () => {
    const city = await ask('institutions', '--city', 'Atlantis')
    expect([city.code, city.out, city.err]).toEqual([1, '', expect.stringContaining('Atlantis')])
    expect((await ask('derive', '--institution', 'Omega')).err).toContain('Omega')
    expect((await ask('network', '--of', 'ego')).code).toBe(2)
    expect((await ask('derive')).code).toBe(2)
  })

  test('the changes that an edition prints', async () => {
    const { code, out } = await run('rising', '--printed', '--subject', 'chemistry', '--format', 'table')
    expect([code, out]).toEqual([0, expect.stringMatching(/Shenzhen +\+89\.5 .*facts-2024\.csv:19/)])
    const { rows } = JSON.parse((await run('rising', '--printed', '--limit', 'all')).out) as {
      rows: unknown[]
    }
    expect(rows).toHaveLength(26)
  })

  test('a published edition asked for what an index alone has', async () => {
    for (const command of [['rising'], ['institutions'], ['network'], ['derive', '--city', 'Beijing']]) {
      const { code, err } = await run(...command, '--lang', 'zh')
      expect([command[0], code, err]).toEqual([command[0], 1, expect.stringContaining('已发表版本')])
    }
  })

  test('Ctrl+C cancels, and what was stored is as it was', async () => {
    const interrupted = cliOn(core, (listener) => {
      listener()
      return () => undefined
    })
    const before = (await run('datasets', 'list')).out
    const { code, out, err } = await interrupted('import', 'works', files.works, '--as', 'tiny', '--replace')
    expect([code, out]).toEqual([1, ''])
    expect(err).toContain('What was stored before is as it was.')
    expect((await run('datasets', 'list')).out).toBe(before)
  })
})

test('derive --article divides an article, and says why one does not count', async () => {
  const text = (await ask('derive', '--article', 'W5', '--format', 'table')).out
  // 1/2 to the first author's Alpha; 1/2 · 1/2 each to Beta and Gamma.
  expect(text).toContain('1/2 · 1/2 = 1/4')
  expect(text).toMatch(/Sum +1 +1\.0000/)
  expect((await answer('derive', '--article', 'W5')).articles[0].sum).toBe('1')
  const refused = (await ask('derive', '--article', 'W7', '--format', 'table', '--lang', 'zh')).out
  expect(refused).toContain('W7 被拒绝：已撤稿。')
  expect((await ask('derive', '--article', 'W99', '--format', 'table')).out).toContain('it was not read')
  expect((await ask('derive', '--article', 'W5', '--format', 'csv')).err).toContain('text or JSON')
})
