import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Figure, FigureIndicator } from './model.ts'
import { countPerShare } from '../../indicators/count-per-share.ts'
import { editionRows } from './city-figures.ts'

function figure(indicator: FigureIndicator, value: number, more: Partial<Figure> = {}): Figure {
  return {
    file: 'f.csv',
    line: 2,
    indicator,
    subject: 'chemistry',
    cityPrinted: 'Wuhan',
    cityId: 'wuhan',
    otherCityId: null,
    institutionA: null,
    institutionB: null,
    yearFrom: 2023,
    yearTo: 2023,
    scope: 'natural-health-145',
    value,
    unit: '',
    decimals: null,
    qualifier: 'exact',
    note: '',
    edition: 2024,
    origin: '',
    ...more,
  }
}

const before = { yearFrom: 2022, yearTo: 2022 }

describe('a change of rank', () => {
  test('is formed of two ranks that one edition prints in one scope', () => {
    const rows = editionRows([figure('rank', 4), figure('rank', 7, before)], 2024)
    expect(rows.find(({ year }) => year === 2023)).toMatchObject({ rank: 4, rankBefore: 7, rankChange: 3 })
  })

  test('is not formed across scopes or editions', () => {
    const otherScope = editionRows(
      [figure('rank', 4), figure('rank', 7, { ...before, scope: 'natural-82' })],
      2024,
    )
    const otherEdition = editionRows(
      [figure('rank', 4), figure('rank', 7, { ...before, edition: 2023 })],
      2024,
    )
    for (const rows of [otherScope, otherEdition]) {
      expect(rows.find(({ year }) => year === 2023)).toMatchObject({ rankChange: null, rankBefore: null })
    }
  })
})

test('a change over other years never stands in for the change of the year', () => {
  const [row] = editionRows([figure('adjusted-change-pct', 89.5, { yearFrom: 2019 })], 2024)
  expect(row).toMatchObject({
    changePct: null,
    otherChanges: [{ from: 2019, to: 2023, value: 89.5, unit: 'percent' }],
  })
})

test('the own edition counts before others, then the edition whose ranking year it is', () => {
  const own = editionRows([figure('share', 1, { edition: 2025 }), figure('share', 2)], 2024)
  expect(own[0]?.share).toBe(2)
  const others = editionRows(
    [figure('rank', 5, { ...before, edition: 2025 }), figure('rank', 6, { ...before, edition: 2023 })],
    2024,
  )
  expect(others[0]?.rank).toBe(6)
})

test('the order of figures changes nothing, and what was not given stays null', () => {
  const indicators = ['share', 'count', 'rank', 'region-share-pct', 'adjusted-change-pct'] as const
  const some = fc.array(
    fc.record({
      indicator: fc.constantFrom(...indicators),
      city: fc.constantFrom('a', 'b'),
      year: fc.constantFrom(2022, 2023),
      value: fc.integer({ min: 1, max: 99 }),
    }),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(some, (given) => {
      const unique = [
        ...new Map(given.map((each) => [`${each.indicator}${each.city}${each.year}`, each])).values(),
      ]
      const figures = unique.map(({ indicator, city, year, value }) =>
        figure(indicator, value, {
          cityId: city,
          yearFrom: indicator === 'adjusted-change-pct' ? year - 1 : year,
          yearTo: year,
        }),
      )
      const rows = editionRows(figures, 2024)
      expect(editionRows([...figures].reverse(), 2024)).toEqual(rows)
      for (const row of rows) {
        const has = (indicator: string) =>
          unique.some(
            (each) => each.indicator === indicator && each.city === row.cityId && each.year === row.year,
          )
        expect(row.share !== null).toBe(has('share'))
        expect(row.count !== null).toBe(has('count'))
        expect(row.rank !== null).toBe(has('rank'))
      }
    }),
  )
})

test('Count ÷ Share is unknown where either is, or Share is 0', () => {
  expect(countPerShare(9180, 4259.39)).toBeCloseTo(2.155, 3)
  expect([countPerShare(null, 1), countPerShare(1, null), countPerShare(1, 0)]).toEqual([null, null, null])
})
