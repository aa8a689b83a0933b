import { resized } from './resized.ts'

/** Pairs as columns, `a` before `b` in the order of the entities that were asked for. */
export interface Pairs {
  size: number
  a: Int32Array
  b: Int32Array
  units: Float64Array
  articles: Uint32Array
}

/** Pairs while they are found. */
export class PairColumns {
  #pairs: Pairs = {
    size: 0,
    a: new Int32Array(64),
    b: new Int32Array(64),
    units: new Float64Array(64),
    articles: new Uint32Array(64),
  }

  push(a: number, b: number, units: number, articles: number): void {
    const pairs = this.#pairs
    if (pairs.size === pairs.a.length) this.#resize(pairs.size * 2)
    pairs.a[pairs.size] = a
    pairs.b[pairs.size] = b
    pairs.units[pairs.size] = units
    pairs.articles[pairs.size] = articles
    pairs.size += 1
  }

  pairs(): Pairs {
    this.#resize(this.#pairs.size)
    return this.#pairs
  }

  #resize(length: number): void {
    const pairs = this.#pairs
    pairs.a = resized(pairs.a, length)
    pairs.b = resized(pairs.b, length)
    pairs.units = resized(pairs.units, length)
    pairs.articles = resized(pairs.articles, length)
  }
}
