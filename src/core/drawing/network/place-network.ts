/** Where the nodes of a network stand, how large they are and how wide its edges: numbers, before any words. */
import type { LayoutName, Pin, Rectangle } from '../../../shared/contract/drawings.ts'
import type { NetworkData } from '../../../shared/contract/networks.ts'
import { LEGEND_RADIUS } from '../../../shared/figures/network/frame.ts'
import type { ReaderContext } from '../../context.ts'
import type { Graph } from './graph.ts'
import { toGraph } from './graph.ts'
import { keptPositions } from './kept-positions.ts'
import { communitiesOf } from './communities/communities.ts'
import { layoutGraph, withPins } from './layout/layout-graph.ts'
import { layoutKeyOf } from './layout/layout-key.ts'
import { radiiFor, widthsFor } from './layout/scales.ts'

/** Around the centre of a circle of one, figure units. */
const CENTRE_GAP = 44

export interface Placed {
  data: NetworkData
  graph: Graph
  /** One a node of the graph, figure units. */
  r: Float64Array
  /** x0, y0, x1, y1 … of the graph's nodes. */
  xy: Float64Array
  layoutKey: string
  areaScale: number
  widthScale: number
}

export interface PlaceOptions {
  layout: LayoutName
  seed: number
  plot: Rectangle
  /** Of nodes of this network; others are passed over. */
  pins: readonly Pin[]
  /** An earlier layout to begin from. */
  start?: Placed | undefined
  /** Scales shared with other networks; without them the network's own. */
  scales?: Scales | undefined
}

export interface Scales {
  areaScale: number
  widthScale: number
}

/** The scales that a network alone would have in a plot of `part` of the whole plot's area. */
export function scalesOf(data: Pick<NetworkData, 'nodes' | 'edges'>, part = 1): Scales {
  const graph = toGraph(data)
  // Lengths shrink with the root of the area.
  const shrink = Math.sqrt(part)
  const largest = graph.share.reduce((most, share) => Math.max(most, share), 0)
  // One that outweighs all others is no larger than the scale of circles holds: the scale shows what is drawn.
  const most = largest > 0 ? LEGEND_RADIUS / Math.sqrt(largest) : 0
  return {
    areaScale: Math.min(radiiFor(graph.share).areaScale, most) * shrink,
    widthScale: widthsFor(graph.score).widthScale * shrink,
  }
}

export function placeNetwork(
  data: NetworkData,
  options: PlaceOptions,
  context: Pick<ReaderContext, 'dataDir'>,
): Placed {
  const graph = toGraph(data)
  const { areaScale, widthScale } = options.scales ?? scalesOf(data)
  const r = Float64Array.from(graph.share, (share) => areaScale * Math.sqrt(Math.max(0, share)))
  const numbers = new Map(graph.ids.map((id, node) => [id, node]))
  const pins = options.pins.flatMap(({ id, x, y }) => {
    const node = numbers.get(id)
    return node === undefined ? [] : [{ node, x, y }]
  })
  const { layout, seed, plot } = options
  const centre = data.filters.centre === null ? undefined : numbers.get(data.filters.centre)
  const given = {
    layout,
    seed,
    plot,
    ...(options.start ? { start: startFrom(options.start, graph) } : {}),
    ...(layout === 'circle' ? { cluster: communitiesOf(graph, seed).cluster } : {}),
    ...(centre === undefined ? {} : { centre }),
  }
  const layoutKey = layoutKeyOf(graph, r, given)
  const place = { dataset: data.dataset, key: layoutKey, nodes: graph.ids.length }
  // Whose circle it is stands in the middle, unless the user put it elsewhere.
  if (centre !== undefined && layout !== 'circle' && !pins.some(({ node }) => node === centre))
    pins.unshift({ node: centre, x: plot.x + plot.width / 2, y: plot.y + plot.height / 2 })
  const held = centre !== undefined && layout === 'force' ? widened(r, centre) : r
  // A pin moves its own node and what it would cover: the rest is not laid out anew.
  const free = keptPositions(place, context, () => layoutGraph(graph, r, given))
  const xy = pins.length > 0 ? withPins(free, held, pins, plot) : free
  return { data, graph, r, xy, layoutKey, areaScale, widthScale }
}

/** Its partners keep away from whose circle it is, so that the lines between them are seen. */
function widened(r: Float64Array, centre: number): Float64Array {
  const wide = r.slice()
  wide[centre] = (wide[centre] ?? 0) + CENTRE_GAP
  return wide
}

/** Positions of the earlier layout in the order of this graph; NaN where a node is new. */
function startFrom(earlier: Placed, graph: Graph): Float64Array {
  const numbers = new Map(earlier.graph.ids.map((id, node) => [id, node]))
  return Float64Array.from({ length: 2 * graph.ids.length }, (_, at) => {
    const node = numbers.get(graph.ids[at >> 1] ?? '')
    return node === undefined ? NaN : (earlier.xy[2 * node + (at & 1)] ?? NaN)
  })
}
