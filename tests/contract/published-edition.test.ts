import {
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  mkdirSync,
  openSync,
  writeSync,
  closeSync,
} from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import type { Client } from '../../src/shared/contract/client.ts'
import { createClient } from '../../src/shared/contract/client.ts'
import { RANKING, temporaryFolder } from '../support/edition.ts'

const root = temporaryFolder()
let core: Core
let client: Client

beforeAll(() => {
  core = createCore({ dataDir: root, resourcesDir, appVersion })
  client = createClient(core)
})
afterAll(async () => {
  await core.close()
  rmSync(root, { recursive: true, force: true })
})

type Printed = Record<string, string>
const printed = parse(readFileSync(join(resourcesDir, 'editions/science-cities-2024', RANKING)), {
  columns: true,
}) as Printed[]

describe('comparison', () => {
  const cities = ['beijing', 'atlantis', 'Shanghai']

  test('refuses all where one is unknown, unless it is asked leniently: then it names the missing', async () => {
    await expect(client.call('cities.compare', { cities })).rejects.toMatchObject({ code: 'city-unknown' })
    const found = await client.call('cities.compare', { cities, lenient: true })
    expect(found.cities.map(({ city }) => city.cityId)).toEqual(['beijing', 'shanghai'])
    expect(found.missing).toEqual(['atlantis'])
    const none = await client.call('cities.compare', { cities: ['atlantis', 'eldorado'], lenient: true })
    expect([none.cities, none.missing]).toEqual([[], ['atlantis', 'eldorado']])
    const all = await client.call('cities.compare', { cities: ['beijing', 'nanjing'] })
    expect(all.missing).toEqual([])
  })
})

describe('rankings', () => {
  test('by a figure that was not published of any city the rows stand by rank, and the answer says so', async () => {
    const asked = { subject: 'chemistry', sort: 'count', descending: true } as const
    const [byCount, byRank, whole] = await Promise.all([
      client.call('rankings.list', asked),
      client.call('rankings.list', { subject: 'chemistry' }),
      client.call('rankings.list', { ...asked, subject: 'all' }),
    ])
    expect(byCount.filters).toMatchObject({ sort: 'rank', descending: false })
    expect(byCount.rows).toEqual(byRank.rows)
    expect(whole.filters).toMatchObject({ sort: 'count', descending: true })
  })

  test('the 100 cities come out exactly as printed, in order', async () => {
    const { rows, total, truncated } = await client.call('rankings.list', { year: 2023, limit: 100 })
    expect([total, truncated]).toEqual([100, false])
    expect(
      rows.map((row) => [
        row.rank,
        row.nameZh,
        row.name,
        row.region,
        row.share,
        row.count,
        row.regionSharePct,
      ]),
    ).toEqual(
      printed.map((row) => [
        Number(row['rank']),
        row['city_zh'],
        row['city_en'],
        row['region_iso2'],
        Number(row['share_2023']),
        Number(row['count_2023']),
        Number(row['region_share_pct']),
      ]),
    )
  })

  test('chemistry has two Shares; what was not printed is null, never 0', async () => {
    const { rows, published } = await client.call('rankings.list', { subject: 'chemistry' })
    expect(rows.filter(({ share }) => share !== null).map(({ name, share }) => [name, share])).toEqual([
      ['Beijing', 1714.88],
      ['Shanghai', 1059.83],
    ])
    expect(published).toEqual({ rank: 8, share: 2, count: 0, changePct: 3, of: 100 })
    expect(rows.flatMap((row) => Object.values(row)).includes(0)).toBe(false)
  })

  test('a change of rank is formed within one edition and scope only', async () => {
    const overall = await client.call('rankings.list', {})
    expect(overall.rows.every(({ rankChange }) => rankChange === null)).toBe(true)
    const chemistry = await client.call('rankings.list', { subject: 'chemistry', search: 'Wuhan' })
    expect(chemistry.rows[0]).toMatchObject({
      rank: 4,
      rankBefore: 7,
      rankChange: 3,
      changePct: 12,
      changePctQualifier: 'nearly',
    })
    const biology = await client.call('rankings.list', { subject: 'biological-sciences', search: '武汉' })
    expect(biology.rows[0]).toMatchObject({ rank: null, rankChange: 11 })
  })

  test('filters, search and sorting', async () => {
    const japan = await client.call('rankings.list', { region: 'JP' })
    expect(japan.rows.map(({ region }) => region)).toEqual(['JP', 'JP', 'JP', 'JP', 'JP'])
    for (const search of ['南京', 'nanjing', 'NANJ', 'nj']) {
      expect((await client.call('rankings.list', { search })).rows.map(({ id }) => id)).toContain('nanjing')
    }
    const byCount = await client.call('rankings.list', { sort: 'count' })
    expect(byCount.rows.slice(0, 3).map(({ count }) => count)).toEqual([9180, 6007, 5400])
    const byShareInChemistry = await client.call('rankings.list', {
      subject: 'chemistry',
      sort: 'share',
      descending: false,
    })
    expect(byShareInChemistry.rows.slice(0, 3).map(({ share }) => share)).toEqual([1059.83, 1714.88, null])
  })

  test('an unknown year, region and city say what is known', async () => {
    await expect(client.call('rankings.list', { year: 1999 })).rejects.toMatchObject({ code: 'year-unknown' })
    await expect(client.call('rankings.list', { region: 'ZZ' })).rejects.toMatchObject({
      code: 'region-unknown',
    })
    await expect(client.call('cities.profile', { city: 'Beijng' })).rejects.toMatchObject({
      code: 'city-unknown',
      details: { suggestions: expect.arrayContaining(['Beijing']) },
    })
  })
})

describe('a city', () => {
  test('is found by id, by its names, and without its metropolitan area', async () => {
    const ask = async (city: string) => (await client.call('cities.profile', { city })).city.cityId
    expect(await Promise.all(['北京', 'beijing', 'Beijing', 'BEIJING'].map(ask))).toEqual(
      Array(4).fill('beijing'),
    )
    expect(await ask('new york')).toBe('new-york-metropolitan-area')
    expect(await ask('纽约')).toBe('new-york-metropolitan-area')
    expect(await ask('Xi’an')).toBe('xian')
  })

  test('every figure names its file and line, and the line holds it', async () => {
    const { statements } = await client.call('cities.profile', { city: 'Wuhan' })
    expect(statements.length).toBeGreaterThan(8)
    for (const { value, source } of statements) {
      const lines = readFileSync(
        join(resourcesDir, 'editions/science-cities-2024', source.file),
        'utf8',
      ).split('\n')
      expect(lines[source.line - 1]).toContain(String(value))
    }
  })

  test('ranks of another scope keep theirs, and another printed name is told', async () => {
    const beijing = await client.call('cities.profile', { city: 'Beijing' })
    const scopes = beijing.rankHistory
      .filter(({ subject }) => subject === 'all')
      .map(({ year, scope }) => [year, scope])
    expect(scopes).toContainEqual([2022, 'natural-82'])
    expect(scopes).toContainEqual([2023, 'natural-health-145'])
    const bay = await client.call('cities.profile', { city: 'San Francisco Bay Area' })
    expect(bay.rankHistory.find(({ year }) => year === 2017)?.printedAs).toBe('San Francisco - San Jose')
  })
})

test('collaborations: the printed scores, and null for pairs named without one', async () => {
  const { rows } = await client.call('collaborations.list', {})
  expect(rows).toHaveLength(19)
  expect(rows.filter(({ score }) => score === null)).toHaveLength(8)
  expect(
    rows.find(({ city, subject }) => city.startsWith('Boston') && subject === 'health-sciences'),
  ).toMatchObject({ score: 139.24 })
})

test('search by English, Chinese and pinyin, with the part that matched', async () => {
  const first = async (text: string) => (await client.call('search.find', { text })).hits[0]
  expect(await first('beij')).toMatchObject({ id: 'beijing', match: { field: 'name', start: 0, length: 4 } })
  expect(await first('京都')).toMatchObject({ id: 'kyoto', match: { field: 'nameZh' } })
  expect(await first('niuyue')).toMatchObject({
    id: 'new-york-metropolitan-area',
    match: { field: 'pinyin' },
  })
  expect((await client.call('search.find', { text: 'zhangzhou' })).nearest.length).toBeGreaterThan(0)
})

test('exports carry the same rows and a citation; two runs are equal to the byte', async () => {
  const ask = (format: 'csv' | 'csv-excel' | 'json') =>
    client.call('exports.table', {
      table: { of: 'rankings', input: { region: 'JP' } },
      format,
      date: '2026-01-01',
    })
  const csv = Buffer.from((await ask('csv')).bytes).toString()
  expect(parse(csv, { columns: true })).toHaveLength(5)
  expect(csv.startsWith('Rank,')).toBe(true)
  const excel = Buffer.from((await ask('csv-excel')).bytes).toString()
  expect(excel.startsWith('\uFEFFRank,')).toBe(true)
  expect(excel).toContain('Nature Index, Science Cities 2024 (CC BY-NC-SA 4.0)')
  const json = JSON.parse(Buffer.from((await ask('json')).bytes).toString())
  expect(json).toMatchObject({
    dataset: 'science-cities-2024',
    rows: [{ name: 'Tokyo metropolitan area', share: 1106.77 }, {}, {}, {}, {}],
  })
  expect(json.citation.Date).toBe('2026-01-01')
  expect((await ask('json')).bytes).toEqual((await ask('json')).bytes)
})

describe('dataset files', () => {
  const path = () => join(root, 'datasets', 'science-cities-2024.sqlite')

  test('the bundled edition verifies; a changed figure does not', async () => {
    expect(await client.call('datasets.verify', { dataset: 'science-cities-2024' })).toMatchObject({
      ok: true,
    })
    const folder = join(root, 'datasets')
    const bytes = readFileSync(path())
    // 1714.88 as SQLite stores it: a double, most significant byte first.
    const double = Buffer.alloc(8)
    double.writeDoubleBE(1714.88)
    const at = bytes.indexOf(double)
    expect(at).toBeGreaterThan(0)
    bytes.writeDoubleBE(1714.98, at)
    writeFileSync(join(folder, 'tampered.sqlite'), bytes)
    const report = await client.call('datasets.verify', { dataset: 'tampered' })
    expect(report).toMatchObject({ ok: false })
    expect(report.checks.find(({ id }) => id === 'figures')?.ok).toBe(false)
    rmSync(join(folder, 'tampered.sqlite'))
  })

  test('a file of a newer app, of another program, or no database is refused and listed with its problem', async () => {
    const folder = join(root, 'datasets')
    mkdirSync(folder, { recursive: true })
    const patch = (name: string, offset: number, value: number) => {
      writeFileSync(join(folder, name), readFileSync(path()))
      const file = openSync(join(folder, name), 'r+')
      const word = Buffer.alloc(4)
      word.writeInt32BE(value)
      writeSync(file, word, 0, 4, offset)
      closeSync(file)
    }
    patch('newer.sqlite', 60, 9999)
    patch('foreign.sqlite', 68, 1)
    writeFileSync(join(folder, 'damaged.sqlite'), 'not a database')
    const before = statSync(join(folder, 'newer.sqlite')).mtimeMs
    const { datasets } = await client.call('datasets.list', {})
    const problems = Object.fromEntries(datasets.map(({ dataset, problem }) => [dataset, problem]))
    expect(problems).toEqual({
      'science-cities-2024': null,
      newer: 'dataset-newer',
      foreign: 'dataset-foreign',
      damaged: 'dataset-damaged',
    })
    await expect(client.call('rankings.list', { dataset: 'newer' })).rejects.toMatchObject({
      code: 'dataset-newer',
    })
    expect(statSync(join(folder, 'newer.sqlite')).mtimeMs).toBe(before)
  })
})

test('unknown methods and bad input are answered with a code', async () => {
  expect(await core.call('rankings.drop', {})).toMatchObject({ ok: false, error: { code: 'method-unknown' } })
  expect(await core.call('rankings.list', { limit: -1 })).toMatchObject({
    ok: false,
    error: { code: 'input-invalid' },
  })
  expect(await core.call('rankings.list', { sql: 'x' })).toMatchObject({
    ok: false,
    error: { code: 'input-invalid' },
  })
})

test('institutions are named as the source prints them, and found by other names as well', async () => {
  const hit = async (text: string) => (await client.call('search.find', { text })).hits[0]
  for (const [printedName, other, id] of [
    ['约翰斯·霍普金斯医疗系统公司', '约翰斯·霍普金斯医疗系统', 'johns-hopkins-health-system-corporation'],
    ['纪念斯隆凯特琳癌症中心', '纪念斯隆-凯特琳', 'memorial-sloan-kettering-cancer-center'],
    ['斯坦福医疗保健', '斯坦福医疗中心', 'stanford-health-care'],
    [
      '伦敦大学学院医院国家健康服务信托基金',
      '伦敦大学学院医院信托',
      'university-college-london-hospitals-nhs-foundation-trust',
    ],
  ] as const) {
    expect(await hit(printedName)).toMatchObject({ id, nameZh: printedName })
    expect(await hit(other)).toMatchObject({ id, nameZh: printedName })
  }
})

test('what the text says in words stands on the pages of both cities, with its exactness and its line', async () => {
  const said = async (city: string) => (await client.call('cities.profile', { city })).statements
  const [beijing, boston, baltimore] = await Promise.all(
    ['Beijing', 'Boston', 'Baltimore–Washington'].map(said),
  )
  const ratios = beijing?.filter(({ indicator }) => indicator === 'share-ratio') ?? []
  expect(
    ratios.map(({ subject, yearTo, value, qualifier, otherCity }) => [
      subject,
      yearTo,
      value,
      qualifier,
      otherCity?.name,
    ]),
  ).toEqual([
    ['all', 2023, 2, 'nearly', 'Shanghai'],
    ['earth-environmental-sciences', 2019, 2, 'exact', 'Baltimore–Washington'],
    ['earth-environmental-sciences', 2023, 5, 'nearly', 'Baltimore–Washington'],
    ['physical-sciences', 2023, 2, 'over', 'Shanghai'],
    ['physical-sciences', 2023, 3, 'exact', 'Boston metropolitan area'],
  ])
  expect(baltimore?.filter(({ indicator }) => indicator === 'share-ratio')).toEqual(ratios.slice(1, 3))
  expect(boston?.find(({ indicator }) => indicator === 'share-gap')).toMatchObject({
    value: 430,
    subject: 'health-sciences',
    city: { cityId: 'beijing' },
    source: {
      file: 'statements-2024.csv',
      origin: 'Nature Index, Science Cities 2024, line 395 of the text',
    },
  })
  expect(boston?.find(({ indicator }) => indicator === 'leading-pairs')).toMatchObject({
    value: 4,
    institutionA: { name: 'Harvard University', nameZh: '哈佛大学' },
  })
})

test('no comparison becomes a figure: ratios and gaps leave the tables as they were', async () => {
  const { rows } = await client.call('rankings.list', { subject: 'health-sciences' })
  expect(rows.filter(({ share }) => share !== null).map(({ id }) => id)).toEqual(['boston-metropolitan-area'])
  const earth = await client.call('rankings.list', { subject: 'earth-environmental-sciences', year: 2022 })
  expect(earth.rows.find(({ id }) => id === 'nanjing')).toMatchObject({ rank: 2, rankQualifier: 'implied' })
})
