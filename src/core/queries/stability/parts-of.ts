/** The articles of an index as re-samples want them. */
import type { EntityName } from '../../../shared/contract/common.ts'
import { articleKeys } from '../../articles/article-keys.ts'
import { articleArrays } from '../../articles/csr.ts'
import type { OpenDataset } from '../../context.ts'
import type { Parts } from '../../indicators/stability/replicates.ts'
import { levelOf } from '../computed/reach.ts'

export interface PartsQuestion {
  by: EntityName
  /** Number of the subject. */
  subject: number
  year: number
  /** Entities by their numbers in the index; those of the parts are places in this list. */
  entities: ArrayLike<number>
  /** Whether articles of other subjects stand in the list too, without parts: for N of the whole year. */
  allArticles?: boolean
}

/** Parts of the entities in the articles of a year and subject. Time: one walk through the articles of the year. */
export function partsOf(dataset: OpenDataset, question: PartsQuestion): Parts {
  const { subject, year, allArticles = false } = question
  const { start, node, units, year: years, subjects } = articleArrays(dataset)
  const keys = articleKeys(dataset)
  const placeOf = placesOfNodes(dataset, question)
  const { from, to } = stretchOf(years, year)
  const most = (start[to] as number) - (start[from] as number)
  const parts: Parts = {
    keys: new Uint32Array(to - from),
    start: new Uint32Array(to - from + 1),
    entity: new Uint32Array(most),
    units: new Uint32Array(most),
    entities: question.entities.length,
  }
  /** By entity: where its part of this article stands, where that is not before `begin`. */
  const at = new Int32Array(parts.entities).fill(-1)
  let articles = 0
  let end = 0
  for (let x = from; x < to; x++) {
    const counts = subject === 0 || ((subjects[x] as number) & (1 << (subject - 1))) !== 0
    if (!counts && !allArticles) continue
    parts.keys[articles] = keys[x] as number
    const begin = end
    for (let j = start[x] as number, last = counts ? (start[x + 1] as number) : j; j < last; j++) {
      const place = placeOf[node[j] as number] as number
      if (place < 0) continue
      if ((at[place] as number) < begin) {
        at[place] = end
        parts.entity[end++] = place
      }
      const own = at[place] as number
      parts.units[own] = (parts.units[own] as number) + (units[j] as number)
    }
    // What nobody asked for is in is drawn for N alone.
    if (end > begin || allArticles) parts.start[++articles] = end
  }
  return {
    ...parts,
    keys: parts.keys.subarray(0, articles),
    start: parts.start.subarray(0, articles + 1),
  }
}

/** By node: the place of its entity in the list, −1 where it has none. */
function placesOfNodes(dataset: OpenDataset, { by, entities }: PartsQuestion): Int32Array {
  const { places, level } = levelOf(dataset, by)
  const ofEntity = new Map(Array.from(entities, (entity, place) => [entity, place]))
  return places[level].map((entity) => ofEntity.get(entity) ?? -1)
}

/** Articles stand in order of their years. */
function stretchOf(years: Uint16Array, year: number): { from: number; to: number } {
  const from = years.indexOf(year)
  return from < 0 ? { from: 0, to: 0 } : { from, to: years.lastIndexOf(year) + 1 }
}
