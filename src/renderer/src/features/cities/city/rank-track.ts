/** Places of ranks by year: a better rank is higher, and no line leaves its scope. */
import type { RanksSpec } from '../../../../../shared/figures/spec.ts'

export interface RankTrackPlaces {
  years: { year: number; x: number; text: string }[]
  points: { series: string; year: number; rank: number; x: number; y: number }[]
  /** Dotted where no rank was printed for the years between. */
  lines: { d: string; dotted: boolean }[]
  gaps: { x: number }[]
  /** The interval of one year's rank. */
  band: { x: number; from: number; to: number } | null
  scopes: { text: string; x: number; anchor: 'start' | 'middle' | 'end' }[]
}

const TOP = 42
const BOTTOM = 32
const SIDE = 16
/** Ranks at least from best to worst, so that a step of one does not fill the figure. */
const SPAN = 4
/** px a year of four digits needs; with less the century is left out. */
const YEAR = 30
/** px that the scope behind the gap needs. */
const ROOM = 66

export interface RankBand {
  year: number
  low: number
  high: number
}

/** @param band the interval of the rank of one year, where that is known */
export function rankTrack(
  spec: RanksSpec,
  box: { width: number; height: number },
  band: RankBand | null = null,
): RankTrackPlaces {
  const all = spec.series.flatMap(({ key, points }) => points.map((point) => ({ ...point, series: key })))
  const ranks = [...all.map(({ y }) => y), ...(band ? [band.low, band.high] : [])]
  const [first, last] = [Math.min(...all.map(({ x }) => x)), Math.max(...all.map(({ x }) => x))]
  const best = Math.min(...ranks)
  const worst = Math.max(best + SPAN, ...ranks)
  const step = last > first ? (box.width - 2 * SIDE) / (last - first) : 0
  const xOf = (year: number) => (step === 0 ? box.width / 2 : SIDE + (year - first) * step)
  const yOf = (rank: number) => TOP + ((rank - best) / (worst - best)) * (box.height - TOP - BOTTOM)
  const lines = spec.series.flatMap(({ points }) =>
    points.slice(1).flatMap((point, i) => {
      const before = points[i]
      if (!before) return []
      const n = (value: number) => value.toFixed(1)
      return [
        {
          d: `M${n(xOf(before.x))} ${n(yOf(before.y))}L${n(xOf(point.x))} ${n(yOf(point.y))}`,
          dotted: point.x - before.x > 1,
        },
      ]
    }),
  )
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return {
    years: years.map((year) => ({
      year,
      x: xOf(year),
      text: step === 0 || step >= YEAR ? String(year) : `’${String(year % 100).padStart(2, '0')}`,
    })),
    points: all.map(({ series, x, y }) => ({ series, year: x, rank: y, x: xOf(x), y: yOf(y) })),
    lines,
    gaps: spec.breaks.map(({ from, to }) => ({ x: (xOf(from) + xOf(to)) / 2 })),
    band: band && { x: xOf(band.year), from: yOf(band.low), to: yOf(band.high) },
    scopes: scopesOf(spec, xOf, box.width),
  }
}

/** What is counted on either side of the only gap; elsewhere the place is too small to say it. */
function scopesOf(
  { series, breaks }: RanksSpec,
  xOf: (year: number) => number,
  width: number,
): RankTrackPlaces['scopes'] {
  const gap = breaks[0]
  if (!gap || breaks.length > 1) return []
  const x = (xOf(gap.from) + xOf(gap.to)) / 2
  const before = series.find(({ points }) => points.every((point) => point.x <= gap.from))?.label
  const after = series.find(({ points }) => points.every((point) => point.x >= gap.to))?.label
  return [
    ...(before ? [{ text: before, x: x - 8, anchor: 'end' as const }] : []),
    ...(after && width - x > ROOM ? [{ text: after, x: x + 8, anchor: 'start' as const }] : []),
  ]
}
