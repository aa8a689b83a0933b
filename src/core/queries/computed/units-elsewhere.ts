/** What of an entity's Share lies in another region than its own, and is therefore no part of that region's. */
import type { EntityName } from '../../../shared/contract/common.ts'
import { denominatorOf } from '../../../shared/domain/scopes.ts'
import { contributionArrays, nodeMaps } from '../../articles/node-maps.ts'
import type { OpenDataset } from '../../context.ts'
import { cellOf } from './cells.ts'
import { namesOf } from './entity-space.ts'
import { countriesOf } from './index-names.ts'
import { Lru } from '../../lru.ts'

const MAPS = { institution: 'institution', city: 'city', metro: 'metro', country: 'region' } as const

/** Nodes that lie elsewhere than their entity's seat; few, so that most indexes need no walk through the articles. */
function strayNodes(dataset: OpenDataset, by: EntityName): readonly { node: number; id: string }[] {
  return dataset.memo(`stray-nodes/${by}`, () => {
    const maps = nodeMaps(dataset)
    const names = namesOf(dataset, by)
    const regions = countriesOf(dataset).map(({ id }) => denominatorOf(id))
    const stray: { node: number; id: string }[] = []
    maps[MAPS[by]].forEach((entity, node) => {
      const named = names[entity]
      const own = regions[maps.region[node] as number]
      if (named && own !== denominatorOf(named.region.id)) stray.push({ node, id: named.id })
    })
    return stray
  })
}

/** Units outside the region of each entity that has any, by id. @param subject number of the subject */
export function unitsElsewhere(
  dataset: OpenDataset,
  by: EntityName,
  subject: number,
  year: number,
): ReadonlyMap<string, number> {
  const kept = dataset.memo('units-elsewhere', () => new Lru<Map<string, number>>(500, () => 1))
  return kept.get(`${by}/${subject}/${year}`, () => {
    const found = new Map<string, number>()
    const stray = by === 'country' ? [] : strayNodes(dataset, by)
    if (stray.length === 0) return found
    if (dataset.plan) {
      // There each kind of affiliation is an institution by itself, or a country alone, which strays nowhere.
      const { institution } = nodeMaps(dataset)
      for (const { node, id } of stray) {
        const cell = cellOf(dataset, 'institution', institution[node] as number, subject, year)
        if (cell) found.set(id, (found.get(id) ?? 0) + cell.units)
      }
      return found
    }
    const arrays = contributionArrays(dataset)
    for (const { node, id } of stray) {
      let units = 0
      const end = arrays.nodeStart[node + 1] as number
      for (let i = arrays.nodeStart[node] as number; i < end; i++) {
        const article = arrays.nodeArticle[i] as number
        const counts = subject === 0 || ((arrays.subjects[article] as number) >> (subject - 1)) & 1
        if (counts && arrays.year[article] === year) units += arrays.nodeUnits[i] as number
      }
      if (units > 0) found.set(id, (found.get(id) ?? 0) + units)
    }
    return found
  })
}
