/** Reach of collaboration in an index: of all entities of a kind, and of one of them. */
import type { EntityName } from '../../../shared/contract/common.ts'
import { articleArrays } from '../../articles/csr.ts'
import { contributionArrays, nodeMaps } from '../../articles/node-maps.ts'
import type { OpenDataset } from '../../context.ts'
import { nodesByEntity } from '../../counting/article-nodes.ts'
import { finderOf } from '../../counting/own-articles.ts'
import type { CollaborationReach, NodePlaces } from '../../indicators/collaboration-reach.ts'
import { collaborationReach, reachOfArticle, toReach } from '../../indicators/collaboration-reach.ts'
import { metrosOf } from './index-names.ts'
import { Lru } from './lru.ts'

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

/** By number of the entity, of those with an article in the subject and year; one walk through the articles of the year. */
export function reachOfAll(
  dataset: OpenDataset,
  by: EntityName,
  subject: number,
  year: number,
): ReadonlyMap<number, CollaborationReach> {
  const kept = dataset.memo(
    'reach',
    () => new Lru<ReadonlyMap<number, CollaborationReach>>(MOST_KEPT, ({ size }) => size),
  )
  return kept.get(`${by}/${subject}/${year}`, () => {
    const { places, level } = levelOf(dataset, by)
    const { start, node, year: years, subjects } = articleArrays(dataset)
    const found = new Map<
      number,
      { articles: number; international: number; domestic: number; local: number }
    >()
    for (let x = 0; x < years.length; x++) {
      if (years[x] !== year || (subject > 0 && ((subjects[x] as number) & (1 << (subject - 1))) === 0))
        continue
      const nodes = node.subarray(start[x], start[x + 1])
      for (const entity of new Set(Array.from(nodes, (q) => places[level][q] as number))) {
        if (entity < 0) continue
        let sums = found.get(entity)
        if (!sums) found.set(entity, (sums = { articles: 0, international: 0, domestic: 0, local: 0 }))
        const reach = reachOfArticle(nodes, places, level, entity)
        sums.articles += 1
        sums.international += Number(reach.international)
        sums.domestic += Number(reach.domestic)
        sums.local += Number(reach.local)
      }
    }
    return new Map([...found].map(([entity, sums]) => [entity, toReach(sums, sums.articles, level)]))
  })
}

/** Of one entity, from its own articles. */
export function reachOfOne(
  dataset: OpenDataset,
  by: EntityName,
  entity: number,
  subject: number,
  year: number,
): CollaborationReach {
  const { places, level } = levelOf(dataset, by)
  const arrays = contributionArrays(dataset)
  const { start, nodes } = dataset.memo(`reach/nodes/${by}`, () => nodesByEntity(places[level]))
  const own = nodes.subarray(start[entity] ?? 0, start[entity + 1] ?? 0)
  const found = finderOf(arrays).find(own, { subjectBit: subject, yearFrom: year, yearTo: year })
  return collaborationReach(arrays, places, level, entity, found.articles.slice(0, found.size))
}
