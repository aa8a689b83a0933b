/** Numbers of a network as the lens is asked for them: in a city's network an institution counts by what it has there. */
import type { Drawing } from '../../../../shared/contract/drawings.ts'
import type { NetworkMeasureId } from '../../../../shared/measures/by-id.ts'
import { isOfNetwork } from '../../../../shared/measures/by-id.ts'
import type { WhyFigure } from '../../stores/useWhy.ts'

export type NodeKind = 'institution' | 'city'
type Drawn = Pick<Drawing, 'filters'>

/** A number of a node over the years of the network. */
export function nodeFigure(
  { filters }: Drawn,
  kind: NodeKind,
  id: string,
  measure: 'share' | 'count' | NetworkMeasureId = 'share',
): WhyFigure {
  const { city, subject, from, to } = filters
  const asked = { subject, from, to, measure }
  // Its place in the network is the node's own, whatever it has elsewhere.
  return city === null || isOfNetwork(measure)
    ? { kind, id, ...asked }
    : { kind: 'city', id: city, path: [{ by: 'institution', id }], ...asked }
}

/** Score, or joint articles, of two nodes. */
export function pairFigure(
  { filters }: Drawn,
  kind: NodeKind,
  [id, partner]: readonly [string, string],
  measure: 'score' | 'count' = 'score',
): WhyFigure {
  const { city, subject, from, to } = filters
  const path = city === null ? [] : [{ by: 'city' as const, id: city }]
  return { kind, id, partner, subject, from, to, measure, path }
}
