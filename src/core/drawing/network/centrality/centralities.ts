import type { Graph } from '../graph.ts'
import { adjacencyOf, degreeOf } from '../layout/adjacency.ts'
import { betweenness } from './betweenness.ts'

export interface Centralities {
  /** Partners among the nodes of the graph. */
  degree: Int32Array
  /** Sum of the scores of a node's edges, in articles. */
  weightedDegree: Float64Array
  /** Part of the shortest paths between other nodes that lead through it, 0 to 1. */
  betweenness: Float64Array
}

/** Of each node, among the nodes and edges given: what is not in the graph counts for nothing. */
export function centralitiesOf(graph: Graph): Centralities {
  const n = graph.ids.length
  const links = adjacencyOf(graph)
  const weightedDegree = new Float64Array(n)
  graph.score.forEach((score, e) => {
    weightedDegree[graph.source[e]!]! += score
    weightedDegree[graph.target[e]!]! += score
  })
  return {
    degree: Int32Array.from({ length: n }, (_, i) => degreeOf(links, i)),
    weightedDegree,
    betweenness: betweenness(links),
  }
}
