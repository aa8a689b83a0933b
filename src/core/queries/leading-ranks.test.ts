import { describe, expect, it } from 'vitest'
import { comparisonInput } from '../../shared/contract/cities.ts'
import { rankingInput } from '../../shared/contract/rankings.ts'
import { useMaps } from '../drawing/map/test-maps.ts'
import { compareEntities } from './compare.ts'
import { MOST_CONTEXT } from './leading-ranks.ts'
import { listRankings } from './rankings.ts'

const { context } = useMaps()
const contextOf = (cities: string[], more: object = {}) => {
  const input = { ...comparisonInput.parse({ cities, ...more }), context: true }
  return compareEntities(input, context).rankContext ?? []
}

describe('the edition', () => {
  it('those between the compared ones, with every rank that was printed of them', () => {
    const said = contextOf(['Beijing', 'Boston', 'London'])
    const shanghai = said.find(({ id }) => id === 'shanghai')
    // As the table of printed ranks has them, 2023 as the ranking of the edition of 2024 prints it.
    expect(shanghai?.points.map(({ year, rank, edition }) => [year, rank, edition])).toEqual(
      expect.arrayContaining([
        [2015, 8, 2021],
        [2019, 5, 2020],
        [2020, 5, 2021],
        [2021, 3, 2022],
        [2022, 3, 2023],
        [2024, 2, 2025],
      ]),
    )
    const nanjing = said.find(({ name }) => name === 'Nanjing')
    // 19 in 2015 was printed twice in retrospect.
    expect(nanjing?.points.filter(({ year }) => year === 2015).map(({ rank }) => rank)).toEqual([19, 19])
    expect(new Set(nanjing?.points.map(({ scope }) => scope))).toEqual(
      new Set(['natural-82', 'natural-health-145']),
    )
    expect(said.map(({ name }) => name)).not.toContain('Beijing')
  })

  it('none ranks worse than the worst of those compared', () => {
    // Printed for 2024: 1 Beijing, 2 Shanghai, 3 New York; Shanghai was 8 in 2015, so that 3 to 8 are shown.
    const said = contextOf(['Beijing', 'Shanghai'])
    expect(said.map(({ points }) => points.find(({ year }) => year === 2024)?.rank)).toEqual([
      3, 4, 5, 6, 7, 8,
    ])
  })

  it('only where it is asked for', () => {
    const plain = compareEntities(comparisonInput.parse({ cities: ['Beijing', 'Boston'] }), context)
    expect(plain).not.toHaveProperty('rankContext')
  })
})

describe.each(['city', 'metro', 'country', 'institution'] as const)('the sample, %s', (by) => {
  const dataset = 'sample'
  const rowsOf = (year?: number) =>
    listRankings(rankingInput.parse({ dataset, by, ...(year && { year }), limit: 500 }), context).rows

  it('ranks are those of the ranking of each year, best first, without those compared', () => {
    const rows = rowsOf()
    const worst = rows.filter(({ rank }) => (rank ?? Infinity) <= 12).at(-1)
    const compared = [rows[1]?.id ?? '', worst?.id ?? '']
    const said = contextOf(compared, { dataset, by })
    const years = [...new Set(said.flatMap(({ points }) => points.map(({ year }) => year)))]
    expect(years.length).toBeGreaterThan(2)
    for (const year of years) {
      const ranks = new Map(rowsOf(year).map(({ id, rank }) => [id, rank]))
      for (const { id, points } of said) {
        const own = points.find((point) => point.year === year)
        expect(own?.rank ?? null, `${id} ${year}`).toBe(ranks.get(id) ?? null)
      }
    }
    const { cities } = compareEntities(comparisonInput.parse({ dataset, by, cities: compared }), context)
    const all = cities.flatMap(({ rankHistory }) => rankHistory.filter(({ subject }) => subject === 'all'))
    const limit = Math.min(MOST_CONTEXT, Math.max(...all.map(({ rank }) => rank)))
    const last = rowsOf(Math.max(...all.map(({ year }) => year)))
    const expected = last.filter(({ id, rank }) => (rank ?? Infinity) <= limit && !compared.includes(id))
    expect(expected.length).toBeGreaterThan(5)
    expect(said.map(({ id, name }) => [id, name])).toEqual(expected.map(({ id, name }) => [id, name]))
  })
})
