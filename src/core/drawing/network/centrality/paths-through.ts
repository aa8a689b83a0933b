import type { Adjacency } from '../layout/adjacency.ts'

/** Of the shortest paths between two nodes, the part that leads through a third. */
export interface PathPart {
  a: number
  b: number
  /** Above 0, at most 1. */
  part: number
}

/** Largest part first; alike by the numbers of the nodes. */
const byPart = (x: PathPart, y: PathPart) => y.part - x.part || x.a - y.a || x.b - y.b

/**
 * What betweenness (Freeman 1977) adds up for one node: σ_ab(node) ÷ σ_ab of each two others, where a way through the node is
 * a shortest one: d(a, node) + d(node, b) = d(a, b). Each two stand once.
 * @param most how many of the largest are listed; the sum and the number are of all
 */
export function pathsThrough(
  links: Adjacency,
  node: number,
  most: number,
): { listed: PathPart[]; found: number; sum: number; listedSum: number } {
  const n = links.at.length - 1
  const own = walked(links, node)
  let listed: PathPart[] = []
  let [found, sum] = [0, 0]
  for (let a = 0; a < n; a++) {
    if (a === node || own.steps[a] === -1) continue
    const from = walked(links, a)
    for (let b = a + 1; b < n; b++) {
      if (b === node || own.steps[b] === -1) continue
      if (own.steps[a]! + own.steps[b]! !== from.steps[b]) continue
      const part = (own.paths[a]! * own.paths[b]!) / from.paths[b]!
      found += 1
      sum += part
      listed.push({ a, b, part })
    }
    // No more is held than what may be listed yet.
    if (listed.length > 50 * most) listed = listed.sort(byPart).slice(0, most)
  }
  listed = listed.sort(byPart).slice(0, most)
  return { listed, found, sum, listedSum: listed.reduce((all, { part }) => all + part, 0) }
}

/** From one node to all: how many steps, −1 where none lead, and on how many shortest ways. */
function walked({ at, to }: Adjacency, start: number): { steps: Int32Array; paths: Float64Array } {
  const n = at.length - 1
  const steps = new Int32Array(n).fill(-1)
  const paths = new Float64Array(n)
  const order = new Int32Array(n)
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
      } else if (steps[other] !== next) continue
      paths[other] = paths[other]! + paths[node]!
    }
  }
  return { steps, paths }
}
