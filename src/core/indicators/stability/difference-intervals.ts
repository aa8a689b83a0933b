/** How sure the differences between the Shares of some entities are: both Shares are counted on the same re-sampled articles. */
import { UNITS } from '../../counting/constants.ts'
import type { Interval } from './intervals.ts'
import { interval95 } from './intervals.ts'
import { acceleration, STEPS } from './moments.ts'
import { LANES } from './poisson-weight.ts'
import type { BandOptions, Steps } from './ranking-bands.ts'
import type { Parts } from './replicates.ts'
import { Replicates } from './replicates.ts'

/**
 * By entity, the 95 % interval of its Share less that of entity 0, in articles; of entity 0 itself [0, 0]. Articles that
 * both share in weigh in both, so the interval is narrower than those of the two Shares would have it.
 */
export function* differenceIntervals(parts: Parts, { seed, replicates }: BandOptions): Steps<Interval[]> {
  const { entities } = parts
  const drawn = new Replicates(parts, seed)
  const differences = Array.from({ length: entities }, () => new Float64Array(replicates))
  for (let first = 0; first < replicates; first += LANES) {
    const { units } = drawn.block(first)
    differences.forEach((own, e) => {
      for (let lane = 0; lane < LANES && first + lane < replicates; lane++)
        own[first + lane] = ((units[e * LANES + lane] as number) - (units[lane] as number)) / UNITS
    })
    yield Math.min(first + LANES, replicates)
  }
  const skews = skewsOf(parts)
  return differences.map((own, e) => interval95(own.sort(), skews[e] as number))
}

/** Acceleration of each difference: an article that stands in a sample once more adds the difference of its parts. */
function skewsOf({ keys, start, entity, units, entities }: Parts): number[] {
  const second = new Float64Array(entities)
  const third = new Float64Array(entities)
  const own = new Float64Array(entities)
  for (let i = 0; i < keys.length; i++) {
    own.fill(0)
    for (let j = start[i] as number; j < (start[i + 1] as number); j++)
      own[entity[j] as number] = Math.round(((units[j] as number) * STEPS) / UNITS)
    for (let e = 1; e < entities; e++) {
      const difference = (own[e] as number) - (own[0] as number)
      second[e] = (second[e] as number) + difference * difference
      third[e] = (third[e] as number) + difference * difference * difference
    }
  }
  return Array.from(second, (sum, e) => acceleration(sum, third[e] as number))
}
