/** Pairs of institutions within a metropolitan area or a city. */
import { contributionArrays, nodeMaps, nodesOf } from '../../articles/node-maps.ts'
import { storedPairs } from '../../articles/stored-pairs.ts'
import type { OpenDataset } from '../../context.ts'
import { pairsAmong } from '../../counting/collaboration.ts'
import type { Pairs } from '../../counting/pair-columns.ts'
import type { Period } from './collaborating.ts'
import { filterOf } from './collaborating.ts'
import { institutionsOf, metrosOf } from './index-names.ts'
import { Lru } from '../../lru.ts'
import { sumsOf } from './parts.ts'

/** What counts as a city. */
export type Area = 'metro' | 'city'

/** Pairs of all kept answers together: about 20 MB. */
const MOST_KEPT = 1_000_000

/**
 * Pairs among the institutions with a node in the area, by what they have there. The last few answers are kept.
 * @param entity of metropolitan areas its number among them, then that of the cities (`namesOf`)
 */
export function pairsWithin(dataset: OpenDataset, area: Area, entity: number, period: Period): Pairs {
  const kept = dataset.memo('pairs-within', () => new Lru<Pairs>(MOST_KEPT, ({ size }) => size + 1))
  const { subject, from, to } = period
  return kept.get(`${area}/${entity}/${subject}/${from}/${to}`, () => {
    const { institution } = nodeMaps(dataset)
    const own = new Int32Array(institution.length).fill(-1)
    const members = new Set<number>()
    for (const node of nodesIn(dataset, area, entity)) {
      const member = institution[node] as number
      own[node] = member
      if (member >= 0) members.add(member)
    }
    // In order of Share: of pairs alike that of the larger ones comes first.
    const { units } = sumsOf(dataset, 'institution', institutionsOf(dataset).length, period)
    const inOrder = [...members].sort((a, b) => (units[b] as number) - (units[a] as number) || a - b)
    if (dataset.plan) return storedPairs(dataset, 'institution', inOrder, filterOf(period))
    return pairsAmong(contributionArrays(dataset), own, inOrder, filterOf(period))
  })
}

function nodesIn(dataset: OpenDataset, area: Area, entity: number): Uint32Array {
  if (area === 'city') return nodesOf(dataset, 'city', entity)
  const areas = metrosOf(dataset).length
  return entity < areas ? nodesOf(dataset, 'metro', entity) : nodesOf(dataset, 'city', entity - areas)
}
