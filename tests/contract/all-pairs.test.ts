/** Collaborations of an index are whole: every pair that a plain walk over all articles finds, and no other. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articleArrays } from '../../src/core/articles/csr.ts'
import { nodeMaps } from '../../src/core/articles/node-maps.ts'
import type { OpenDataset } from '../../src/core/context.ts'
import { UNITS } from '../../src/core/counting/units.ts'
import { createSample } from '../../src/core/import/run/create-sample.ts'
import { citiesOf, institutionsOf } from '../../src/core/queries/computed/index-names.ts'
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
}, 60_000)
afterAll(close)

interface Score {
  units: number
  articles: number
}

/** Each article's entities against one another; no list of articles by entity, no order of entities. */
function byBruteForce(index: OpenDataset, kind: 'institution' | 'city'): Map<string, Score> {
  const { start, node, units, year } = articleArrays(index)
  const entityOf = nodeMaps(index)[kind]
  const ids = (kind === 'city' ? citiesOf(index) : institutionsOf(index)).map(({ id }) => id)
  const scores = new Map<string, Score>()
  for (let x = 0; x < year.length; x++) {
    if ((year[x] as number) < YEARS.from || (year[x] as number) > YEARS.year) continue
    const parts = new Map<string, number>()
    for (let i = start[x] as number; i < (start[x + 1] as number); i++) {
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
