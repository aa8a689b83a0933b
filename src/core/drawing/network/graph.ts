/** A network as numbers: what layout, labels, clusters and centralities are computed from. */
import type { NetworkData } from '../../../shared/contract/networks.ts'

/**
 * Nodes stand in the order of Share (largest first, ties by id), edges in that of their ends (`source` before
 * `target`). Shares and scores are rounded to 1e-6, so that sums taken in another order give the same figure.
 */
export interface Graph {
  ids: string[]
  /** One a node, in articles. */
  share: Float64Array
  /** One an edge: numbers of its nodes, and its score in articles. */
  source: Int32Array
  target: Int32Array
  score: Float64Array
}

type Nodes = readonly Pick<NetworkData['nodes'][number], 'id' | 'share'>[]
type Edges = readonly Pick<NetworkData['edges'][number], 'a' | 'b' | 'score'>[]

/**
 * The order of the rows does not matter. Edges to nodes that are not among `nodes` (hidden ones), loops and edges
 * without a score are left out.
 */
export function toGraph({ nodes, edges }: { nodes: Nodes; edges: Edges }): Graph {
  const sorted = nodes
    .map(({ id, share }) => ({ id, share: rounded(share) }))
    .sort((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
  const numbers = new Map(sorted.map(({ id }, i) => [id, i]))
  const found: { source: number; target: number; score: number }[] = []
  for (const { a, b, score } of edges) {
    const i = numbers.get(a)
    const j = numbers.get(b)
    const weight = rounded(score)
    if (i === undefined || j === undefined || i === j || !(weight > 0)) continue
    found.push({ source: Math.min(i, j), target: Math.max(i, j), score: weight })
  }
  found.sort((a, b) => a.source - b.source || a.target - b.target || a.score - b.score)
  return {
    ids: sorted.map(({ id }) => id),
    share: Float64Array.from(sorted, ({ share }) => share),
    source: Int32Array.from(found, ({ source }) => source),
    target: Int32Array.from(found, ({ target }) => target),
    score: Float64Array.from(found, ({ score }) => score),
  }
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6
