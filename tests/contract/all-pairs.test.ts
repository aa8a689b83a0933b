/** Collaborations of an index are whole: every pair that a plain walk over all articles finds, and no other. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articleArrays } from '../../src/core/articles/csr.ts'
import { nodeMaps } from '../../src/core/articles/node-maps.ts'
import type { OpenDataset } from '../../src/core/context.ts'
import { UNITS } from '../../src/core/counting/units.ts'
import { createSample } from '../../src/core/import/run/create-sample.ts'
import {
  citiesOf,
  countriesOf,
  institutionsOf,
  metrosOf,
} from '../../src/core/queries/computed/index-names.ts'
import type { CollaborationList } from '../../src/shared/contract/collaborations.ts'
import { importContext } from '../support/import-context.ts'
import { temporaryFolder } from '../support/edition.ts'
import { queriesOf } from '../support/index.ts'

const YEARS = { from: 2021, year: 2023 }
const root = temporaryFolder()
const { call, context, close } = queriesOf(root)
const dataset = 'sample'
const list = (input: object) => call('collaborations.list', { dataset, ...YEARS, ...input })

beforeAll(async () => {
  await createSample({ as: dataset, replace: false, seed: 1, scale: 0.05 }, importContext(root))
})
afterAll(close)

interface Score {
  units: number
  articles: number
}

const NAMES = { city: citiesOf, region: countriesOf, institution: institutionsOf }

/** Each article's entities against one another; no list of articles by entity, no order of entities. */
function byBruteForce(
  index: OpenDataset,
  kind: 'institution' | 'city' | 'region',
  counts: (node: number) => boolean = () => true,
): Map<string, Score> {
  const { start, node, units, year } = articleArrays(index)
  const entityOf = nodeMaps(index)[kind]
  const ids = NAMES[kind](index).map(({ id }) => id)
  const scores = new Map<string, Score>()
  for (let x = 0; x < year.length; x++) {
    if ((year[x] as number) < YEARS.from || (year[x] as number) > YEARS.year) continue
    const parts = new Map<string, number>()
    for (let i = start[x] as number; i < (start[x + 1] as number); i++) {
      if (!counts(node[i] as number)) continue
      const id = ids[entityOf[node[i] as number] as number]
      if (id !== undefined) parts.set(id, (parts.get(id) ?? 0) + (units[i] as number))
    }
    const met = [...parts]
    for (const [a, unitsOfA] of met) {
      for (const [b, unitsOfB] of met) {
        if (a >= b) continue
        const score = scores.get(`${a}~${b}`) ?? { units: 0, articles: 0 }
        scores.set(`${a}~${b}`, {
          units: score.units + unitsOfA + unitsOfB,
          articles: score.articles + 1,
        })
      }
    }
  }
  return scores
}

const keyOf = ({ a, b }: { a: string; b: string }) => [a, b].sort().join('~')
const told = ({ rows }: CollaborationList) =>
  new Map(
    rows.map((row) => [keyOf(row), { units: Math.round((row.score ?? 0) * UNITS), articles: row.articles }]),
  )

describe.each(['institution', 'city'] as const)('pairs of every %s', (kind) => {
  const between = kind === 'city' ? 'cities' : 'institutions'

  test('are those of a walk over all articles, and the answer counts them', async () => {
    const expected = byBruteForce(context.open(dataset), kind)
    const all = await list({ between, limit: 'all' })
    expect(expected.size).toBeGreaterThan(10_000)
    expect([all.rows.length, all.truncated, all.shown.pairs]).toEqual([
      expected.size,
      false,
      [expected.size, expected.size],
    ])
    const found = told(all)
    expect([...expected].filter(([key, { articles }]) => found.get(key)?.articles !== articles)).toEqual([])
    const apart = [...expected].filter(
      ([key, { units }]) => Math.abs((found.get(key)?.units ?? 0) - units) > 1,
    )
    expect(apart).toEqual([])
  })

  test('are counted where some are left out, by number, by place or by score', async () => {
    const all = await list({ between, limit: 'all' })
    const of = all.total
    const first = await list({ between, limit: 7 })
    expect(first.rows).toEqual(all.rows.slice(0, 7))
    expect([first.shown.pairs, first.total, first.truncated]).toEqual([[7, of], of, true])
    const next = await list({ between, limit: 5, offset: 7 })
    expect(next.rows).toEqual(all.rows.slice(7, 12))
    const least = all.rows[99]?.score ?? 0
    const strong = await list({ between, limit: 'all', least })
    const expected = all.rows.filter(({ score }) => (score ?? 0) >= least)
    expect(strong.rows).toEqual(expected)
    expect([strong.shown.pairs, strong.total, strong.filters.least]).toEqual([
      [expected.length, of],
      expected.length,
      least,
    ])
  })
})

test('the partners of a city are all whose articles name both, wherever they rank', async () => {
  const cities = [...byBruteForce(context.open(dataset), 'city').keys()].map((key) => key.split('~'))
  const last = (await call('rankings.list', { dataset, year: 2023, limit: 'all' })).rows.at(-1)?.id ?? ''
  for (const city of ['beijing', last]) {
    const partners = cities.filter((ends) => ends.includes(city)).length
    const answer = await list({ between: 'cities', city, limit: 3 })
    expect([answer.total, answer.shown.pairs]).toEqual([partners, [Math.min(3, partners), partners]])
    const circle = await call('networks.ego', {
      dataset,
      kind: 'city',
      centre: city,
      from: YEARS.from,
      to: YEARS.year,
      top: 3,
    })
    // The city itself stands in the middle of its circle.
    expect(circle.nodesOf).toBe(partners + 1)
  }
})

test('the partners of a country are all others of its articles, with their parts of the whole', async () => {
  const expected = [...byBruteForce(context.open(dataset), 'region')].filter(([key]) =>
    key.split('~').includes('JP'),
  )
  const answer = await list({ between: 'countries', country: 'jp', limit: 'all' })
  expect(told(answer).size).toBe(expected.length)
  expect(told(answer)).toEqual(new Map(expected))
  const units = expected.reduce((sum, [, score]) => sum + score.units, 0)
  expect(answer.whole).toMatchObject({
    entity: { id: 'JP' },
    score: units / UNITS,
    international: units / UNITS,
    domestic: 0,
  })
  expect(answer.rows.reduce((sum, { partPct = 0 }) => sum + partPct, 0)).toBeCloseTo(100, 9)
})

test('partners over the border and at home are told apart and are the whole together', async () => {
  const asked = { between: 'cities', city: 'london', limit: 'all' }
  const all = await list(asked)
  const index = context.open(dataset)
  const home = new Set(
    citiesOf(index)
      .filter(({ region }) => region.id === 'GB')
      .map(({ id }) => id),
  )
  const [domestic, international] = await Promise.all(
    ['domestic', 'international'].map((reach) => list({ ...asked, reach })),
  )
  expect(domestic?.rows.length).toBeGreaterThan(3)
  expect(domestic?.rows).toEqual(all.rows.filter(({ b }) => home.has(b)))
  expect(international?.rows).toEqual(all.rows.filter(({ b }) => !home.has(b)))
  // What is left out is counted, and the whole is that of all.
  expect(domestic?.shown.pairs).toEqual([domestic?.rows.length, all.total])
  expect(domestic?.whole).toEqual(all.whole)
  const sum = (rows: CollaborationList['rows'] = []) => rows.reduce((of, { score }) => of + (score ?? 0), 0)
  expect(all.whole?.domestic).toBeCloseTo(sum(domestic?.rows), 9)
  expect(all.whole?.international).toBeCloseTo(sum(international?.rows), 9)
  expect(all.whole?.score).toBeCloseTo(sum(all.rows), 9)
})

test('grouped by city: the leading pairs of the leading areas, by what institutions have there', async () => {
  const index = context.open(dataset)
  const ranked = await call('rankings.list', { dataset, by: 'metro', year: YEARS.year, limit: 6 })
  const answer = await list({ perCity: 4, cities: 6 })
  expect(answer.groups?.map(({ city, rank }) => [city.id, rank])).toEqual(
    ranked.rows.map(({ id, rank }) => [id, rank]),
  )
  const areas = metrosOf(index).map(({ id }) => id)
  const { metro, city } = nodeMaps(index)
  for (const group of answer.groups ?? []) {
    const area = areas.indexOf(group.city.id)
    const own = citiesOf(index).findIndex(({ id }) => id === group.city.id)
    const within = byBruteForce(index, 'institution', (node) =>
      area >= 0 ? metro[node] === area : city[node] === own,
    )
    const rows = answer.rows.filter(({ cityId }) => cityId === group.city.id)
    expect(group.pairs).toEqual([Math.min(4, within.size), within.size])
    const scores = [...within.values()].map(({ units }) => units).sort((a, b) => b - a)
    expect(rows.map(({ score }) => Math.round((score ?? 0) * UNITS))).toEqual(scores.slice(0, 4))
    for (const row of rows) expect(within.get(keyOf(row))?.articles).toBe(row.articles)
    // Its own list is the same, whole, and of the same rank.
    const alone = await list({ city: group.city.id, area: 'metro', limit: 4 })
    expect(alone.rows).toEqual(rows)
    expect([alone.total, alone.filters.city, alone.filters.area]).toEqual([
      within.size,
      group.city.id,
      'metro',
    ])
  }
  const [first] = answer.groups ?? []
  const partners = { city: first?.city.id, area: 'metro', institution: answer.rows[0]?.a }
  await expect(list(partners)).rejects.toMatchObject({ code: 'input-invalid' })
  await expect(list({ perCity: 4, between: 'cities' })).rejects.toMatchObject({ code: 'input-invalid' })
})
