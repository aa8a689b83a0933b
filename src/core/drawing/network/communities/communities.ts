import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import type { Graph } from '../graph.ts'
import { seededRandom } from '../layout/random.ts'
import { modularity } from './modularity.ts'

/** Runs of which the best is kept; of large networks fewer, as they take long and differ little. */
const RUNS = 10
const RUNS_OF_MANY = 3
const MANY = 1500

export interface Communities {
  /** One a node: from 0, by the clusters' total Share (largest first, ties by their first node). */
  cluster: Int32Array
  count: number
  /** Null for a network without edges. */
  modularity: number | null
}

/**
 * Clusters of close partners: Louvain (Blondel and others 2008) on scores, the best of several seeded runs by
 * modularity. A node without edges is a cluster of its own. The same for the same graph and seed.
 */
export function communitiesOf(graph: Graph, seed: number): Communities {
  const n = graph.ids.length
  let best = Int32Array.from({ length: n }, (_, i) => i)
  let quality = modularity(graph, best)
  if (quality !== null) {
    const network = asGraphology(graph)
    for (let run = 0; run < (n > MANY ? RUNS_OF_MANY : RUNS); run++) {
      const rng = seededRandom(seed + run)
      const found = louvain(network, { rng, getEdgeWeight: 'weight' })
      const cluster = Int32Array.from({ length: n }, (_, i) => found[i]!)
      const reached = modularity(graph, cluster)!
      // A hair better is a matter of rounding, not of clusters.
      if (reached > quality + 1e-9) [best, quality] = [cluster, reached]
    }
  }
  const found = numbered(graph, best)
  return { ...found, modularity: modularity(graph, found.cluster) }
}

function asGraphology({ ids, source, target, score }: Graph): UndirectedGraph {
  const network = new UndirectedGraph()
  for (let i = 0; i < ids.length; i++) network.addNode(String(i))
  score.forEach((weight, e) => network.addEdge(String(source[e]), String(target[e]), { weight }))
  return network
}

/** Clusters by total Share, so that their colours are stable. */
function numbered({ share }: Graph, cluster: Int32Array): { cluster: Int32Array; count: number } {
  const totals = new Map<number, number>()
  // In the order of the nodes: of clusters with the same total, the one with the first node comes first.
  cluster.forEach((c, i) => totals.set(c, (totals.get(c) ?? 0) + share[i]!))
  const rounded = [...totals].map(([c, total]) => [c, Math.round(total * 1e6)] as const)
  const order = rounded.toSorted(([, a], [, b]) => b - a)
  const number = new Map(order.map(([c], k) => [c, k]))
  return { cluster: cluster.map((c) => number.get(c)!), count: order.length }
}
