import type { Pairs } from './pair-columns.ts'
import { PairColumns } from './pair-columns.ts'

/** Larger sets would take more than 13 MB for their sums. */
export const MOST_MEMBERS = 1448

/** Sums of each pair of members, the later one first. */
export class Triangle {
  readonly #units: Float64Array
  readonly #articles: Uint32Array
  /** By member: place of its pair with the first. */
  readonly #row: Uint32Array

  constructor(members: number) {
    const pairs = (members * (members - 1)) / 2
    this.#units = new Float64Array(pairs)
    this.#articles = new Uint32Array(pairs)
    this.#row = Uint32Array.from({ length: members }, (_, member) => (member * (member - 1)) / 2)
  }

  /** Adds an article of several members. */
  add(here: Int16Array, size: number, unitsHere: Uint32Array): void {
    for (let p = 1; p < size; p++) {
      const one = here[p] as number
      const unitsOfOne = unitsHere[one] as number
      const row = this.#row[one] as number
      for (let q = 0; q < p; q++) {
        const other = here[q] as number
        const at = other < one ? row + other : (this.#row[other] as number) + one
        this.#units[at]! += unitsOfOne + (unitsHere[other] as number)
        this.#articles[at]! += 1
      }
    }
  }

  pairs(set: readonly number[]): Pairs {
    const found = new PairColumns()
    for (let later = 1, at = 0; later < set.length; later++) {
      for (let earlier = 0; earlier < later; earlier++, at++) {
        const articles = this.#articles[at] as number
        if (articles === 0) continue
        found.push(set[earlier] as number, set[later] as number, this.#units[at] as number, articles)
      }
    }
    return found.pairs()
  }
}
