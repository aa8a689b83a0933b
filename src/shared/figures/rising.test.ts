import { expect, test } from 'vitest'
import type { RisingList, RisingRow } from '../contract/rankings.ts'
import { risingFigure } from './rising.ts'

const row = {
  id: 'leeds',
  name: 'Leeds',
  nameZh: null,
  place: 1,
  adjustedFrom: 100,
  adjustedTo: 150,
  change: 50,
  changePct: 50,
}
const list = (sort: string, more: Partial<RisingRow> = {}) =>
  ({
    dataset: 'own',
    filters: { by: 'city', subject: 'all', from: 2022, to: 2023, base: 2023, region: null, sort, floor: 20 },
    years: [2022, 2023],
    articles: [1000, 1200],
    total: 1,
    rows: [{ ...row, ...more } as unknown as RisingRow],
  }) as unknown as RisingList
const laterOf = (sort: string, more?: Partial<RisingRow>) =>
  risingFigure(list(sort, more), { language: 'en', top: 5 }).rows[0]?.to

test('an interval of the change stands about the later mark, in the order of the list', () => {
  const spread = { changeLow: 30, changeHigh: 72, changePctLow: 28, changePctHigh: 75 }
  expect(laterOf('changePct', spread)).toEqual({ value: 150, low: 128, high: 175 })
  expect(laterOf('change', spread)).toEqual({ value: 150, low: 130, high: 172 })
  expect(laterOf('changePct', { ...spread, changePctLow: null, changePctHigh: null })).toEqual({ value: 150 })
  expect(laterOf('change')).toEqual({ value: 150 })
})

test('the floor stands where it lies once adjusted', () => {
  expect(risingFigure(list('change'), { language: 'en', top: 5 }).floor).toEqual({ value: 20, at: 24 })
})
