import { describe, expect, it } from 'vitest'
import { comparisonInput } from '../../shared/contract/cities.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { rankingInput } from '../../shared/contract/rankings.ts'
import { useMaps } from '../drawing/map/test-maps.ts'
import { compareEntities } from './compare.ts'
import { institutionProfile } from './computed/institution-profile.ts'
import { listRankings } from './rankings.ts'

const { context } = useMaps()
const THREE = ['beijing', 'boston', 'london']
const compared = (cities: string[], more: object = {}, lenient = false) =>
  compareEntities({ ...comparisonInput.parse({ cities, ...more }), lenient }, context)
const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
  return 'none'
}

describe('cities of the edition', () => {
  it('say who leads, by how much, and where another does', () => {
    // Printed Shares of 2023: 4,259.39 and 2,059.25; 4,259.39 ÷ 2,059.25 = 2.0684….
    const { finding, reference, cities } = compared(['Beijing', 'Boston'])
    expect(reference).toBe('beijing')
    expect(finding?.en).toBe(
      'Beijing leads with a Share of **4,259.39**, **2.07 times** that of Boston; Boston leads in biological sciences and health sciences.',
    )
    expect(finding?.zh).toContain('**2.07 倍**')
    expect(cities.map(({ row }) => row.share)).toEqual([4259.39, 2059.25])
    expect(cities[0]?.rankHistory.length).toBeGreaterThan(3)
    expect(cities[0]?.series.some(({ year, share }) => year === 2023 && share === 4259.39)).toBe(true)
  })

  it('are measured from the reference that was chosen, in the order that was asked for', () => {
    const answer = compared(['Beijing', 'Boston', 'London'], { reference: 'London' })
    expect(answer.cities.map(({ city }) => city.cityId)[0]).toBe('beijing')
    expect(answer.reference).toBe(answer.cities[2]?.city.cityId)
    expect(codeOf(() => compared(['Beijing', 'Boston'], { reference: 'London' }))).toBe('input-invalid')
    expect(compared(['Beijing', 'Boston'], { reference: 'London' }, true).reference).toBe('beijing')
  })

  it('are the only kind that an edition knows', () => {
    expect(codeOf(() => compared(['CN', 'US'], { by: 'country' }))).toBe('not-computed')
  })
})

describe('of a sample', () => {
  const dataset = 'sample'
  const leading = (by: string) => listRankings(rankingInput.parse({ dataset, by, limit: 3 }), context).rows

  it.each(['city', 'metro', 'country', 'institution'])('%s: rows are those of the ranking', (by) => {
    const rows = leading(by)
    const ids = rows.map(({ id }) => id)
    const answer = compared(ids, { dataset, by })
    expect(answer.cities.map(({ row }) => [row.id, row.share, row.count, row.rank])).toEqual(
      rows.map(({ id, share, count, rank }) => [id, share, count, rank]),
    )
    for (const { row, series, rankHistory, year } of answer.cities) {
      const at = (each: { subject: string; year: number }) => each.subject === 'all' && each.year === year
      expect(series.find(at)?.share).toBe(row.share)
      expect(rankHistory.find(at)?.rank).toBe(row.rank)
    }
    expect(answer.finding?.en).toContain('times** that of')
  })

  it('an institution has the subjects and years of its own page', () => {
    const ids = leading('institution').map(({ id }) => id)
    const [first] = compared(ids, { dataset, by: 'institution' }).cities
    const own = institutionProfile({ dataset, institution: ids[0] ?? '', subject: 'all', also: [] }, context)
    expect(first?.subjects).toEqual(own.subjects)
    expect(first?.series).toEqual(own.series)
    expect(first?.rankHistory).toEqual(own.rankHistory)
  })

  it('intervals are those of the differences from the reference, whichever it is', () => {
    const bands = { seed: 1, replicates: 200 }
    const forth = compared(THREE, { dataset, bands })
    const back = compared(THREE, { dataset, bands, reference: 'london' })
    const interval = ({ cities }: typeof forth, at: number) => cities[at]?.differenceIntervals?.['all']
    expect(interval(back, 2)?.map(Math.abs)).toEqual([0, 0])
    const [low, high] = interval(forth, 2) as [number, number]
    const [other, end] = interval(back, 0) as [number, number]
    // London less Beijing is Beijing less London, turned about; BCa takes other ends of the same draws.
    expect(other / -high).toBeCloseTo(1, 1)
    expect(end / -low).toBeCloseTo(1, 1)
    expect(forth.finding?.en).toContain(', more than chance would give')
  })

  it('names what is missing, and what stands in its place: another extent, or another kind', () => {
    const answer = compared(['beijing', 'boston-metropolitan-area', 'US', 'nowhere'], { dataset }, true)
    expect(answer.cities.map(({ city }) => city.cityId)).toEqual(['beijing'])
    expect(answer.missing).toEqual(['boston-metropolitan-area', 'US', 'nowhere'])
    expect(answer.instead.map(({ asked, by, found }) => [asked, by, found.id])).toEqual([
      ['boston-metropolitan-area', 'city', 'boston'],
      ['US', 'country', 'US'],
    ])
    expect(answer.finding).toBeNull()
  })

  it('one that is named twice stands once', () => {
    expect(compared(['beijing', 'Beijing', 'boston'], { dataset }).cities).toHaveLength(2)
  })
})
