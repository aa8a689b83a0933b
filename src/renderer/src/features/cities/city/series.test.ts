import { describe, expect, it } from 'vitest'
import type { SeriesPoint } from '../../../../../shared/contract/cities.ts'
import { seriesPlot } from './series.ts'

const point = (subject: string, year: number, adjustedShare: number | null) =>
  ({ subject, year, share: 10, adjustedShare }) as unknown as SeriesPoint
const box = { left: 0, top: 0, width: 100, height: 100 }

describe('series of Share', () => {
  it('is adjusted year by year', () => {
    const { lines } = seriesPlot([point('all', 2022, 20), point('all', 2023, 10)], ['all'], box)
    expect(lines[0]?.points.map(({ value }) => value)).toEqual([20, 10])
    expect(lines[0]?.last).toBe(10)
  })
  it('has a gap where a year has no article, and no value of 0 for it', () => {
    const series = [2020, 2021, 2022].map((year) => point('all', year, year === 2021 ? null : 4))
    const { lines, years } = seriesPlot(series, ['all'], box)
    expect(years).toHaveLength(3)
    expect(lines[0]?.points).toHaveLength(2)
    expect(lines[0]?.path.match(/M/g)).toHaveLength(2)
  })
})
