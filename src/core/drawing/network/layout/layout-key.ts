import type { Graph } from '../graph.ts'
import { Digest } from './digest.ts'
import type { LayoutOptions } from './layout-graph.ts'

/** Raised where the algorithm or its settings change, so that kept layouts are made anew; see test-golden.ts. */
const VERSION = 1

/**
 * Names what a layout is made from: two calls of `layoutGraph` with one key give the same positions. The order in
 * which rows or pins came does not matter. For the key under which pins are kept, call it without pins.
 * @returns sixteen hexadecimal digits
 */
export function layoutKeyOf(graph: Graph, r: Float64Array, options: LayoutOptions): string {
  const digest = new Digest().whole(VERSION)
  graph.ids.forEach((id, i) => digest.text(id).rounded(graph.share[i]!).rounded(r[i]!))
  graph.score.forEach((score, e) => digest.whole(graph.source[e]!).whole(graph.target[e]!).rounded(score))
  const { layout, seed, plot, pins = [], start, cluster, centre } = options
  digest.text(layout).whole(seed)
  for (const side of [plot.x, plot.y, plot.width, plot.height]) digest.rounded(side)
  digest.text('pins')
  for (const { node, x, y } of pins.toSorted((a, b) => a.node - b.node))
    digest.whole(node).rounded(x).rounded(y)
  digest.text('start')
  if (layout === 'force') for (const place of start ?? []) digest.rounded(place)
  digest.text('order')
  if (layout === 'circle') for (const number of Array.from(cluster ?? [])) digest.whole(number)
  if (layout === 'concentric') digest.whole(centre ?? -1)
  return digest.hex()
}
