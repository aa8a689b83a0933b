import type { LayoutName, Rectangle } from '../../../../shared/contract/drawings.ts'
import type { Graph } from '../graph.ts'
import type { Adjacency } from './adjacency.ts'
import { adjacencyOf } from './adjacency.ts'
import { circleLayout, circleOrder } from './circle.ts'
import { concentricLayout, concentricOrder } from './concentric.ts'
import type { Margin } from './fit.ts'
import { fit } from './fit.ts'
import { forceLayout } from './force.ts'
import { gapsFor, settingsFor } from './settings.ts'
import { orient } from './orient.ts'
import { separate } from './separate.ts'
import { stressLayout } from './stress.ts'
import { warmLayout } from './warm-start.ts'

export interface LayoutOptions {
  layout: LayoutName
  seed: number
  /** Where the circles stand, in figure units; the title band and the legend are outside of it. */
  plot: Rectangle
  /** Nodes that stand exactly where they are put; the others are laid out as without them and give way. */
  pins?: readonly { node: number; x: number; y: number }[]
  /** x0, y0, x1, y1, … of an earlier layout in figure units, NaN where a node is new. Of `force` alone. */
  start?: Float64Array
  /** Of `circle`: one a node, 0 first; without it by Share alone. */
  cluster?: ArrayLike<number>
  /** Of `concentric`: the node in the middle, whose strongest partners stand nearest; without it by Share alone. */
  centre?: number
}

/** Circles without a Share still need a place. */
const LEAST_RADIUS = 0.5
/** Of the figure's area, the plot is about so much less: the lengths of edges are told by the whole figure. */
const FIGURE_TO_PLOT = 1.3

/**
 * Where the circles stand: the same to the last bit for the same graph and options, on every engine and processor.
 * No two circles overlap and all lie wholly inside the plot, unless pins or radii leave no room for it.
 * @param r radii, one a node
 * @returns x0, y0, x1, y1, … in figure units
 */
export function layoutGraph(graph: Graph, r: Float64Array, options: LayoutOptions): Float64Array {
  const n = graph.ids.length
  if (n === 0) return new Float64Array(0)
  const radii = r.map((radius) => Math.max(radius, LEAST_RADIUS))
  const { plot, pins = [] } = options
  const free = separate(arrange(graph, radii, options), radii, { gap: gapsFor(radii), plot })
  return withPins(free, r, pins, plot)
}

/**
 * The last step of `layoutGraph`, for a layout made without pins: pinned circles go to their places, the others give
 * way to them.
 * @param free is left as it is
 */
export function withPins(
  free: Float64Array,
  r: Float64Array,
  pins: NonNullable<LayoutOptions['pins']>,
  plot: Rectangle,
): Float64Array {
  if (pins.length === 0) return free
  const xy = free.slice()
  for (const { node, x, y } of pins) {
    xy[2 * node] = x
    xy[2 * node + 1] = y
  }
  const radii = r.map((radius) => Math.max(radius, LEAST_RADIUS))
  return separate(xy, radii, { gap: gapsFor(radii), plot, fixed: pins.map(({ node }) => node) })
}

function arrange(graph: Graph, r: Float64Array, options: LayoutOptions): Float64Array {
  const { layout, plot, cluster, centre } = options
  const n = graph.ids.length
  const margin = marginFor(n, plot)
  if (n === 1) return Float64Array.of(plot.x + plot.width / 2, plot.y + plot.height / 2)
  const links = adjacencyOf(graph)
  if (layout === 'circle') return circleLayout(circleOrder(n, cluster), r, plot, margin.y)
  if (layout === 'concentric') return concentricLayout(concentricOrder(graph, links, centre), r, plot, margin)
  return arrangeByForce(graph, links, r, options, margin)
}

function arrangeByForce(
  graph: Graph,
  links: Adjacency,
  r: Float64Array,
  { seed, plot, start }: LayoutOptions,
  margin: Margin,
): Float64Array {
  const n = graph.ids.length
  const area = FIGURE_TO_PLOT * plot.width * plot.height
  const { rounds, ticks, theta, alpha } = settingsFor(n)
  if (start) {
    const middle = { x: plot.x + plot.width / 2, y: plot.y + plot.height / 2 }
    return warmLayout(graph, links, r, start, { seed, area, theta, middle })
  }
  const first = stressLayout(graph, links, r, { seed, rounds, unit: Math.sqrt(area / n) })
  const settled = forceLayout(graph, links, r, first, { seed, area, alpha, ticks, theta })
  return fit(orient(settled), r, plot, margin)
}

/** Room for the labels of circles at the edge; two or three nodes are not torn to the ends of a wide figure. */
function marginFor(n: number, plot: Rectangle): Margin {
  const few = n <= 3 ? plot.width * 0.16 : 0
  return { x: Math.min(48, plot.width * 0.05) + few, y: Math.min(20, plot.height * 0.04) }
}
