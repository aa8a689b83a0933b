/**
 * Whether a series of samples grows. Memory of a process that collects its garbage goes up and down by a third, in waves of ten
 * minutes: what grows lifts where it falls back to, and where it climbs to. Slope and median follow the waves, and are told only.
 */
import type { Sample } from './measure.ts'

export interface Growth {
  /** MiB a minute over the last two thirds: the median of the slopes between all pairs (Theil and Sen). */
  slope: number
  /** Of the second and of the last quarter: a tenth of the samples lies below the floor, a tenth above the ceiling. */
  floor: [second: number, last: number]
  ceiling: [second: number, last: number]
  highest: number
  /** The last floor or the last ceiling is more than 3 % above that of the second quarter. */
  grows: boolean
}

export const MOST_RATIO = 1.03

export function growthOf(samples: readonly Sample[], of: 'rss' | 'pss'): Growth {
  const values = (n: number) => quarter(samples, n).map((sample) => sample[of])
  const pair = (share: number): [number, number] => [quantile(values(1), share), quantile(values(3), share)]
  const late = samples.slice(Math.floor(samples.length / 3))
  const [floor, ceiling] = [pair(0.1), pair(0.9)]
  // Written so that a figure that is missing counts as growth.
  const holds = ([second, last]: [number, number]) => last <= MOST_RATIO * second
  return {
    slope: median(late.flatMap((a, n) => late.slice(n + 1).map((b) => (b[of] - a[of]) / (b.at - a.at)))),
    ...{ floor, ceiling },
    highest: Math.max(...samples.map((sample) => sample[of])),
    grows: !(holds(floor) && holds(ceiling)),
  }
}

/** @param n from 0 */
export const quarter = (samples: readonly Sample[], n: number): Sample[] =>
  samples.slice(Math.floor((samples.length * n) / 4), Math.floor((samples.length * (n + 1)) / 4))

/** @param share of the values that lie below, 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const at = (n: number) => sorted[n] ?? NaN
  return Number.isInteger(half) ? (at(half - 1) + at(half)) / 2 : at(Math.floor(half))
}
