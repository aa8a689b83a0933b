/** An index whose files were fetched by a recipe says so: in its summary, in files, in JSON and on stderr. By hand from `test-index.ts`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../core/app-info.ts'
import { createCore } from '../core/create-core.ts'
import { createClient } from '../shared/contract/client.ts'
import { cliOn, writeIndexFiles } from './test-index.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-collected-'))
const core = createCore({ dataDir, resourcesDir, appVersion })
const run = cliOn(core)
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const SENTENCE =
  'Only with Leeds: articles of other cities are here only where Leeds shares them, so their ranks, Shares and N are not those of the whole.'
const SENTENCE_ZH =
  '仅含与利兹合作的论文：其他城市的论文只有在利兹参与时才收录，因此它们的排名、份额和论文数并非全部数据的结果。'

const recipe = (over: object, date: string | null = '2026-08-01') => ({
  format: 'science-cities-recipe',
  version: 1,
  step: 2,
  date,
  collectedFor: { lineage: false, from: 2022, to: 2023, journals: [], fields: [], ...over },
})
const LEEDS = recipe({ cities: [{ name: 'Leeds', country: 'GB', institutions: 1 }] })
const fetchedOn = (day: string) => ({
  format: 'science-cities-fetched',
  begun: `${day}T08:00:00Z`,
  ended: `${day}T09:00:00Z`,
})

/** A folder as a script leaves it. */
function fetched(name: string, what: object | null, day: string | null) {
  const folder = join(dataDir, name)
  mkdirSync(folder, { recursive: true })
  if (what) writeFileSync(join(folder, 'recipe.json'), `${JSON.stringify(what, null, 2)}\n`)
  if (day) writeFileSync(join(folder, 'fetched.json'), `${JSON.stringify(fetchedOn(day))}\n`)
  return { folder, ...writeIndexFiles(folder) }
}

/** A folder of one further work of Leeds. */
function further(name: string, what: object | null, day: string | null, id: number) {
  const made = fetched(name, what, day)
  const work = {
    id: `https://openalex.org/W${id}`,
    title: 'Later',
    publication_year: 2023,
    type: 'article',
    authorships: [{ institutions: [{ id: 'https://openalex.org/I3' }] }],
  }
  writeFileSync(made.works, `${JSON.stringify(work)}\n`)
  return made.folder
}

test('an index keeps what it was collected for, and every way out says it', async () => {
  const { folder } = fetched('leeds', LEEDS, '2026-08-02')
  const imported = await run('import', 'works', folder, '--as', 'leeds')
  expect([imported.code, imported.err]).toEqual([0, expect.stringContaining(SENTENCE)])
  const collectedFor = {
    places: [{ kind: 'city', name: 'Leeds', nameZh: '利兹', id: null, country: 'GB' }],
    years: { from: 2022, to: 2023 },
    lineage: false,
    journals: [],
    fields: [],
    madeOn: '2026-08-01',
    matcher: 'before',
    fetched: { from: '2026-08-02', to: '2026-08-02' },
  }
  const { dataset, report } = JSON.parse(imported.out)
  expect(dataset.collectedFor).toEqual(collectedFor)
  expect(report.mixedMatchers).toBeUndefined()
  const shown = JSON.parse((await run('datasets', 'show', 'leeds')).out)
  expect(shown.collectedFor).toEqual(collectedFor)

  const ranked = await run('rank', '--dataset', 'leeds')
  expect(ranked.err).toContain(SENTENCE)
  const json = JSON.parse(ranked.out)
  expect(json.collectedFor).toEqual(collectedFor)
  expect(json.citation['Collected']).toBe(SENTENCE)
  const csv = await run('rank', '--dataset', 'leeds', '--format', 'csv-excel', '--lang', 'zh')
  expect(csv.out).toContain(SENTENCE_ZH)
  const svg = await run('rank', '--dataset', 'leeds', '--format', 'svg')
  expect(svg.out).toContain(SENTENCE)
  const network = JSON.parse((await run('network', '--dataset', 'leeds', '--of', 'cities')).out)
  expect(network.collectedFor).toEqual(collectedFor)
})

test('the rows of what was collected are marked, and no rank is stated', async () => {
  const { rows } = JSON.parse((await run('rank', '--dataset', 'leeds')).out)
  expect(rows.map(({ id, rank, collected }: Record<string, unknown>) => [id, rank, collected])).toEqual([
    ['leeds', null, true], // 1/3 + 1 + 1/4
    ['beijing', null, undefined], // 2/3 + 3/4
  ])
  const bands = JSON.parse((await run('rank', '--dataset', 'leeds', '--bands', '--replicates', '200')).out)
  expect(bands.rows[0]).toMatchObject({ rankLow: null, topTenPct: null, tie: null, leastDifference: null })
  expect(bands.rows[0].shareLow).toBeLessThan(bands.rows[0].shareHigh)
  const by = JSON.parse((await run('rank', '--dataset', 'leeds', '--by', 'institution')).out)
  const marked = by.rows.filter(({ collected }: { collected?: true }) => collected)
  expect(marked.map(({ name }: { name: string }) => name)).toEqual(['Gamma University'])
})

test('adding keeps it, adds a further place, and tells of mixed matchers', async () => {
  const plain = await run('import', 'works', further('plain', null, null, 20), '--as', 'leeds', '--add')
  expect(JSON.parse(plain.out).dataset.collectedFor.places).toHaveLength(1)
  expect(JSON.parse(plain.out).report.mixedMatchers).toBeUndefined()

  const country = recipe({ countries: ['PT'], from: 2020 }, '2026-10-01')
  const added = await run(
    'import',
    'works',
    further('pt', country, '2026-10-02', 21),
    '--as',
    'leeds',
    '--add',
  )
  const { dataset, report } = JSON.parse(added.out)
  expect(dataset.collectedFor).toMatchObject({
    places: [{ name: 'Leeds' }, { kind: 'country', name: 'Portugal', nameZh: '葡萄牙', id: 'PT' }],
    years: { from: 2020, to: 2023 },
    madeOn: '2026-10-01',
    matcher: 'unknown',
    fetched: { from: '2026-08-02', to: '2026-10-02' },
  })
  expect(report.mixedMatchers).toEqual({ from: '2026-08-02', to: '2026-10-02' })
  expect(added.err).toContain(
    'before and after 28 September 2026 stand side by side (2026-08-02 to 2026-10-02)',
  )
  expect(added.err).toContain(
    'Only with Leeds and Portugal: articles of other places are here only where one of',
  )
  const table = await run('datasets', 'report', 'leeds', '--format', 'table', '--lang', 'zh')
  expect(table.out).toContain('2026 年 9 月 28 日之前和之后')
})

test('the matcher changed on 28 September 2026 itself', async () => {
  const on = async (id: string, first: string, second: string) => {
    await run('import', 'works', further(`${id}-a`, LEEDS, first, 30), '--as', id)
    const { out } = await run('import', 'works', further(`${id}-b`, LEEDS, second, 31), '--as', id, '--add')
    return JSON.parse(out).report.mixedMatchers
  }
  expect(await on('old', '2026-08-01', '2026-09-27')).toBeUndefined()
  expect(await on('new', '2026-09-28', '2026-10-01')).toBeUndefined()
  expect(await on('both', '2026-09-27', '2026-09-28')).toEqual({ from: '2026-09-27', to: '2026-09-28' })
})

test('replacing without a recipe drops it; --collected-for names one anywhere, or is refused in words', async () => {
  const { folder, works, institutions } = fetched('again', null, null)
  const replaced = await run('import', 'works', folder, '--as', 'leeds', '--replace')
  expect(JSON.parse(replaced.out).dataset.collectedFor).toBeNull()
  expect((await run('rank', '--dataset', 'leeds')).err).not.toContain('Only with')
  expect(JSON.parse((await run('rank', '--dataset', 'leeds')).out)).not.toHaveProperty('collectedFor')

  const file = join(dataDir, 'gamma.json')
  writeFileSync(file, JSON.stringify(recipe({ institutions: ['I3'] })))
  const given = ['import', 'works', works, '--institutions', institutions, '--as', 'gamma', '--collected-for']
  const { dataset } = JSON.parse((await run(...given, file)).out)
  expect(dataset.collectedFor).toMatchObject({
    places: [{ kind: 'institution', name: 'Gamma University', id: 'I3', country: 'GB' }],
    fetched: null,
  })
  const wrong = await run(...given, works, '--replace')
  expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining('works.jsonl')])
})

test('sentences and files of rankings, risers, maps and networks say it, and state no place', async () => {
  const { folder } = fetched('said', LEEDS, '2026-08-02')
  expect((await run('import', 'works', folder, '--as', 'said')).code).toBe(0)
  const short = '(only with Leeds)'
  const client = createClient(core)
  const dataset = 'said'
  // One partner alone is the largest of nothing.
  expect((await client.call('rankings.list', { dataset, year: 2023 })).finding).toBeNull()
  const institutions = await client.call('rankings.list', { dataset, year: 2023, by: 'institution' })
  // Alpha 1/3, Beta 1/3 + 1/2 in 2023, by hand from the works of test-index; Gamma is collected.
  expect(institutions.finding?.en).toMatch(/^Of 2 partners .* \(only with Leeds\)\.$/)
  const rising = await client.call('rankings.rising', { dataset })
  expect(rising.rows.every(({ rankFrom, rankTo }) => rankFrom === null && rankTo === null)).toBe(true)
  expect(rising.rows.flatMap(({ id, collected }) => (collected ? [id] : []))).toEqual(['leeds'])
  if (rising.finding) expect(rising.finding.en).toContain(short)
  const beijing = await client.call('cities.profile', { dataset, city: 'Beijing' })
  expect([beijing.headline.rank, beijing.rankHistory]).toEqual([null, []])
  expect(beijing.finding?.en).toMatch(/^The Share of Beijing here comes from joint articles alone: /)
  expect(beijing.finding?.zh).toContain('（仅含与利兹合作的论文）')
  for (const command of ['rank', 'rising'])
    expect((await run(command, '--dataset', dataset, '--format', 'svg')).out, command).toContain(
      'only with Leeds',
    )
})

test('a city inside a collected area is collected too, and its institutions', async () => {
  const area = recipe({ cities: [{ name: 'West Yorkshire', country: 'GB', institutions: 1 }] })
  const { folder } = fetched('area', area, null)
  const metros = join(dataDir, 'metros.csv')
  writeFileSync(metros, 'metro,country,city\nWest Yorkshire,GB,Leeds\n')
  const { code, err } = await run('import', 'works', folder, '--metros', metros, '--as', 'area')
  expect(code, err).toBe(0)
  const marked = async (by: string) => {
    const { rows } = JSON.parse((await run('rank', '--dataset', 'area', '--by', by)).out)
    return rows.flatMap(({ name, collected }: { name: string; collected?: true }) =>
      collected ? [name] : [],
    )
  }
  expect(await marked('city')).toEqual(['Leeds'])
  expect(await marked('metro')).toEqual(['West Yorkshire'])
  expect(await marked('institution')).toEqual(['Gamma University'])
  expect(await marked('country')).toEqual([])
})
