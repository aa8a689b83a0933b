import { expect, it } from 'vitest'
import type { ComparedCity } from '../../../../shared/contract/cities.ts'
import { RANKING_MEASURES } from '../../../../shared/measures/ranking.ts'
import { differenceRows, levelSubjects } from './difference-rows.ts'

const rowOf = (figures: object) =>
  ({
    ...Object.fromEntries(RANKING_MEASURES.map(({ id }) => [id, null])),
    by: 'city',
    provenance: 'computed',
    ...figures,
  }) as unknown as ComparedCity['row']
const city = (cityId: string, share: number, chemistry: number | null, interval?: [number, number]) => {
  const headline = rowOf({ share, count: share * 2, rank: 3, regionSharePct: 10 })
  return {
    city: { cityId },
    headline,
    row: headline,
    subjects: [{ ...rowOf({ share: chemistry, rank: 1 }), subject: 'chemistry' }],
    ...(interval && { differenceIntervals: { all: interval, chemistry: [1, 2] } }),
  } as unknown as ComparedCity
}
const cities = [city('a', 100, 20), city('b', 50, 30, [-60, -40]), city('c', 110, null, [-5, 25])]
const find = (reference: string, measure: string, subject: string) =>
  differenceRows({ cities, subject: 'all', reference, group: null }).find(
    (row) => row.measure === measure && row.subject === subject && row.part !== 'ranks',
  )

it('measures each from the reference, absolute, in percent and as a ratio', () => {
  const all = find('a', 'share', 'all')
  expect(all?.cells.map(({ absolute, pct, ratio }) => [absolute, pct, ratio])).toEqual([
    [null, null, null],
    [-50, -50, 0.5],
    [10, expect.closeTo(10, 10), 1.1],
  ])
  expect(find('b', 'share', 'chemistry')?.cells.map(({ absolute }) => absolute)).toEqual([-10, null, null])
})

it('gives ranks and percentages no percentage of their own', () => {
  for (const measure of ['rank', 'regionSharePct'])
    expect(find('a', measure, 'all')?.cells[1], measure).toMatchObject({
      absolute: 0,
      pct: null,
      ratio: null,
    })
})

it('says who is level: where the interval holds zero, and nobody where there is none', () => {
  const rows = differenceRows({ cities, subject: 'all', reference: 'a', group: null })
  expect([1, 2].map((at) => levelSubjects(rows, at))).toEqual([[], ['all']])
  expect(
    rows.filter(({ cells }) => cells.some(({ interval }) => interval)).map(({ measure }) => measure),
  ).toEqual(['share', 'share'])
})
