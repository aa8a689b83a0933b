/** Two cities of one name, and two more in one country, as every view of an index names them. */
import { rmSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/edition.ts'
import { keptPath } from '../populations/populations.ts'
import { importFiles, queriesOf, writeIndexFiles } from '../../../tests/support/index.ts'

const institutions = [
  { id: 1, name: 'Fen University', city: 'Cambridge', country: 'GB', geonames: 2653941 },
  { id: 2, name: 'Charles University', city: 'Cambridge', country: 'US', geonames: 4931972 },
  { id: 3, name: 'Lake Clinic', city: 'Rochester', country: 'US', geonames: 5134086, division: 'New York' },
  { id: 4, name: 'Plain Clinic', city: 'Rochester', country: 'US', geonames: 5043473, division: 'Minnesota' },
  { id: 5, name: 'Leeds University', city: 'Leeds', country: 'GB', geonames: 2644688 },
  { id: 6, name: 'Ministry of Health', city: 'Leeds', country: 'GB', geonames: 2644688 },
  {
    id: 7,
    name: 'Ministry of Health',
    city: 'Rochester',
    country: 'US',
    geonames: 5134086,
    division: 'New York',
  },
  { id: 8, name: 'Ministry of health', city: 'Cambridge', country: 'US', geonames: 4931972 },
]
const works = [
  { id: 1, year: 2023, authors: [[1], [2]] },
  { id: 2, year: 2023, authors: [[1], [2], [5]] },
  { id: 3, year: 2023, authors: [[1]] },
  { id: 4, year: 2023, authors: [[3], [4]] },
  { id: 5, year: 2022, authors: [[1], [2], [3], [4]] },
  { id: 6, year: 2023, authors: [[6], [7], [8]] },
]
const FEN = ['Cambridge (United Kingdom)', '剑桥']
const CHARLES = 'Cambridge (United States)'
const BOTH = ['Rochester (Minnesota)', 'Rochester (New York)']

const root = temporaryFolder()
const { call, close } = queriesOf(root)
const dataset = 'alike'
beforeAll(async () => {
  await importFiles(root, dataset, writeIndexFiles(root, works, institutions))
})
afterAll(() => {
  close()
  rmSync(root, { recursive: true, force: true })
})
const sorted = (names: string[]) => names.filter((name) => /Cambridge|Rochester/.test(name)).sort()
const ALL = [FEN[0], CHARLES, ...BOTH]

describe('cities of one name are told apart', () => {
  test('in rankings, findings and institutions\u2019 cities', async () => {
    const { rows, finding } = await call('rankings.list', { dataset })
    expect(sorted(rows.map(({ name }) => name))).toEqual(ALL)
    expect(rows[0]?.nameZh).toBe(FEN[1])
    expect(finding?.en).toContain(
      'The Share of Cambridge (United Kingdom) is **1.57 times** that of Cambridge (United States)',
    )
    expect(finding?.zh).not.toContain('’s')
    const list = await call('rankings.list', { dataset, by: 'institution', region: 'US' })
    const within = new Set(list.rows.map((row) => row.within?.name ?? ''))
    expect(sorted([...within])).toEqual([CHARLES, ...BOTH])
    const areas = await call('rankings.list', { dataset, by: 'metro' })
    expect(sorted(areas.rows.map(({ name }) => name))).toContain(BOTH[0])
    const rising = await call('rankings.rising', { dataset })
    expect(sorted(rising.rows.map(({ name }) => name))).toEqual(ALL)
  })

  test('by the tables of populations, too: each has its own, and none that could be of either', async () => {
    const entry = (name: string, country: string, inhabitants: number) => ({
      ...{ name, country, inhabitants, year: 2023, area: 'city proper', source: 'register' },
    })
    const entries = [
      entry('Cambridge', 'GB', 150_000),
      entry('Cambridge', 'US', 120_000),
      entry('Rochester', 'US', 200_000), // either of two
      entry('Rochester, Minnesota', 'US', 121_000),
    ]
    writeFileSync(keptPath(root), JSON.stringify({ file: 'p.csv', sha256: '', entries }))
    const { rows } = await call('rankings.list', { dataset })
    const inhabitants = new Map(rows.map(({ name, population }) => [name, population?.inhabitants ?? null]))
    expect(ALL.map((name) => inhabitants.get(name ?? ''))).toEqual([150_000, 120_000, 121_000, null])
    rmSync(keptPath(root))
    expect(
      (await call('rankings.list', { dataset })).rows.every(({ population }) => population === null),
    ).toBe(true)
  })

  test('in City, Compare, Collaborations and derivations', async () => {
    const ids = ['cambridge', 'cambridge-us']
    const profile = await call('cities.profile', { dataset, city: 'cambridge' })
    expect([profile.city.name, profile.headline.name]).toEqual([FEN[0], FEN[0]])
    const both = await call('cities.compare', { dataset, cities: ids })
    expect(both.cities.map(({ city }) => city.name)).toEqual([FEN[0], CHARLES])
    const pairs = await call('collaborations.list', { dataset, between: 'cities' })
    expect([pairs.rows[0]?.aName, pairs.rows[0]?.bName].sort()).toEqual([FEN[0], CHARLES])
    const derived = await call('derivation.of', { dataset, id: 'cambridge', partner: 'cambridge-us' })
    expect([derived.entity.name, derived.partner?.name]).toEqual([FEN[0], CHARLES])
  })

  test('in networks and files', async () => {
    const network = await call('networks.cities', { dataset })
    expect(sorted(network.nodes.map(({ name }) => name))).toEqual(ALL)
    const table = { of: 'rankings' as const, input: { dataset } }
    const file = await call('exports.table', { table, format: 'csv' })
    const csv = Buffer.from(file.bytes).toString()
    for (const name of ALL) expect(csv).toContain(`,${name},`)
  })

  test('in the palette, which finds them by the same words as before', async () => {
    const { hits } = await call('search.find', { dataset, text: 'cambr' })
    const cities = hits.filter(({ kind }) => kind === 'city')
    expect(sorted(cities.map(({ name }) => name))).toEqual([FEN[0], CHARLES])
    expect(cities[0]?.match).toEqual({ field: 'name', start: 0, length: 5 })
    const kingdom = await call('search.find', { dataset, text: 'united kingdom' })
    expect(kingdom.hits.map(({ kind }) => kind)).not.toContain('city')
    const listed = await call('rankings.list', { dataset, search: 'rochester' })
    expect(sorted(listed.rows.map(({ name }) => name))).toEqual(BOTH)
  })

  test('ids are what they were; a shown name finds its city, the bare one asks which', async () => {
    const city = async (text: string) => (await call('cities.profile', { dataset, city: text })).city.cityId
    expect(await city('cambridge-us')).toBe('cambridge-us')
    for (const text of [CHARLES, 'Cambridge, United States']) expect(await city(text)).toBe('cambridge-us')
    await expect(city('Rochester')).rejects.toMatchObject({ code: 'city-ambiguous' })
  })
})

describe('institutions of one name are told apart by country, in one country by city', () => {
  const MINISTRIES = [
    'Ministry of Health (Rochester, New York)',
    'Ministry of Health (United Kingdom)',
    'Ministry of health (Cambridge, United States)',
  ]
  const ministries = (names: string[]) => names.filter((name) => name.startsWith('Ministry')).sort()

  test('in rankings, the palette, networks and files', async () => {
    const { rows } = await call('rankings.list', { dataset, by: 'institution' })
    expect(ministries(rows.map(({ name }) => name))).toEqual(MINISTRIES)
    expect(rows.some(({ name }) => name === 'Fen University')).toBe(true)
    const { hits } = await call('search.find', { dataset, text: 'ministry of' })
    expect(ministries(hits.map(({ name }) => name))).toEqual(MINISTRIES)
    const table = { of: 'rankings' as const, input: { dataset, by: 'institution' as const } }
    const csv = Buffer.from((await call('exports.table', { table, format: 'csv' })).bytes).toString()
    for (const name of MINISTRIES) expect(csv).toContain(name.includes(',') ? `,"${name}",` : `,${name},`)
    // In Chinese too nothing stands in brackets within brackets.
    expect(csv).toContain('Ministry of health（Cambridge，United States）')
  })

  test('a shown name finds its institution, the bare one asks which', async () => {
    for (const institution of [MINISTRIES[1] ?? '', 'Ministry of Health, United Kingdom']) {
      const found = await call('institutions.profile', { dataset, institution })
      expect(found.institution.name).toBe(MINISTRIES[1])
    }
    await expect(
      call('institutions.profile', { dataset, institution: 'Ministry of Health' }),
    ).rejects.toMatchObject({ code: 'institution-ambiguous' })
  })
})
