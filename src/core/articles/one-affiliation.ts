/** Which of an author's affiliations are one, now that it is known what they name. */
import type { EntityMaps } from './entities.ts'

export type Distinct = (nodes: readonly number[]) => number[]

/**
 * Affiliations of one author to one institution are one, however they are written, unless they name cities that differ:
 * those are as many as there are cities. One without a city is any that does not contradict it. Places without an
 * institution are one where city and country are. Of several nodes that are one the first by `compare` stands for all.
 */
export function distinctAffiliations(
  { institution, city, region }: Pick<EntityMaps, 'institution' | 'city' | 'region'>,
  compare: (a: number, b: number) => number,
): Distinct {
  const at = (map: Int32Array, node: number) => map[node] ?? -1
  const keyOf = (node: number): string => {
    const [own, place, country] = [at(institution, node), at(city, node), at(region, node)]
    if (own < 0 && place < 0 && country < 0) return `node ${node}`
    return place < 0 ? `${own} in country ${country}` : `${own} in ${place}`
  }
  /** Whether another affiliation to the same institution says all that this one does, and its city besides. */
  const isVague = (node: number, others: readonly number[]): boolean => {
    if (at(institution, node) < 0 || at(city, node) >= 0) return false
    const country = at(region, node)
    return others.some(
      (other) =>
        at(institution, other) === at(institution, node) &&
        (at(city, other) >= 0
          ? country < 0 || at(region, other) < 0 || at(region, other) === country
          : country < 0 && at(region, other) >= 0),
    )
  }
  return (nodes) => {
    if (nodes.length < 2) return [...nodes]
    const first = new Map<string, number>()
    for (const node of nodes) {
      if (isVague(node, nodes)) continue
      const key = keyOf(node)
      const known = first.get(key)
      if (known === undefined || compare(node, known) < 0) first.set(key, node)
    }
    return [...first.values()]
  }
}
