import type { Graph } from '../graph.ts'

/**
 * Weighted modularity Q = Σ_c [W_c / W − (S_c / 2W)²]: W is the sum of all scores, W_c that of the scores within cluster
 * c, S_c the sum of the weighted degrees of its nodes (Newman and Girvan 2004; Newman 2004 for weights).
 * @returns null for a network without edges
 */
export function modularity(
  { source, target, score }: Pick<Graph, 'source' | 'target' | 'score'>,
  cluster: ArrayLike<number>,
): number | null {
  let count = 0
  for (let i = 0; i < cluster.length; i++) count = Math.max(count, cluster[i]! + 1)
  const within = new Float64Array(count)
  const strength = new Float64Array(count)
  let total = 0
  for (let e = 0; e < score.length; e++) {
    const a = cluster[source[e]!]!
    const b = cluster[target[e]!]!
    const weight = score[e]!
    total += weight
    strength[a]! += weight
    strength[b]! += weight
    if (a === b) within[a]! += weight
  }
  if (!(total > 0)) return null
  let sum = 0
  for (let c = 0; c < count; c++) {
    const part = strength[c]! / (2 * total)
    sum += within[c]! / total - part * part
  }
  return sum
}
