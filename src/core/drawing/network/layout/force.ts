import type { SimulationLinkDatum, SimulationNodeDatum } from 'd3-force'
import { forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force'
import type { Graph } from '../graph.ts'
import type { Adjacency } from './adjacency.ts'
import { degreeOf, relativeLengths } from './adjacency.ts'
import { nthRoot } from './arithmetic.ts'
import { seededRandom } from './random.ts'

/** Repulsion of a middling circle beside the length of an edge. */
const CHARGE = 16
const COOLEST = 0.002
/** Beyond this, circles do not repel each other. */
const FARTHEST = 4000
/** Pull to the middle: stronger up and down, as figures are wider than high. */
const PULL = { x: 0.045, y: 0.07 }

export interface ForceOptions {
  seed: number
  /** The area the network should fill, in square units of `xy`. */
  area: number
  /** How hot it begins, 0 to 1; a cooler run stays nearer to its start. */
  alpha: number
  ticks: number
  /** Of the Barnes-Hut approximation. */
  theta: number
}

interface Link extends SimulationLinkDatum<SimulationNodeDatum> {
  edge: number
}

/** The length each edge is drawn to, in the simulation's units. */
export function wantedLengths(graph: Graph, r: Float64Array, area: number): Float64Array {
  const unit = middlingEdge(area, graph.ids.length)
  return relativeLengths(graph).map((value, e) => r[graph.source[e]!]! + r[graph.target[e]!]! + unit * value)
}

const middlingEdge = (area: number, n: number) => 0.55 * Math.sqrt(area / n)

/**
 * Springs along edges and repulsion between circles (d3-force), a fixed number of ticks from given positions. d3-force
 * is told all that it would else take from a power or a cosine: the positions and how fast it cools.
 */
export function forceLayout(
  graph: Graph,
  links: Adjacency,
  r: Float64Array,
  start: Float64Array,
  { seed, area, alpha, ticks, theta }: ForceOptions,
): Float64Array {
  const n = graph.ids.length
  const unit = middlingEdge(area, n)
  const relative = relativeLengths(graph)
  const length = wantedLengths(graph, r, area)
  let mean = 0
  for (const radius of r) mean += radius / n
  const strength = ({ edge }: Link) => {
    const fewest = Math.min(degreeOf(links, graph.source[edge]!), degreeOf(links, graph.target[edge]!))
    return Math.min(1, 1.1 / (relative[edge]! * fewest))
  }
  const nodes: SimulationNodeDatum[] = Array.from({ length: n }, (_, i) => ({
    x: start[2 * i]!,
    y: start[2 * i + 1]!,
  }))
  const springs: Link[] = Array.from(graph.source, (source, edge) => ({
    source,
    target: graph.target[edge]!,
    edge,
  }))
  const simulation = forceSimulation(nodes)
    .stop()
    .randomSource(seededRandom(seed))
    .alpha(alpha)
    .alphaMin(0)
    .alphaDecay(1 - nthRoot(COOLEST / alpha, ticks))
    .velocityDecay(0.4)
    .force(
      'link',
      forceLink<SimulationNodeDatum, Link>(springs)
        .distance(({ edge }) => length[edge]!)
        .strength(strength),
    )
    .force(
      'charge',
      forceManyBody()
        .strength((_, i) => -CHARGE * unit * (0.4 + (0.6 * r[i]!) / mean))
        .theta(theta)
        .distanceMax(FARTHEST),
    )
    .force('x', forceX(0).strength(PULL.x))
    .force('y', forceY(0).strength(PULL.y))
  for (let tick = 0; tick < ticks; tick++) simulation.tick()
  return Float64Array.from({ length: 2 * n }, (_, k) => (k % 2 === 0 ? nodes[k >> 1]!.x! : nodes[k >> 1]!.y!))
}
