/** Pairs in order of their scores, of which only what is asked for is put in order. */
import type { Pairs } from '../../counting/collaboration.ts'
import { toShare } from '../../counting/exact.ts'
import { selectFirst } from '../../counting/select-first.ts'

/** A pair before its names are looked up. */
export interface ScoredPair {
  a: number
  b: number
  units: number
  articles: number
}

/** Places in the columns of the pairs whose score is `least` or more, and whose ends are wanted. */
export function placesFrom(
  { size, a, b, units }: Pairs,
  least: number,
  wanted?: (a: number, b: number) => boolean,
): Uint32Array {
  const places = Uint32Array.from({ length: size }, (_, i) => i)
  if (least <= 0 && !wanted) return places
  return places.filter(
    (i) =>
      (least <= 0 || toShare(units[i] as number) >= least) &&
      (wanted?.(a[i] as number, b[i] as number) ?? true),
  )
}

/**
 * Highest score first; equal ones by joint articles, then in the order found, which is that of Share.
 * @param places of the pairs to choose from; their order is changed
 */
export function rankedPairs(pairs: Pairs, places: Uint32Array, offset = 0, to = Infinity): ScoredPair[] {
  const { a, b, units, articles } = pairs
  const compare = (x: number, y: number) =>
    (units[y] as number) - (units[x] as number) || (articles[y] as number) - (articles[x] as number) || x - y
  const end = Math.min(places.length, to)
  if (end < places.length) selectFirst(places, places.length, end, compare)
  return Array.from(places.subarray(0, end).sort(compare).subarray(offset), (i) => ({
    a: a[i] as number,
    b: b[i] as number,
    units: units[i] as number,
    articles: articles[i] as number,
  }))
}

/** All pairs, in that order. */
export function byScore(pairs: Pairs): ScoredPair[] {
  return rankedPairs(pairs, placesFrom(pairs, 0))
}
