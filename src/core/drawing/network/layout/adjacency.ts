import type { Graph } from '../graph.ts'
import { clamp } from './arithmetic.ts'

/** Neighbours of node i: `to` (and the edges' numbers, `edge`) from `at[i]` up to `at[i + 1]`. */
export interface Adjacency {
  at: Int32Array
  to: Int32Array
  edge: Int32Array
}

export function adjacencyOf({ ids, source, target }: Pick<Graph, 'ids' | 'source' | 'target'>): Adjacency {
  const n = ids.length
  const m = source.length
  const at = new Int32Array(n + 1)
  for (let e = 0; e < m; e++) {
    at[source[e]! + 1]! += 1
    at[target[e]! + 1]! += 1
  }
  for (let i = 0; i < n; i++) at[i + 1]! += at[i]!
  const next = at.slice()
  const to = new Int32Array(2 * m)
  const edge = new Int32Array(2 * m)
  for (let e = 0; e < m; e++) {
    const a = source[e]!
    const b = target[e]!
    to[next[a]!] = b
    edge[next[a]!++] = e
    to[next[b]!] = a
    edge[next[b]!++] = e
  }
  return { at, to, edge }
}

export function degreeOf({ at }: Adjacency, node: number): number {
  return at[node + 1]! - at[node]!
}

/** How long an edge should be beside others: a strong one half, a weak one twice as long, (median / score)^¼. */
export function relativeLengths({ score }: Pick<Graph, 'score'>): Float64Array {
  const median = score.slice().sort()[score.length >> 1] ?? 1
  return score.map((value) => clamp(Math.sqrt(Math.sqrt(median / value)), 0.5, 2))
}

/**
 * Factor by which an edge is longer the fewer partners its ends have in common: 2 (1 − J) + ¼, with the Jaccard
 * index J of both neighbourhoods, each with the node itself. It draws hubs apart and opens lanes between groups.
 */
export function strangeness(
  { source, target }: Pick<Graph, 'source' | 'target'>,
  links: Adjacency,
): Float64Array {
  const { at, to } = links
  const markedBy = new Int32Array(at.length - 1).fill(-1)
  return Float64Array.from(source, (a, e) => {
    const b = target[e]!
    markedBy[a] = e
    for (let p = at[a]!; p < at[a + 1]!; p++) markedBy[to[p]!] = e
    let common = markedBy[b] === e ? 1 : 0
    for (let p = at[b]!; p < at[b + 1]!; p++) if (markedBy[to[p]!] === e) common += 1
    const all = degreeOf(links, a) + degreeOf(links, b) + 2 - common
    return 2 * (1 - common / all) + 0.25
  })
}
