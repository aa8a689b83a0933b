/** Intervals through the core: drawn on a thread, kept beside the dataset, the same in every answer and file. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appVersion, resourcesDir } from '../../src/core/app-info.ts'
import type { Core } from '../../src/core/create-core.ts'
import { createCore } from '../../src/core/create-core.ts'
import { interval95 } from '../../src/core/indicators/stability/intervals.ts'
import { articleKey, poissonWeight } from '../../src/core/indicators/stability/poisson-weight.ts'
import type { CoreEvent } from '../../src/shared/contract/events.ts'
import type { CityComparison, ComparedCity } from '../../src/shared/contract/cities.ts'
import type { RankingList, RisingList } from '../../src/shared/contract/rankings.ts'
import { temporaryFolder } from '../support/edition.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../support/works.ts'

const dataDir = temporaryFolder()
const bands = { seed: 7, replicates: 240 }
const folder = join(dataDir, 'datasets', 'index.stability')
let core: Core
const events: CoreEvent[] = []

const works = () => makeWorks(3000)

beforeAll(async () => {
  core = createCore({ dataDir, resourcesDir, appVersion })
  core.subscribe((event) => events.push(event))
  const institutions = writeInstitutions(dataDir)
  const store = async (as: string, given: ReturnType<typeof works>) => {
    const path = writeWorks(join(dataDir, `${as}.jsonl`), given)
    const files = (await core.grantFiles([path, institutions])).token
    expect(await core.call('imports.index', { files, as, mode: 'create' })).toMatchObject({ ok: true })
  }
  await store('index', works())
  await store('turned', works().reverse())
})
afterAll(async () => {
  await core.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function list(input: object): Promise<RankingList> {
  const result = await core.call('rankings.list', { dataset: 'index', ...input })
  if (!result.ok) throw new Error(result.error.message)
  return result.value as RankingList
}

describe('bands of a ranking', () => {
  test('are drawn with progress and kept beside the dataset', async () => {
    const drawn = await core.call('stability.ranking', { dataset: 'index', bands })
    expect(drawn).toMatchObject({ ok: true, value: { dataset: 'index', bands: { ...bands, rough: true } } })
    expect(events.filter(({ type }) => type === 'stability.progress')[0]).toMatchObject({
      dataset: 'index',
      by: 'city',
      subject: 'all',
      year: 2023,
      of: 240,
    })
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/^bands-[0-9a-f]{32}\.json$/)])
  })

  test('stand in the rows, hold Share and rank, and are absent where nobody asked', async () => {
    const { rows, filters, bands: made } = await list({ bands })
    expect(filters.bands).toEqual(bands)
    expect(made).toMatchObject({ rows: rows.length, of: rows.length })
    for (const row of rows) {
      expect(row.shareLow).toBeLessThan(row.share as number)
      expect(row.shareHigh).toBeGreaterThan(row.share as number)
      expect(row.rankLow).toBeLessThanOrEqual(row.rank as number)
      expect(row.rankHigh).toBeGreaterThanOrEqual(row.rank as number)
      expect(row.topTenPct).toBe(100)
    }
    expect(rows.at(-1)?.leastDifference).toBeNull()
    expect(Object.keys((await list({})).rows[0] as object)).not.toContain('shareLow')
  })

  test('are those that a plain loop over the derivation of a city gives', async () => {
    const [row] = (await list({ bands, search: 'Beijing' })).rows
    const derived = await core.call('derivation.of', {
      dataset: 'index',
      kind: 'city',
      id: 'beijing',
      from: 2023,
      to: 2023,
      limit: 'all',
    })
    if (!derived.ok) throw new Error(derived.error.message)
    const { rows: articles } = derived.value as { rows: { id: string; share: number }[] }
    const shares = Float64Array.from({ length: bands.replicates }, (_, b) =>
      articles.reduce(
        (sum, { id, share }) =>
          sum + share * poissonWeight(bands.seed, b, articleKey(Number(/W(\d+)$/.exec(id)?.[1]))),
        0,
      ),
    ).sort()
    const power = (k: number) =>
      articles.reduce((sum, { share }) => sum + (Math.round(1024 * share) / 1024) ** k, 0)
    const [low, high] = interval95(shares, power(3) / (6 * power(2) ** 1.5))
    expect(row?.shareLow).toBeCloseTo(low, 5)
    expect(row?.shareHigh).toBeCloseTo(high, 5)
  })

  test('are the same of the same articles in another order of files', async () => {
    const figures = ({ rows }: RankingList) =>
      rows.map(({ id, shareLow, shareHigh, rankLow, rankHigh, topTenPct, tie, leastDifference }) => [
        id,
        shareLow,
        shareHigh,
        rankLow,
        rankHigh,
        topTenPct,
        tie,
        leastDifference,
      ])
    expect(figures(await list({ dataset: 'turned', bands }))).toEqual(figures(await list({ bands })))
    for (const by of ['institution', 'metro', 'country'])
      expect(figures(await list({ dataset: 'turned', by, bands }))).toEqual(
        figures(await list({ by, bands })),
      )
  })

  test('go into files with replicates and seed, and a damaged file is drawn again', async () => {
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '[]')
    const table = { of: 'rankings', input: { dataset: 'index', bands } }
    const made = await core.call('exports.table', { table, format: 'json' })
    if (!made.ok) throw new Error(made.error.message)
    const file = JSON.parse(Buffer.from((made.value as { bytes: Uint8Array }).bytes).toString('utf8'))
    const { rows } = await list({ bands })
    expect(file.rows[0]).toMatchObject({ shareLow: rows[0]?.shareLow, rankHigh: rows[0]?.rankHigh })
    expect(file.bands).toMatchObject({ ...bands, rough: true })
    expect(JSON.stringify(file.citation)).toContain('B = 240, seed 7')
    const lengths = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8').length)
    expect(lengths.filter((length) => length > 100)).toHaveLength(1)
  })

  test('of changes stand in the rows of Rising, the same whatever rows are asked for', async () => {
    const drawn = { dataset: 'index', from: 2021, to: 2023, bands }
    expect(await core.call('stability.changes', drawn)).toMatchObject({ ok: true, value: { bands } })
    const rising = async (input: object) => {
      const result = await core.call('rankings.rising', { ...drawn, ...input })
      if (!result.ok) throw new Error(result.error.message)
      return (result.value as RisingList).rows
    }
    const rows = await rising({})
    for (const row of rows) {
      expect(row.changeLow).toBeLessThan(row.change)
      expect(row.changeHigh).toBeGreaterThan(row.change)
      // The sign of both is one: a change is sure in articles where it is sure in percent.
      expect(Math.sign(row.changeLow as number)).toBe(Math.sign(row.changePctLow as number))
    }
    const [first] = await rising({ sort: 'changePct', limit: 1 })
    expect(rows).toContainEqual({ ...first, place: expect.any(Number) as number })
    const based = await rising({ base: 2021 })
    const of = rows.find(({ id }) => id === based[0]?.id)
    expect(based[0]?.changePctHigh).toBeCloseTo(of?.changePctHigh as number, 9)
    expect((based[0]?.changeHigh as number) / (of?.changeHigh as number)).toBeCloseTo(
      (based[0]?.change as number) / (of?.change as number),
      9,
    )
  })

  test('of differences between cities stand with them, by subject, and in their files', async () => {
    const input = { dataset: 'index', cities: ['Beijing', 'Boston'], bands }
    const result = await core.call('cities.compare', input)
    if (!result.ok) throw new Error(result.error.message)
    const { cities } = result.value as CityComparison
    expect(cities[0]?.differenceIntervals?.['all']?.map(Math.abs)).toEqual([0, 0])
    for (const subject of ['all', 'chemistry']) {
      const shareOf = ({ row, subjects }: ComparedCity) =>
        (subject === 'all' ? row : subjects.find((each) => each.subject === subject))?.share as number
      const [first, second] = cities as [ComparedCity, ComparedCity]
      const [low, high] = second.differenceIntervals?.[subject] as [number, number]
      expect(low).toBeLessThan(shareOf(second) - shareOf(first))
      expect(high).toBeGreaterThan(shareOf(second) - shareOf(first))
    }
    const made = await core.call('exports.table', { table: { of: 'compare', input }, format: 'json' })
    if (!made.ok) throw new Error(made.error.message)
    const file = JSON.parse(Buffer.from((made.value as { bytes: Uint8Array }).bytes).toString('utf8'))
    const [low, high] = cities[1]?.differenceIntervals?.['all'] ?? []
    expect(file.rows[1].differences).toMatchObject({ shareLow: low, shareHigh: high })
    expect(await core.call('cities.compare', { cities: ['Beijing', 'Shanghai'], bands })).toMatchObject({
      ok: false,
      error: { code: 'not-computed' },
    })
  })

  test('can be stopped, unless another waits for them', async () => {
    const asked = { dataset: 'index', by: 'institution', bands: { seed: 1, replicates: 10_000 } }
    // All four at once: a quick machine would have drawn them before a cancel that waits for an answer.
    const [drawing, other, first, second] = (['ranking', 'ranking', 'cancel', 'cancel'] as const).map(
      (name) => core.call(`stability.${name}`, asked),
    )
    expect(await first).toMatchObject({ value: { cancelled: false } })
    expect(await second).toMatchObject({ value: { cancelled: true } })
    for (const call of [drawing, other])
      expect(await call).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(await core.call('stability.cancel', asked)).toMatchObject({ value: { cancelled: false } })
  })

  test('need articles: an edition has none', async () => {
    for (const [method, input] of [
      ['stability.ranking', {}],
      ['rankings.list', { bands }],
    ] as const)
      expect(await core.call(method, input)).toMatchObject({ ok: false, error: { code: 'not-computed' } })
    expect(await core.call('rankings.list', { bands: { seed: 1, replicates: 199 } })).toMatchObject({
      ok: false,
      error: { code: 'input-invalid' },
    })
  })

  test('go with the dataset', async () => {
    expect(existsSync(folder)).toBe(true)
    expect(await core.call('datasets.remove', { dataset: 'index' })).toMatchObject({ ok: true })
    expect(existsSync(folder)).toBe(false)
  })
})
