import type { Adjacency } from './adjacency.ts'
import { degreeOf } from './adjacency.ts'
import type { ShortestPaths } from './shortest-paths.ts'

export interface Pivots {
  nodes: number[]
  /** From each pivot to all nodes. */
  distances: Float64Array[]
  /** By node the number of its nearest pivot. */
  nearest: Int32Array
  /** The largest distance between a pivot and a node it reaches; 0 where none reaches another. */
  farthest: number
}

/**
 * Pivots spread over the network: the busiest node, then always the one farthest from all before. Parts that no
 * pivot reaches come in before, by their busiest node, as long as they use less than half of the pivots; nodes
 * without any edge never do. Ties by number.
 */
export function choosePivots(links: Adjacency, paths: ShortestPaths, most: number): Pivots {
  const n = links.at.length - 1
  const near = new Float64Array(n).fill(Infinity)
  const found: Pivots = { nodes: [], distances: [], nearest: new Int32Array(n), farthest: 0 }
  let next = busiest(links, near)
  while (next !== -1 && found.nodes.length < most) {
    const distances = paths.from(next)
    for (let i = 0; i < n; i++) {
      const far = distances[i]!
      if (far < Infinity && far > found.farthest) found.farthest = far
      if (far < near[i]!) {
        near[i] = far
        found.nearest[i] = found.nodes.length
      }
    }
    found.nodes.push(next)
    found.distances.push(distances)
    next = found.nodes.length < most / 2 ? busiest(links, near) : -1
    if (next === -1) next = farthest(near)
  }
  return found
}

/** Of the nodes that have edges and are not reached yet. */
function busiest(links: Adjacency, near: Float64Array): number {
  let best = -1
  for (let i = 0; i < near.length; i++) {
    if (near[i] !== Infinity || degreeOf(links, i) === 0) continue
    if (best === -1 || degreeOf(links, i) > degreeOf(links, best)) best = i
  }
  return best
}

function farthest(near: Float64Array): number {
  let best = -1
  for (let i = 0; i < near.length; i++) {
    const far = near[i]!
    if (far < Infinity && far > 0 && (best === -1 || far > near[best]!)) best = i
  }
  return best
}
