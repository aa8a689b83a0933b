/**
 * Hashes of all coordinates, to the last bit, which every engine must reach: the unit tests compare them in Node,
 * the journeys in a browser's worker. They change only with the algorithm, together with VERSION in layout-key.ts.
 */
import type { LayoutName } from '../../../../shared/contract/drawings.ts'
import { NETWORK_FRAME } from '../frame.ts'
import type { Graph } from '../graph.ts'
import { toGraph } from '../graph.ts'
import { testNetwork } from '../test-network.ts'
import { Digest } from './digest.ts'
import { layoutGraph } from './layout-graph.ts'
import { radiiFor } from './scales.ts'

export interface GoldenCase {
  nodes: number
  layout: LayoutName
  /** From the positions of a network of another year. */
  warm?: boolean
  hash: string
}

export const GOLDEN: readonly GoldenCase[] = [
  { nodes: 5, layout: 'force', hash: '5440f0c64fac1b1f' },
  { nodes: 20, layout: 'force', hash: 'a89e760b55bfd4c3' },
  { nodes: 50, layout: 'force', hash: '69d7d4dc7d9ca3f6' },
  { nodes: 200, layout: 'force', hash: 'bda65363ec8a77d2' },
  { nodes: 1000, layout: 'force', hash: '0e2ce5199a2a3318' },
  { nodes: 5000, layout: 'force', hash: 'aa645a0fa91c9772' },
  { nodes: 50, layout: 'force', warm: true, hash: 'd339644b9dc3863e' },
  { nodes: 50, layout: 'circle', hash: '615bfb1c7b2ba382' },
  { nodes: 200, layout: 'circle', hash: '187da122ec01cbdc' },
  { nodes: 50, layout: 'concentric', hash: '9cf9e0d15352d84d' },
]

/** Half of the nodes have a place in a grid. */
function earlierPlaces({ ids }: Graph): Float64Array {
  return Float64Array.from({ length: 2 * ids.length }, (_, k) => {
    const i = k >> 1
    if (i % 2 === 1) return NaN
    return k % 2 === 0 ? 100 + 80 * (i % 10) : 100 + 70 * Math.floor(i / 10)
  })
}

/** What `hash` should be. */
export function hashOf({ nodes, layout, warm = false }: Omit<GoldenCase, 'hash'>): string {
  const graph = toGraph(testNetwork(nodes, 1))
  const { r } = radiiFor(graph.share)
  const options = { layout, seed: 1, plot: NETWORK_FRAME.plot }
  const start = warm ? { start: earlierPlaces(graph) } : {}
  return new Digest().exact(layoutGraph(graph, r, { ...options, ...start })).hex()
}
