/** The ruler of scores: how far along it a score stands, and what may be said of the scores it cuts off. */

export interface Histogram {
  /** Bucket i holds scores from `edges[i]` up to `edges[i + 1]`; buckets are of equal ratio. */
  edges: readonly number[]
  counts: readonly number[]
}

/** Ends of the ruler; null where there is no score. */
export function rangeOf({ edges }: Histogram): { low: number; high: number } | null {
  const [low, high] = [edges[0] ?? 0, edges.at(-1) ?? 0]
  return low > 0 && high > low ? { low, high } : null
}

/** Where a score stands on the ruler, 0 to 1; equal lengths are equal ratios. */
export function placeOf(score: number, { low, high }: { low: number; high: number }): number {
  if (score <= low) return 0
  return Math.min(1, Math.log(score / low) / Math.log(high / low))
}

/** The score at a place of the ruler, rounded to what can be read there; 0 (every score) at its left end. */
export function scoreAt(place: number, { low, high }: { low: number; high: number }): number {
  if (place <= 0) return 0
  return roundScore(low * (high / low) ** Math.min(1, place))
}

/** Two figures that count, as they are read on a ruler. */
export function roundScore(score: number): number {
  return score === 0 ? 0 : Number(score.toPrecision(2))
}

/** One step of the keyboard from a score: the next readable one, never standing still. */
export function stepScore(score: number, by: number, range: { low: number; high: number }): number {
  const STEPS = 60
  const from = placeOf(score, range)
  for (let distance = by / STEPS; Math.abs(distance) <= 1.1; distance += Math.sign(by) / STEPS) {
    const next = scoreAt(Math.min(1, Math.max(0, from + distance)), range)
    if (next !== score) return next
    if (from + distance <= 0 || from + distance >= 1) return next
  }
  return score
}

/** Round scores to write along the ruler: 1, 2 and 5 of each power of ten, thinned to at most `most`. */
export function ticksOf({ low, high }: { low: number; high: number }, most = 5): number[] {
  const powers = (steps: readonly number[]) => {
    const ticks: number[] = []
    for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
      for (const step of steps) {
        const tick = Number((step * 10 ** power).toPrecision(1))
        if (tick >= low && tick <= high) ticks.push(tick)
      }
    return ticks
  }
  const fitting = [[1, 2, 5], [1, 3], [1]].map(powers).find((ticks) => ticks.length <= most)
  if (fitting) return fitting
  const tens = powers([1])
  const every = Math.ceil(tens.length / most)
  return tens.filter((_, index) => index % every === 0)
}

/** The largest readable score at which an edge is still drawn; null where there is none. */
export function thresholdThatDraws({ edges, counts }: Histogram): number | null {
  const last = counts.findLastIndex((count) => count > 0)
  const edge = edges[last]
  if (edge === undefined) return null
  // Rounded down: what it names must not be cut off.
  const power = 10 ** (Math.floor(Math.log10(edge)) - 1)
  return Number((Math.floor(edge / power) * power).toPrecision(2))
}

/** Decimals that a readable score needs: 0.04, 0.7, 1.5, 12. */
export function decimalsOf(score: number): number {
  if (score === 0 || score >= 10) return 0
  const places = 1 - Math.floor(Math.log10(score))
  return Number(score.toFixed(places - 1)) === score ? Math.max(0, places - 1) : places
}
