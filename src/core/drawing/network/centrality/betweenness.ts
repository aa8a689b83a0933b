import type { Adjacency } from '../layout/adjacency.ts'

/**
 * Betweenness of each node (Freeman 1977): of the shortest paths between two other nodes the part that leads through
 * it, averaged over all pairs, 0 to 1; edges count as one step each, whatever their score. Exact, by the accumulation
 * of Brandes (2001), in nodes × edges steps. 0 for all where there are fewer than three nodes.
 */
export function betweenness({ at, to }: Adjacency): Float64Array {
  const n = at.length - 1
  const sum = new Float64Array(n)
  const order = new Int32Array(n)
  const steps = new Int32Array(n)
  const paths = new Float64Array(n)
  const part = new Float64Array(n)
  // Steps along shortest paths, from the nearer node to the farther, as they are found.
  const near = new Int32Array(to.length / 2)
  const far = new Int32Array(to.length / 2)
  for (let start = 0; start < n; start++) {
    steps.fill(-1)
    paths.fill(0)
    part.fill(0)
    steps[start] = 0
    paths[start] = 1
    order[0] = start
    let reached = 1
    let found = 0
    for (let k = 0; k < reached; k++) {
      const node = order[k]!
      const next = steps[node]! + 1
      const ways = paths[node]!
      for (let p = at[node]!; p < at[node + 1]!; p++) {
        const other = to[p]!
        const known = steps[other]!
        if (known === -1) {
          steps[other] = next
          order[reached++] = other
        } else if (known !== next) continue
        paths[other] = paths[other]! + ways
        near[found] = node
        far[found++] = other
      }
    }
    // Backwards: what leads on from the farther node is complete before it is passed on.
    for (let k = found - 1; k >= 0; k--) {
      const node = near[k]!
      const other = far[k]!
      part[node] = part[node]! + (paths[node]! / paths[other]!) * (1 + part[other]!)
    }
    for (let k = 1; k < reached; k++) sum[order[k]!]! += part[order[k]!]!
  }
  const pairs = (n - 1) * (n - 2)
  return sum.map((value) => (pairs > 0 ? value / pairs : 0))
}
