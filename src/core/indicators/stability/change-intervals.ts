/**
 * How sure changes between two years are: the articles of both years are drawn anew, each by its own weight, and adjusted
 * Shares, the number N of articles of either year included, are formed again in each replicate.
 */
import { UNITS } from '../../counting/constants.ts'
import type { Interval } from './intervals.ts'
import { interval95 } from './intervals.ts'
import type { Moments } from './moments.ts'
import { acceleration, momentsOf } from './moments.ts'
import { LANES } from './poisson-weight.ts'
import type { BandOptions, Steps } from './ranking-bands.ts'
import type { Block, Parts } from './replicates.ts'
import { Replicates } from './replicates.ts'

export interface ChangeInterval {
  /** 95 % interval of the change of adjusted Share, in articles. */
  change: Interval
  /** 95 % interval of the change in percent; null where the first year's Share is 0, as there is no percentage of it. */
  changePct: Interval | null
}

/**
 * @param before every article of the index in the first year, parts of those of the subject alone; entities are numbered
 *   alike in both years
 * @param base N of the base year: what both Shares are adjusted to
 */
export function* changeIntervals(
  before: Parts,
  after: Parts,
  base: number,
  { seed, replicates }: BandOptions,
): Steps<ChangeInterval[]> {
  const { entities } = before
  const drawn = { before: new Replicates(before, seed), after: new Replicates(after, seed) }
  const earlier = new Float64Array(entities * replicates)
  const later = new Float64Array(entities * replicates)
  for (let first = 0; first < replicates; first += LANES) {
    fill(earlier, drawn.before.block(first), { first, replicates, base })
    fill(later, drawn.after.block(first), { first, replicates, base })
    yield Math.min(first + LANES, replicates)
  }
  const moments = { before: momentsOf(before), after: momentsOf(after) }
  return Array.from({ length: entities }, (_, e): ChangeInterval => {
    const from = earlier.subarray(e * replicates, (e + 1) * replicates)
    const to = later.subarray(e * replicates, (e + 1) * replicates)
    const a = centred(moments.before, before.keys.length, e)
    const b = centred(moments.after, after.keys.length, e)
    return {
      change: interval95(to.map((value, i) => value - (from[i] as number)).sort(), skew(a, b, 1, 1)),
      changePct: a.sum === 0 ? null : percentInterval(from, to, skew(a, b, 1 / a.sum, 1 / (b.sum || 1))),
    }
  })
}

/** Of one entity and year: its adjusted Share and the powers of what each article adds to it, in no particular unit. */
interface Centred {
  sum: number
  second: number
  third: number
}

/** An article in which the entity has no part lowers its part of N; the powers count these articles too. */
function centred(moments: Moments, articles: number, e: number): Centred {
  if (articles === 0) return { sum: 0, second: 0, third: 0 }
  const [first, second, third] = [moments.first[e] ?? 0, moments.second[e] ?? 0, moments.third[e] ?? 0]
  const mean = first / articles
  return {
    sum: mean,
    second: (second - first * mean) / articles / articles,
    third: (third - 3 * mean * second + 2 * first * mean * mean) / articles / articles / articles,
  }
}

/**
 * Acceleration of `later · b − earlier · a`. It is that of a ratio too: a replicate's ratio is below the one found where
 * such a difference is below 0.
 */
function skew(earlier: Centred, later: Centred, a: number, b: number): number {
  return acceleration(
    earlier.second * a * a + later.second * b * b,
    later.third * b ** 3 - earlier.third * a ** 3,
  )
}

/** Null where replicates without any article of the first year reach into the interval: nothing bounds it above. */
function percentInterval(from: Float64Array, to: Float64Array, skewness: number): Interval | null {
  const sorted = to
    .map((value, i) => (from[i] === 0 ? Infinity : 100 * (value / (from[i] as number) - 1)))
    .sort()
  const [low, high] = interval95(sorted, skewness)
  return Number.isFinite(low) && Number.isFinite(high) ? [low, high] : null
}

/** Adjusted Shares of LANES replicates: Share ÷ N · N of the base year, Share and N both of the replicate. */
function fill(
  into: Float64Array,
  { units, weight }: Block,
  { first, replicates, base }: { first: number; replicates: number; base: number },
): void {
  const entities = units.length / LANES
  for (let lane = 0; lane < LANES && first + lane < replicates; lane++) {
    const articles = weight[lane] as number
    const scale = articles === 0 ? 0 : base / articles / UNITS
    for (let e = 0; e < entities; e++) {
      into[e * replicates + first + lane] = (units[e * LANES + lane] as number) * scale
    }
  }
}
