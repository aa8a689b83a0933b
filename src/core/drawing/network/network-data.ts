/** The rows that a network is drawn from, by the query of its kind. */
import type { NetworkRequest } from '../../../shared/contract/drawings.ts'
import type { NetworkData } from '../../../shared/contract/networks.ts'
import type { ReaderContext } from '../../context.ts'
import { Lru } from '../../lru.ts'
import { cityNetwork, egoNetwork, institutionNetwork } from '../../queries/computed/networks.ts'

/** Edges kept of the networks asked for last. */
const MOST_EDGES = 200_000

/** What a node of the network is. */
export type NodeKind = 'institution' | 'city'

/** @throws AppError not-computed, city-unknown, city-ambiguous, institution-unknown, region-unknown, year-unknown … */
export function networkData(request: NetworkRequest, context: ReaderContext): NetworkData {
  const dataset = context.open(request.input.dataset)
  // The same network is asked for again with each change of labels, colours, pins or language.
  const asked = dataset.memo(
    'network-data',
    () => new Lru<NetworkData>(MOST_EDGES, ({ edges }) => edges.length),
  )
  return asked.get(JSON.stringify(request), () => fetchData(request, context))
}

function fetchData(request: NetworkRequest, context: ReaderContext): NetworkData {
  if (request.of === 'cities') return cityNetwork(request.input, context)
  if (request.of === 'ego') return egoNetwork(request.input, context)
  return institutionNetwork(request.input, context)
}

export function nodeKindOf(request: NetworkRequest): NodeKind {
  if (request.of === 'ego') return request.input.kind
  return request.of === 'cities' ? 'city' : 'institution'
}

/** The same network over another period. */
export function overPeriod(request: NetworkRequest, period: { from: number; to: number }): NetworkRequest {
  return { ...request, input: { ...request.input, ...period } } as NetworkRequest
}
