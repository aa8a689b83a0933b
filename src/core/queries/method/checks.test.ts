/** Sums that hold, areas by their cities, and the examples of partners and of re-samples. */
import { expect, test } from 'vitest'
import { dataset, useTrialIndex } from '../../../../tests/support/trial-index.ts'
import { USUAL_REPLICATES, USUAL_SEED } from '../../../shared/domain/stability.ts'

const { call } = useTrialIndex()
const near = (value: number) => expect.closeTo(value, 9) as number

test('Shares of all and what falls to none are the articles, by kind', async () => {
  const { sums } = await call('indicators.checks', { dataset })
  // Half an article has an author without affiliation; half is of a country alone.
  expect(sums).toEqual([
    { kind: 'institution', entities: 5, shares: near(4), unknown: near(1), articles: 5, residual: near(0) },
    { kind: 'city', entities: 4, shares: near(4), unknown: near(1), articles: 5, residual: near(0) },
    { kind: 'country', entities: 3, shares: near(4.5), unknown: near(0.5), articles: 5, residual: near(0) },
  ])
  const chemistry = await call('indicators.checks', { dataset, subject: 'chemistry', year: 2022 })
  expect(chemistry.sums.map(({ shares, articles }) => [shares, articles])).toEqual([
    [1, 1],
    [1, 1],
    [1, 1],
  ])
})

test('an area is told with its cities', async () => {
  const { metros } = await call('indicators.checks', { dataset })
  const boston = metros.find(({ area }) => area.id === 'boston-metropolitan-area')
  expect(boston?.cities?.map(({ id }) => id).sort()).toEqual(['boston', expect.stringContaining('cambridge')])
})

test('a total score is that of partners near and far together', async () => {
  const { rows, columns } = await call('indicators.example', {
    dataset,
    indicator: 'total-collaboration-score',
  })
  expect(columns).toHaveLength(4)
  expect(rows[0]).toMatchObject({ label: { id: 'I6' }, agrees: true })
  // Hong University wrote one article with three others, a quarter each.
  expect(rows[0]?.result).toBeCloseTo(1.5, 9)
})

test('re-samples add up from their weights, and their band is the one that the ranking has', async () => {
  const { rows, band } = await call('indicators.example', { dataset, indicator: 'stability-interval' })
  expect(rows).toHaveLength(6)
  expect(rows.every(({ agrees }) => agrees)).toBe(true)
  expect(new Set(rows.map(({ result }) => result)).size).toBeGreaterThan(1)
  const drawn = { seed: USUAL_SEED, replicates: USUAL_REPLICATES }
  const list = await call('rankings.list', { dataset, bands: drawn })
  expect(band).toMatchObject({
    of: { id: 'beijing' },
    low: near(list.rows[0]?.shareLow ?? NaN),
    high: near(list.rows[0]?.shareHigh ?? NaN),
    ...drawn,
  })
})
