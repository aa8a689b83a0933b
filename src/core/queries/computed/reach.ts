/** Reach of collaboration in an index: of all entities of a kind, and of one of them. */
import type { EntityName } from '../../../shared/contract/common.ts'
import { contributionArrays, nodeMaps } from '../../articles/node-maps.ts'
import type { OpenDataset } from '../../context.ts'
import { largest, nodesByEntity } from '../../counting/article-nodes.ts'
import { articlesOfYears, finderOf } from '../../counting/own-articles.ts'
import type { CollaborationReach, NodePlaces } from '../../indicators/collaboration-reach.ts'
import { collaborationReach, ReachReader, toReach } from '../../indicators/collaboration-reach.ts'
import { metrosOf } from './index-names.ts'
import { Lru } from '../../lru.ts'

/** Entities of all kept answers together: about 30 MB. */
const MOST_KEPT = 200_000

export interface Level {
  places: NodePlaces
  level: keyof NodePlaces
}

/** Metropolitan areas stand for the cities in them; the others stand for themselves, numbered behind the areas. */
export function levelOf(dataset: OpenDataset, by: EntityName): Level {
  const { institution, city, region, metro } = nodeMaps(dataset)
  const places = { institution, city, country: region }
  if (by !== 'metro') return { places, level: by }
  return dataset.memo('reach/metro-level', () => {
    const areas = metrosOf(dataset).length
    const own = Int32Array.from(city, (number, node) =>
      (metro[node] as number) >= 0 ? (metro[node] as number) : number < 0 ? -1 : areas + number,
    )
    return { places: { ...places, city: own }, level: 'city' as const }
  })
}

/**
 * By number of the entity, of those with an article in the subject and year; one walk through the articles of the year. Of an
 * index that an engine counted none is known.
 */
export function reachOfAll(
  dataset: OpenDataset,
  by: EntityName,
  subject: number,
  year: number,
): ReadonlyMap<number, CollaborationReach> {
  if (dataset.plan) return new Map()
  const kept = dataset.memo(
    'reach',
    () => new Lru<ReadonlyMap<number, CollaborationReach>>(MOST_KEPT, ({ size }) => size),
  )
  return kept.get(`${by}/${subject}/${year}`, () => {
    const { places, level } = levelOf(dataset, by)
    const sums = sumReach(dataset, { places, level }, subject, year)
    return new Map([...sums].map(([entity, found]) => [entity, toReach(found, found.articles, level)]))
  })
}

interface ReachSums {
  articles: number
  international: number
  domestic: number
  local: number
}

function sumReach(
  dataset: OpenDataset,
  { places, level }: Level,
  subject: number,
  year: number,
): Map<number, ReachSums> {
  const { start, node, year: years, subjects, inOrderOfYear } = contributionArrays(dataset)
  const owner = places[level]
  const [from, to] = inOrderOfYear ? articlesOfYears(years, year, year) : [0, years.length]
  const bits = subject === 0 ? 0 : 1 << (subject - 1)
  const reader = new ReachReader(places, level)
  const found = new Map<number, ReachSums>()
  /** By entity: the last article in which it was met, counted from 1. */
  const met = new Uint32Array(largest(owner) + 1)
  for (let x = from; x < to; x++) {
    if (years[x] !== year || (bits !== 0 && ((subjects[x] as number) & bits) === 0)) continue
    const [first, end] = [start[x] as number, start[x + 1] as number]
    for (let i = first; i < end; i++) {
      const entity = owner[node[i] as number] as number
      if (entity < 0 || met[entity] === x + 1) continue
      met[entity] = x + 1
      let sums = found.get(entity)
      if (!sums) found.set(entity, (sums = { articles: 0, international: 0, domestic: 0, local: 0 }))
      sums.articles += 1
      reader.add(node, first, end, entity, sums)
    }
  }
  return found
}

/** Of one entity, from its own articles; null where those are elsewhere. */
export function reachOfOne(
  dataset: OpenDataset,
  by: EntityName,
  entity: number,
  subject: number,
  year: number,
): CollaborationReach | null {
  if (dataset.plan) return null
  const { places, level } = levelOf(dataset, by)
  const arrays = contributionArrays(dataset)
  const { start, nodes } = dataset.memo(`reach/nodes/${by}`, () => nodesByEntity(places[level]))
  const own = nodes.subarray(start[entity] ?? 0, start[entity + 1] ?? 0)
  const found = finderOf(arrays).find(own, { subjectBit: subject, yearFrom: year, yearTo: year })
  return collaborationReach(arrays, places, level, entity, found.articles.slice(0, found.size))
}
