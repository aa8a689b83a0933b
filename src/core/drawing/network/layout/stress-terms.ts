import type { Graph } from '../graph.ts'
import type { Adjacency } from './adjacency.ts'
import type { Pivots } from './pivots.ts'
import type { ShortestPaths } from './shortest-paths.ts'

/** How far apart nodes of parts without a path should be, of the farthest distance within a part. */
const APART = 0.75

/** One wish a term: `a` and `b` should be `length` apart; the weights say how much each end gives way. */
export interface StressTerms {
  a: Int32Array
  b: Int32Array
  length: Float64Array
  weightA: Float64Array
  weightB: Float64Array
}

function termsOf(count: number): StressTerms {
  return {
    a: new Int32Array(count),
    b: new Int32Array(count),
    length: new Float64Array(count),
    weightA: new Float64Array(count),
    weightB: new Float64Array(count),
  }
}

/** All pairs of nodes, weighted by 1 / distance². @param spare distance where the network has no edge */
export function allPairs(n: number, paths: ShortestPaths, spare: number): StressTerms {
  const terms = termsOf((n * (n - 1)) / 2)
  let count = 0
  let farthest = 0
  for (let i = 0; i < n; i++) {
    const distances = paths.from(i)
    for (let j = i + 1; j < n; j++) {
      const far = distances[j]!
      if (far < Infinity && far > farthest) farthest = far
      terms.a[count] = i
      terms.b[count] = j
      terms.length[count++] = far
    }
  }
  const apart = farthest > 0 ? APART * farthest : spare
  for (let k = 0; k < count; k++) {
    const far = terms.length[k]! < Infinity ? terms.length[k]! : apart
    terms.length[k] = far
    terms.weightA[k] = terms.weightB[k] = 1 / (far * far)
  }
  return terms
}

/**
 * Edges, and each node with each pivot, for large networks: a pivot stands for the nodes nearer to it than half way,
 * and only the other node gives way (Ortmann, Klimenta and Brandes 2016).
 */
export function sparsePairs(
  { source, target }: Pick<Graph, 'source' | 'target'>,
  links: Adjacency,
  length: Float64Array,
  pivots: Pivots,
  spare: number,
): StressTerms {
  const n = links.at.length - 1
  const m = source.length
  const terms = termsOf(m + n * pivots.nodes.length)
  for (let e = 0; e < m; e++) {
    terms.a[e] = source[e]!
    terms.b[e] = target[e]!
    terms.length[e] = length[e]!
    terms.weightA[e] = terms.weightB[e] = 1 / (length[e]! * length[e]!)
  }
  const apart = pivots.farthest > 0 ? APART * pivots.farthest : spare
  const beside = new Int32Array(n).fill(-1)
  let count = m
  pivots.nodes.forEach((pivot, t) => {
    const distances = pivots.distances[t]!
    const own = distances.filter((_, i) => pivots.nearest[i] === t && distances[i]! < Infinity).sort()
    beside[pivot] = t
    for (let p = links.at[pivot]!; p < links.at[pivot + 1]!; p++) beside[links.to[p]!] = t
    for (let i = 0; i < n; i++) {
      if (beside[i] === t) continue
      const far = distances[i]! < Infinity ? distances[i]! : apart
      terms.a[count] = i
      terms.b[count] = pivot
      terms.length[count] = far
      terms.weightA[count++] = upTo(own, far / 2) / (far * far)
    }
  })
  return cut(terms, count)
}

/** How many of the sorted values are at most `limit`. */
function upTo(sorted: Float64Array, limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= limit) low = middle + 1
    else high = middle
  }
  return low
}

function cut({ a, b, length, weightA, weightB }: StressTerms, count: number): StressTerms {
  return {
    a: a.subarray(0, count),
    b: b.subarray(0, count),
    length: length.subarray(0, count),
    weightA: weightA.subarray(0, count),
    weightB: weightB.subarray(0, count),
  }
}
