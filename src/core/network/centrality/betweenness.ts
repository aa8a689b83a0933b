import type { Adjacency } from '../layout/adjacency.ts'

/**
 * Betweenness of each node (Freeman 1977): of the shortest paths between two other nodes the part that leads through
 * it, averaged over all pairs, 0 to 1; edges count as one step each, whatever their score. Exact, by the accumulation
 * of Brandes (2001): nodes × edges steps. 0 for all where there are fewer than three nodes.
 */
export function betweenness({ at, to }: Adjacency): Float64Array {
  const n = at.length - 1
  const sum = new Float64Array(n)
  const order = new Int32Array(n)
  const steps = new Int32Array(n)
  const paths = new Float64Array(n)
  const part = new Float64Array(n)
  for (let start = 0; start < n; start++) {
    steps.fill(-1)
    paths.fill(0)
    part.fill(0)
    steps[start] = 0
    paths[start] = 1
    order[0] = start
    let reached = 1
    for (let k = 0; k < reached; k++) {
      const node = order[k]!
      const next = steps[node]! + 1
      for (let p = at[node]!; p < at[node + 1]!; p++) {
        const other = to[p]!
        if (steps[other] === -1) {
          steps[other] = next
          order[reached++] = other
        }
        if (steps[other] === next) paths[other]! += paths[node]!
      }
    }
    for (let k = reached - 1; k > 0; k--) {
      const node = order[k]!
      const before = steps[node]! - 1
      const each = (1 + part[node]!) / paths[node]!
      for (let p = at[node]!; p < at[node + 1]!; p++) {
        const other = to[p]!
        if (steps[other] === before) part[other]! += paths[other]! * each
      }
      sum[node]! += part[node]!
    }
  }
  const pairs = (n - 1) * (n - 2)
  return sum.map((value) => (pairs > 0 ? value / pairs : 0))
}
