/** Sums of powers of the parts that entities have in articles: what the skewness of a Share is computed from. */
import { UNITS } from '../../counting/constants.ts'
import type { Parts } from './replicates.ts'

/** By entity. Parts are taken in 1,024ths of an article, so that the sums are whole numbers and exact in any order. */
export interface Moments {
  articles: Uint32Array
  first: Float64Array
  second: Float64Array
  third: Float64Array
}

/** Of an article. */
export const STEPS = 1024

export function momentsOf({ keys, start, entity, units, entities }: Parts): Moments {
  const moments: Moments = {
    articles: new Uint32Array(entities),
    first: new Float64Array(entities),
    second: new Float64Array(entities),
    third: new Float64Array(entities),
  }
  const size = start[keys.length] ?? 0
  for (let j = 0; j < size; j++) {
    const e = entity[j] as number
    const part = Math.round(((units[j] as number) * STEPS) / UNITS)
    moments.articles[e] = (moments.articles[e] as number) + 1
    moments.first[e] = (moments.first[e] as number) + part
    moments.second[e] = (moments.second[e] as number) + part * part
    moments.third[e] = (moments.third[e] as number) + part * part * part
  }
  return moments
}

/** Acceleration of a Share, for `interval95`: an article that stands in a sample once more adds its part. */
export function skewOfShare(moments: Moments, entity: number): number {
  return acceleration(moments.second[entity] as number, moments.third[entity] as number)
}

/** ⅙ Σl³ ÷ (Σl²)^1.5. */
export function acceleration(second: number, third: number): number {
  return second > 0 ? third / (6 * second * Math.sqrt(second)) : 0
}
