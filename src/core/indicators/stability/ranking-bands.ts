/**
 * How far Shares and ranks of a year would move if its articles were drawn anew: a bootstrap over articles with Poisson
 * weights, so that the size of the index varies with them.
 */
import { UNITS } from '../../counting/constants.ts'
import type { Interval } from './intervals.ts'
import { interval95, middle95, overlapping } from './intervals.ts'
import { momentsOf, skewOfShare } from './moments.ts'
import { LANES } from './poisson-weight.ts'
import { Ranker } from './ranks.ts'
import type { Parts } from './replicates.ts'
import { Replicates } from './replicates.ts'

/** Values that are held at a time, of all judged entities and replicates: about 160 MB. */
export const MOST_VALUES = 10_000_000

const ENTITIES_A_STEP = 50

/** The ranks that count as the top. */
const TOP = 10

/** Of one entity. */
export interface Band {
  /** 95 % interval of the Share, in articles. */
  share: Interval
  /** 95 % interval of the rank among all entities; it holds the rank itself. */
  rank: Interval
  /** Part of the replicates in which it is among the first ten, in percent. */
  topTenPct: number
  /** Whether the interval of its rank has a place in common with another's, so that the order of the two may be chance. */
  tie: boolean
  /**
   * The smallest difference that is one, in articles: half the width of the 95 % interval of the difference of its Share
   * and that of the next entity, both counted on the same articles in each replicate. The order of the two is no chance
   * where their Shares are further apart. Null of the last.
   */
  leastDifference: number | null
}

export interface BandOptions {
  seed: number
  replicates: number
}

/** After each block of replicates: how many are done. */
export type Steps<T> = Generator<number, T, void>

/** Takes all steps at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/**
 * Bands of the first entities, as many as memory allows (`MOST_VALUES`); all count in the ranks.
 * @param parts of all articles of the ranking, entities numbered in order of rank
 * @param ranks by entity
 */
export function* rankingBands(parts: Parts, ranks: ArrayLike<number>, options: BandOptions): Steps<Band[]> {
  const judged = Math.min(parts.entities, Math.floor(MOST_VALUES / options.replicates))
  const values = yield* drawAll(parts, judged, options)
  const moments = momentsOf(parts)
  const own = (e: number) => values.units.subarray(e * options.replicates, (e + 1) * options.replicates)
  const bands: Band[] = []
  for (let e = 0; e < judged; e++) {
    // Ends take a while for thousands of entities: a caller may stop here too.
    if (e % ENTITIES_A_STEP === ENTITIES_A_STEP - 1) yield options.replicates
    const ofRank = values.ranks.subarray(e * options.replicates, (e + 1) * options.replicates).sort()
    const [low, high] = middle95(ofRank)
    const inTop = ofRank.findIndex((rank) => rank > TOP)
    // The difference is formed before either row of replicates is put in order.
    const leastDifference = e + 1 < judged ? halfWidth(own(e), own(e + 1)) : null
    const [from, to] = interval95(own(e).sort(), skewOfShare(moments, e))
    bands.push({
      share: [from / UNITS, to / UNITS],
      rank: [Math.min(low, ranks[e] as number), Math.max(high, ranks[e] as number)],
      topTenPct: (100 * (inTop < 0 ? ofRank.length : inTop)) / options.replicates,
      tie: false,
      leastDifference,
    })
  }
  const tied = overlapping(bands.map(({ rank }) => rank))
  return bands.map((band, e) => ({ ...band, tie: tied[e] as boolean }))
}

/** Units and ranks by entity and replicate. */
interface Values {
  units: Float64Array
  ranks: Uint32Array
}

function* drawAll(parts: Parts, judged: number, { seed, replicates }: BandOptions): Steps<Values> {
  const values: Values = {
    units: new Float64Array(judged * replicates),
    ranks: new Uint32Array(judged * replicates),
  }
  const drawn = new Replicates(parts, seed)
  const ranker = new Ranker(parts.entities)
  const ranks = new Uint32Array(judged)
  for (let first = 0; first < replicates; first += LANES) {
    const { units } = drawn.block(first)
    // Lanes beyond the last replicate fill up the block and are not looked at.
    for (let lane = 0; lane < LANES && first + lane < replicates; lane++) {
      ranker.rank(ranks, units, lane)
      for (let e = 0; e < judged; e++) {
        values.units[e * replicates + first + lane] = units[e * LANES + lane] as number
        values.ranks[e * replicates + first + lane] = ranks[e] as number
      }
    }
    yield Math.min(first + LANES, replicates)
  }
  return values
}

/** In articles. */
function halfWidth(a: Float64Array, b: Float64Array): number {
  const [low, high] = interval95(a.map((value, i) => value - (b[i] as number)).sort(), 0)
  return (high - low) / 2 / UNITS
}
