/** From the values of a figure in many re-samples to its interval. */
import { normalBelow } from './normal.ts'

export type Interval = [low: number, high: number]

/** The 97.5th percentile of the standard normal distribution. */
export const Z_95 = 1.959963984540054

/**
 * The 95 % interval of a figure by the bias-corrected and accelerated percentiles of its replicates (BCa; B. Efron,
 * "Better bootstrap confidence intervals", Journal of the American Statistical Association 82, 1987, 171–185).
 *
 * Plain percentiles miss more often above than below where a few whole articles stand among many small parts; BCa moves
 * both ends by the skewness. `skew` is its acceleration a = ⅙ Σl³ ÷ (Σl²)^1.5 over the influences l of the articles. The
 * correction of bias is equal to it for sums (same paper, section 4), so no noise of counting replicates comes in.
 * @param sorted values of the figure in the replicates, ascending
 * @param skew the acceleration; 0 gives plain percentiles
 */
export function interval95(sorted: ArrayLike<number>, skew: number): Interval {
  if (sorted.length === 0) return [NaN, NaN]
  return [at(sorted, bcaLevel(-Z_95, skew)), at(sorted, bcaLevel(Z_95, skew))]
}

/** The percentile that stands for the end of an interval at `z`. */
function bcaLevel(z: number, skew: number): number {
  const moved = skew + z
  const left = 1 - skew * moved
  // Beyond, the formula turns back: few articles, of which one is nearly all.
  if (left <= 0) return moved > 0 ? 1 : 0
  return normalBelow(skew + moved / left)
}

/** The value below which a part of the sorted values lies, between two of them by proportion. */
function at(sorted: ArrayLike<number>, level: number): number {
  const place = level * (sorted.length + 1) - 1
  const below = Math.min(Math.max(Math.floor(place), 0), sorted.length - 1)
  const above = Math.min(below + 1, sorted.length - 1)
  const part = Math.min(Math.max(place - below, 0), 1)
  const [low, high] = [sorted[below] as number, sorted[above] as number]
  return low + (high - low) * part
}

/** The middle 95 % of whole numbers, such as ranks: as many replicates lie below it as above. */
export function middle95(sorted: ArrayLike<number>): Interval {
  const out = Math.floor(sorted.length / 40)
  return [sorted[out] as number, sorted[sorted.length - 1 - out] as number]
}

/** For each interval, whether it has a value in common with another. */
export function overlapping(intervals: readonly Interval[]): boolean[] {
  const order = intervals.map((_, i) => i).sort((a, b) => intervals[a]![0] - intervals[b]![0])
  const result = intervals.map(() => false)
  let widest = -1
  for (const i of order) {
    if (widest >= 0 && intervals[widest]![1] >= intervals[i]![0]) result[i] = result[widest] = true
    if (widest < 0 || intervals[i]![1] > intervals[widest]![1]) widest = i
  }
  return result
}
