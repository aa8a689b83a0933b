/** Whether a series of samples grows: by its slope, and by its last quarter against its second. */
import type { Sample } from './measure.ts'

export interface Growth {
  /** MiB a minute over the last two thirds: the median of the slopes between all pairs (Theil and Sen), which peaks do not bend. */
  slope: number
  /** Medians of the second and of the last quarter, and the highest. */
  second: number
  last: number
  highest: number
  grows: boolean
}

export const MOST_SLOPE = 0.2
export const MOST_RATIO = 1.05

export function growthOf(samples: readonly Sample[], of: 'rss' | 'pss'): Growth {
  const quarter = (n: number) =>
    samples.slice(Math.floor((samples.length * n) / 4), Math.floor((samples.length * (n + 1)) / 4))
  const middle = (part: readonly Sample[]) => median(part.map((sample) => sample[of]))
  const late = samples.slice(Math.floor(samples.length / 3))
  const slope = median(late.flatMap((a, n) => late.slice(n + 1).map((b) => (b[of] - a[of]) / (b.at - a.at))))
  const [second, last] = [middle(quarter(1)), middle(quarter(3))]
  return {
    slope,
    second,
    last,
    highest: Math.max(...samples.map((sample) => sample[of])),
    // Written so that a figure that is missing counts as growth.
    grows: !(slope < MOST_SLOPE && last <= MOST_RATIO * second),
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const at = (n: number) => sorted[n] ?? NaN
  return Number.isInteger(half) ? (at(half - 1) + at(half)) / 2 : at(Math.floor(half))
}
