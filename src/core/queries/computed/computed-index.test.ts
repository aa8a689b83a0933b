/** Rankings, places and collaborations of a computed index against figures reckoned by hand. */
import { describe, expect, test } from 'vitest'
import { dataset, useTrialIndex } from '../../../../tests/support/trial-index.ts'
import { namesOf } from './entity-space.ts'
import { reachOfOne } from './reach.ts'
import { formatNumber } from '../../../shared/format/numbers.ts'

const { call, queries } = useTrialIndex()
const near = (value: number) => expect.closeTo(value, 9) as number
/** A Share with its two decimals. */
const cents = (share: number | null) => (share === null ? null : Number(formatNumber(share, 2)))

describe('rankings', () => {
  test('cities by Share of the latest year, with Count, changes and percent of the region', async () => {
    const list = await call('rankings.list', { dataset })
    expect(list.rows.map((row) => [row.rank, row.name, cents(row.share), row.count])).toEqual([
      [1, 'Beijing', 1.42, 3],
      [2, 'Hong Kong', 1.25, 2],
      [3, 'Cambridge', 0.75, 2],
      [4, 'Boston', 0.58, 2],
    ])
    expect(list.index).toEqual({
      year: 2023,
      base: 2023,
      articles: 5,
      articlesBefore: 2,
      articlesBase: 5,
      articlesInSubject: 5,
      unknown: 1, // 1/2 of an author without affiliation, 1/2 of a country alone
    })
    expect(list.rows[0]).toMatchObject({
      rankBefore: 1,
      rankChange: 0,
      adjustedShare: near(17 / 12),
      change: near(17 / 12 - 5 / 2),
      changePct: near(100 * (17 / 12 / (5 / 2) - 1)),
      regionSharePct: near(53.125), // Beijing and Hong Kong share a denominator, 32/12
      countPerShare: near(36 / 17),
      provenance: 'computed',
      scope: null,
    })
    // None in 2022: the change counts from 0, without a percentage.
    expect(list.rows[1]).toMatchObject({ rankBefore: null, change: near(1.25), changePct: null })
    expect(list.finding?.en).toContain('Beijing’s Share is **1.13 times** Hong Kong’s')
  })

  test('another base year scales adjusted Share and changes', async () => {
    const { rows, index } = await call('rankings.list', { dataset, base: 2022 })
    expect(rows[0]).toMatchObject({ adjustedShare: near(17 / 30), change: near(17 / 30 - 1) })
    expect(index).toMatchObject({ base: 2022, articlesBase: 2 })
  })

  test('equal Shares share a rank', async () => {
    const { rows } = await call('rankings.list', { dataset, year: 2022 })
    expect(rows.map((row) => [row.rank, row.name])).toEqual([
      [1, 'Beijing'],
      [1, 'Boston'],
    ])
  })

  test('countries and metropolitan areas, each with what is unknown', async () => {
    const of = async (by: 'institution' | 'country' | 'metro') => {
      const { rows, index } = await call('rankings.list', { dataset, by })
      return [...rows.map((row) => [row.rank, row.id, cents(row.share), row.count]), index?.unknown]
    }
    expect(await of('institution')).toEqual([
      [1, 'I6', 1.25, 2],
      [2, 'I1', 1, 2],
      [3, 'I4', 0.75, 2],
      [4, 'I3', 0.58, 2],
      [5, 'I2', 0.42, 2],
      1,
    ])
    expect(await of('country')).toEqual([[1, 'US', 1.83, 3], [2, 'CN', 1.42, 3], [3, 'HK', 1.25, 2], 0.5])
    expect(await of('metro')).toEqual([
      [1, 'beijing', 1.42, 3],
      [2, 'boston-metropolitan-area', 1.33, 3],
      [3, 'hong-kong', 1.25, 2],
      1,
    ])
  })

  test('subject, region, search and order narrow the list; institutions name their city', async () => {
    const chem = await call('rankings.list', { dataset, subject: 'chemistry' })
    expect(chem.rows.map((row) => [row.name, cents(row.share)])).toEqual([
      ['Beijing', 1.17],
      ['Boston', 0.33],
    ])
    expect(chem.index).toMatchObject({ articles: 5, articlesInSubject: 2, articlesBefore: 2 })
    // Adjusted by N of the whole index, 5 against 2.
    expect(chem.rows[0]?.change).toBeCloseTo(7 / 6 - 5 / 2, 9)
    const us = await call('rankings.list', { dataset, region: 'US', sort: 'name' })
    expect(us.rows.map(({ name }) => name)).toEqual(['Boston', 'Cambridge'])
    const found = await call('rankings.list', { dataset, by: 'institution', search: 'univ' })
    expect(found.rows.map(({ name, within }) => [name, within?.id])).toEqual([
      ['Hong University', 'hong-kong'],
      ['Alpha University', 'beijing'],
      ['Gamma University', 'boston'],
    ])
    await expect(call('rankings.list', { dataset, region: 'FR' })).rejects.toMatchObject({
      code: 'region-unknown',
    })
    await expect(call('rankings.list', { dataset, year: 1999 })).rejects.toMatchObject({
      code: 'year-unknown',
    })
  })

  test('fastest rising by adjusted Share, absolute and in percent', async () => {
    const rising = await call('rankings.rising', { dataset })
    expect([rising.filters.from, rising.filters.to, rising.years, rising.articles]).toEqual([
      2022,
      2023,
      [2021, 2022, 2023],
      [1, 2, 5],
    ])
    expect(rising.rows.map((row) => [row.place, row.name, row.change, row.changePct])).toEqual([
      [1, 'Hong Kong', near(1.25), null],
      [2, 'Cambridge', near(0.75), null],
      [3, 'Beijing', near(17 / 12 - 5 / 2), near(-130 / 3)],
      [4, 'Boston', near(7 / 12 - 5 / 2), near(-230 / 3)],
    ])
    expect(rising.rows[2]?.series).toEqual([near((6 / 11) * 5), near(2.5), near(17 / 12)])
    expect(rising.finding?.en).toBe('Hong Kong added most, **1.25**.')
    expect(rising.base).toMatchObject({ usualFloor: 5, leftOut: 0, none: 2, steepest: null })
    const percent = await call('rankings.rising', { dataset, sort: 'changePct', floor: 1 })
    expect(percent.rows.map(({ name }) => name)).toEqual(['Beijing', 'Boston'])
    // Nobody here had a Share of 5: an index of so few articles has no riser.
    const usual = await call('rankings.rising', { dataset, sort: 'changePct' })
    expect([usual.filters.floor, usual.base.leftOut, usual.rows, usual.finding]).toEqual([5, 4, [], null])
    await expect(call('rankings.rising', { dataset, from: 2023, to: 2023 })).rejects.toMatchObject({
      code: 'input-invalid',
    })
  })
})

describe('cities and institutions', () => {
  test('a profile holds every subject and year, and null where the city has no article', async () => {
    const profile = await call('cities.profile', { dataset, city: 'Beijing' })
    expect(profile.headline).toMatchObject({ rank: 1, share: near(17 / 12) })
    expect(profile.subjects.map(({ subject, share }) => [subject, cents(share)])).toEqual([
      ['chemistry', 1.17],
      ['physical-sciences', 0.5],
      ['biological-sciences', null],
      ['earth-environmental-sciences', null],
      ['health-sciences', null],
    ])
    expect(profile.series).toHaveLength(18)
    const all = profile.series.filter(({ subject }) => subject === 'all')
    // Adjusted by N = 1, 2 and 5 articles to the five of 2023.
    expect(all.map(({ adjustedShare }) => adjustedShare)).toEqual([near(30 / 11), near(5 / 2), near(17 / 12)])
    // Chemistry: 7/6 of 17/12 in the city, 2 of 5 articles in the index.
    expect(profile.subjects[0]?.specialisation).toEqual(near(35 / 17))
    expect(all.map(({ year, share, count }) => [year, cents(share), count])).toEqual([
      [2021, 0.55, 1],
      [2022, 1, 1],
      [2023, 1.42, 3],
    ])
    expect(profile.rankHistory.filter(({ subject }) => subject === 'all').map(({ rank }) => rank)).toEqual([
      1, 1, 1,
    ])
    expect([profile.previous, profile.next?.name]).toEqual([null, 'Hong Kong'])
    expect([profile.statements, profile.collaborations]).toEqual([[], []])
  })

  test('two cities side by side, in a subject', async () => {
    const both = await call('cities.compare', {
      dataset,
      cities: ['Boston', 'beijing'],
      subject: 'chemistry',
    })
    expect(both.cities.map(({ city, row }) => [city.cityId, cents(row.share)])).toEqual([
      ['boston', 0.33],
      ['beijing', 1.17],
    ])
  })

  test('the institutions of a city add up to it', async () => {
    const list = await call('institutions.list', { dataset, city: 'Beijing' })
    expect(list.rows.map((row) => [row.name, row.rank, row.shareInCity, row.share, row.countInCity])).toEqual(
      [
        ['Alpha University', 2, near(1), near(1), 2],
        ['Beta Institute', 5, near(5 / 12), near(5 / 12), 2],
      ],
    )
    expect(list.reconciliation).toEqual({
      cityShare: near(17 / 12),
      institutions: near(17 / 12),
      withoutInstitution: 0,
      residual: 0,
    })
    const all = await call('institutions.list', { dataset, search: '甲大' })
    expect([all.total, all.rows[0]?.id, all.reconciliation]).toEqual([1, 'I1', null])
  })
})

describe('collaborations', () => {
  const pairs = async (input: Record<string, unknown>) => {
    const { rows } = await call('collaborations.list', { dataset, ...input })
    return rows.map(({ aName, bName, score, articles }) => [aName, bName, score, articles])
  }

  test('pairs within a city, in a year and over a period', async () => {
    expect(await pairs({ city: 'Beijing' })).toEqual([['Alpha University', 'Beta Institute', near(2 / 3), 1]])
    expect(await pairs({ city: 'Beijing', from: 2022 })).toEqual([
      ['Alpha University', 'Beta Institute', near(5 / 3), 2],
    ])
  })

  test('partners of an institution and of a city, strongest first', async () => {
    expect(await pairs({ institution: 'Alpha University' })).toEqual([
      ['Alpha University', 'Gamma University', near(5 / 6), 1],
      ['Alpha University', 'Beta Institute', near(2 / 3), 1],
    ])
    expect((await pairs({ between: 'cities', city: 'beijing' })).slice(0, 2)).toEqual([
      ['Beijing', 'Boston', near(1.5), 2],
      ['Beijing', 'Cambridge', near(0.5), 1],
    ])
  })

  test('without a place the strongest pairs of the leading ones', async () => {
    expect((await pairs({ between: 'cities' }))[0]).toEqual(['Beijing', 'Boston', near(1.5), 2])
    // 1/3 + 1/6 and 1/4 + 1/4.
    expect((await pairs({}))[0]).toEqual(['Gamma University', 'Beta Institute', near(1), 2])
  })

  test('networks: of a city, of cities, and around one institution', async () => {
    const cities = await call('networks.cities', { dataset, from: 2023, to: 2023 })
    expect(cities.nodes.map(({ id }) => id)).toEqual(['beijing', 'hong-kong', 'cambridge', 'boston'])
    expect([cities.nodesOf, cities.edgesOf, cities.edges[0]]).toEqual([
      4,
      6,
      { a: 'beijing', b: 'boston', score: near(1.5), articles: 2 },
    ])
    expect(cities.histogram.counts.reduce((sum, count) => sum + count)).toBe(6)
    const strong = await call('networks.cities', { dataset, from: 2023, to: 2023, minScore: 1 })
    expect([strong.edges.length, strong.edgesOf]).toEqual([1, 6])
    const first = await call('networks.cities', { dataset, from: 2023, to: 2023, strongest: 1 })
    // Beijing–Boston for both, then the first edge of Hong Kong and of Cambridge.
    expect(first.edges.length).toBeLessThanOrEqual(3)
    expect(first.edges[0]).toMatchObject({ a: 'beijing', b: 'boston' })
    const inBeijing = await call('networks.institutions', { dataset, city: 'Beijing', from: 2022 })
    expect(inBeijing.nodes.map(({ id, share, count }) => [id, share, count])).toEqual([
      ['I1', near(1.5), 3],
      ['I2', near(11 / 12), 3],
    ])
    expect(inBeijing.edges).toEqual([{ a: 'I1', b: 'I2', score: near(5 / 3), articles: 2 }])
    const ego = await call('networks.ego', { dataset, centre: 'I1', from: 2023, top: 1 })
    expect([ego.nodes.map(({ id }) => id), ego.nodesOf, ego.filters.centre]).toEqual([['I1', 'I3'], 3, 'I1'])
    expect(ego.edges).toEqual([{ a: 'I1', b: 'I3', score: near(5 / 6), articles: 1 }])
  })
})

test('the reach of collaboration comes where it is asked for, of all entities as of each alone', async () => {
  const { rows } = await call('rankings.list', { dataset })
  expect(rows.map(({ internationalPct }) => internationalPct)).toEqual([null, null, null, null])
  for (const by of ['city', 'institution', 'metro', 'country'] as const) {
    const asked = await call('rankings.list', { dataset, by, also: ['localPct'] })
    const open = queries.context.open(dataset)
    const numbers = new Map(namesOf(open, by).map(({ id }, number) => [id, number]))
    for (const row of asked.rows) {
      const alone = reachOfOne(open, by, numbers.get(row.id) as number, 0, asked.filters.year)
      expect([row.internationalPct, row.domesticPct, row.localPct]).toEqual([
        alone?.international,
        by === 'country' ? null : alone?.domestic,
        by === 'country' ? null : alone?.local,
      ])
    }
    const sorted = await call('rankings.list', { dataset, by, sort: 'internationalPct' })
    const values = sorted.rows.map(({ internationalPct }) => internationalPct ?? 0)
    expect(values).toEqual([...values].sort((a, b) => b - a))
  }
})
