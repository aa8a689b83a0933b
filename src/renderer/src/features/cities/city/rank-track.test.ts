import { expect, it } from 'vitest'
import type { RanksSpec } from '../../../../../shared/figures/spec.ts'
import { rankTrack } from './rank-track.ts'

const point = (x: number, y: number) => ({ x, y, text: String(y), hollow: false })
const spec = {
  series: [
    { key: 'old', label: '82 journals', points: [point(2015, 19), point(2021, 8), point(2022, 6)] },
    { key: 'new', label: '145 journals', points: [point(2023, 5), point(2024, 5)] },
  ],
  breaks: [{ from: 2022, to: 2023 }],
} as unknown as RanksSpec

it('puts better ranks higher and joins only years of one scope, dotted over years without a rank', () => {
  const { points, lines, gaps, years } = rankTrack(spec, { width: 400, height: 200 })
  const [worst, , , best] = points
  expect(worst!.y).toBeGreaterThan(best!.y)
  expect(lines.map(({ dotted }) => dotted)).toEqual([true, false, false])
  expect(gaps).toHaveLength(1)
  expect(gaps[0]!.x).toBeGreaterThan(points[2]!.x)
  expect(gaps[0]!.x).toBeLessThan(points[3]!.x)
  expect(years).toHaveLength(10)
  expect(Math.max(...points.map(({ x }) => x))).toBeLessThan(400)
})

it('leaves the century out where years would touch', () => {
  expect(rankTrack(spec, { width: 200, height: 200 }).years[0]?.text).toBe('’15')
  expect(rankTrack(spec, { width: 600, height: 200 }).years[0]?.text).toBe('2015')
})

it('makes room for the interval of a rank, over the place of its year', () => {
  const box = { width: 400, height: 200 }
  const { band, points } = rankTrack(spec, box, { year: 2024, low: 3, high: 31 })
  const own = points.at(-1)!
  expect(band!.x).toBe(own.x)
  expect(band!.from).toBeLessThan(own.y)
  expect(band!.to).toBeGreaterThan(own.y)
  expect(band!.to).toBeLessThan(box.height)
  expect(rankTrack(spec, box).band).toBeNull()
})
