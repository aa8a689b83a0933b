import { describe, expect, it } from 'vitest'
import { rulerYears } from './years.ts'

const coverage = [
  { year: 2019, shares: 2, cities: 22, scope: 'natural-82' },
  { year: 2022, shares: 2, cities: 16, scope: 'natural-82' },
  { year: 2023, shares: 100, cities: 100, scope: 'natural-health-145' },
]

describe('rulerYears', () => {
  it('shows five years in succession, also those without a figure', () => {
    const years = rulerYears(coverage, 2023, 100, null)
    expect(years.map(({ year }) => year)).toEqual([2019, 2020, 2021, 2022, 2023])
    expect(years.find(({ year }) => year === 2020)).toMatchObject({ cities: 0, full: false })
  })

  it('is cut once, where the scope changes', () => {
    const cuts = rulerYears(coverage, 2023, 100, null).filter(({ breakBefore }) => breakBefore)
    expect(cuts.map(({ year }) => year)).toEqual([2023])
  })

  it('tells a whole table from single figures', () => {
    const full = rulerYears(coverage, 2023, 100, null).filter((each) => each.full)
    expect(full.map(({ year }) => year)).toEqual([2023])
  })

  it('reaches back to a chosen year', () => {
    expect(rulerYears(coverage, 2023, 100, 2015)[0]?.year).toBe(2015)
  })

  it('shows every year of a computed index, however small', () => {
    const index = [2015, 2020, 2023].map((year) => ({
      year,
      shares: year === 2015 ? 1 : 9,
      cities: 9,
      scope: null,
    }))
    const years = rulerYears(index, 2023, 40, null, true)
    expect(years[0]?.year).toBe(2015)
    expect(years.filter(({ full }) => full).map(({ year }) => year)).toEqual([2015, 2020, 2023])
  })
})
