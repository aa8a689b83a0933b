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
const list = (sort: string) =>
  ({
    dataset: 'own',
    filters: { by: 'city', subject: 'all', from: 2022, to: 2023, base: 2023, region: null, sort, floor: 20 },
    years: [2022, 2023],
    articles: [1000, 1200],
    total: 1,
    rows: [row as unknown as RisingRow],
  }) as unknown as RisingList
const spreads = new Map([['leeds', { change: [30, 72] as const, changePct: [28, 75] as const }]])
const laterOf = (sort: string, with_?: typeof spreads) =>
  risingFigure(list(sort), { language: 'en', top: 5, spreads: with_ }).rows[0]?.to

test('an interval of the change stands about the later mark, in the order of the list', () => {
  expect(laterOf('changePct', spreads)).toEqual({ value: 150, low: 128, high: 175 })
  expect(laterOf('change', spreads)).toEqual({ value: 150, low: 130, high: 172 })
  expect(laterOf('change')).toEqual({ value: 150 })
})

test('the floor stands where it lies once adjusted', () => {
  expect(risingFigure(list('change'), { language: 'en', top: 5 }).floor).toEqual({ value: 20, at: 24 })
})
