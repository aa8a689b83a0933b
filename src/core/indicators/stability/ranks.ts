import { UNITS } from '../../counting/constants.ts'
import { LANES } from './poisson-weight.ts'

/** Ranks of all entities in one replicate after another, by the rule of `rankByHundredths`. */
export class Ranker {
  readonly #hundredths: Float64Array
  readonly #sorted: Float64Array

  constructor(entities: number) {
    this.#hundredths = new Float64Array(entities)
    this.#sorted = new Float64Array(entities)
  }

  /**
   * 1 + the number of entities with a larger Share, for the first of them.
   * @param units of all entities, by entity and lane
   */
  rank(ranks: Uint32Array, units: Float64Array, lane: number): void {
    const hundredths = this.#hundredths
    for (let e = 0; e < hundredths.length; e++) {
      hundredths[e] = Math.round((100 * (units[e * LANES + lane] as number)) / UNITS)
    }
    const sorted = this.#sorted
    sorted.set(hundredths)
    sorted.sort()
    for (let e = 0; e < ranks.length; e++)
      ranks[e] = sorted.length - upTo(sorted, hundredths[e] as number) + 1
  }
}

/** How many of the sorted values are at most the value. */
function upTo(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const place = (low + high) >>> 1
    if ((sorted[place] as number) <= value) low = place + 1
    else high = place
  }
  return low
}
