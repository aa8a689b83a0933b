/** A network as numbers: what layout, labels, clusters and centralities are computed from. */

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
