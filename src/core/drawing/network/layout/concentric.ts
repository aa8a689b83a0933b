import type { Rectangle } from '../../../../shared/contract/drawings.ts'
import type { Graph } from '../graph.ts'
import type { Adjacency } from './adjacency.ts'
import type { Margin } from './fit.ts'
import { pointOnCircle } from './unit-circle.ts'

/** Gaps that are tried between circles, widest first: labels need room. */
const GAPS = [90, 70, 55, 45, 36, 28, 22, 16, 12, 9, 6, 4, 3, 2, 1]
/** Rings may be so much wider than high. */
const WIDER = 1.6

interface Ring {
  radius: number
  members: number[]
}

/**
 * The centre in the middle, the others in rings around it, in order from the inside and clockwise from the top.
 * @param order numbers of all nodes, the centre first
 */
export function concentricLayout(
  order: readonly number[],
  r: Float64Array,
  plot: Rectangle,
  margin: Margin,
): Float64Array {
  const [centre = 0, ...others] = order
  const room = plot.height / 2 - margin.y
  let rings: Ring[] = []
  for (const gap of GAPS) {
    rings = ringsOf(centre, others, r, gap)
    if (reachOf(rings, r) <= room) break
  }
  const widest = rings.at(-1)
  const stretch = widest ? Math.max(1, (room - reachOf([widest], r) + widest.radius) / widest.radius) : 1
  const wider = Math.min(
    WIDER,
    Math.max(1, (plot.width / 2 - margin.x - largestOf(order, r)) / ((widest?.radius ?? 1) * stretch)),
  )
  const xy = new Float64Array(2 * order.length)
  const put = (i: number, x: number, y: number) => {
    xy[2 * i] = plot.x + plot.width / 2 + wider * x
    xy[2 * i + 1] = plot.y + plot.height / 2 + y
  }
  put(centre, 0, 0)
  rings.forEach(({ radius, members }, number) => {
    const all = members.reduce((sum, i) => sum + 2 * r[i]!, 0)
    const even = (2 * Math.PI * radius - all) / members.length
    let at = -(2 * r[members[0]!]! + even) / 2
    if (number % 2 === 1) at += r[members[0]!]! + even / 2
    for (const i of members) {
      const slot = 2 * r[i]! + even
      const { x, y } = pointOnCircle((at + slot / 2) / (2 * Math.PI * radius))
      put(i, radius * stretch * x, radius * stretch * y)
      at += slot
    }
  })
  return xy
}

/** Rings filled one after another, each as near to the one before as `gap` allows. */
function ringsOf(centre: number, others: readonly number[], r: Float64Array, gap: number): Ring[] {
  const rings: Ring[] = []
  let inner = r[centre]!
  for (let from = 0; from < others.length;) {
    let members: number[] = []
    let radius = 0
    let needed = 0
    // The ring grows with its largest circle; the larger it is, the more it holds.
    for (let to = from; to < others.length; to++) {
      const more = r[others[to]!]!
      const grown = Math.max(radius, inner + gap + more)
      if (members.length > 0 && needed + 2 * more + gap > 2 * Math.PI * grown * 0.95) break
      radius = grown
      needed += 2 * more + gap
      members = [...members, others[to]!]
    }
    rings.push({ radius, members })
    inner = radius + largestOf(members, r)
    from += members.length
  }
  return rings
}

const largestOf = (members: readonly number[], r: Float64Array) =>
  members.reduce((most, i) => Math.max(most, r[i]!), 0)

function reachOf(rings: readonly Ring[], r: Float64Array): number {
  const last = rings.at(-1)
  return last ? last.radius + largestOf(last.members, r) : 0
}

/** By score with the centre, strongest first, those without one by Share; without a centre all by Share. */
export function concentricOrder(graph: Graph, links: Adjacency, centre: number | undefined): number[] {
  const n = graph.ids.length
  const all = Array.from({ length: n }, (_, i) => i)
  if (centre === undefined) return all
  const score = new Float64Array(n)
  for (let p = links.at[centre]!; p < links.at[centre + 1]!; p++) {
    score[links.to[p]!] = graph.score[links.edge[p]!]!
  }
  score[centre] = Infinity
  return all.sort((a, b) => (score[a] === score[b] ? a - b : score[b]! - score[a]!))
}
