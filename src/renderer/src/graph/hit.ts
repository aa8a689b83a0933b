/**
 * What stands under the pointer. A plain pass over the arrays: 5,000 circles and 20,000 lines take under a
 * millisecond, so an index would only have to be kept up to date while nodes are dragged.
 */
import type { Geometry } from './geometry.ts'
import type { Point } from './viewport.ts'

export type Hit = { kind: 'node'; node: number } | { kind: 'edge'; edge: number } | null

/** CSS px around a circle and around a line that still count as on it. */
const NODE_REACH = 3
const EDGE_REACH = 4

/** @param point in figure units @param zoom CSS px a figure unit */
export function hitTest(geometry: Geometry, point: Point, zoom: number): Hit {
  const node = nodeAt(geometry, point, NODE_REACH / zoom)
  if (node >= 0) return { kind: 'node', node }
  const edge = edgeAt(geometry, point, EDGE_REACH / zoom)
  return edge >= 0 ? { kind: 'edge', edge } : null
}

/** The node whose rim is farthest around the point: of overlapping circles that which is held most. */
function nodeAt({ x, y, r }: Geometry, point: Point, reach: number): number {
  let best = -1
  let nearest = reach
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! - point.x
    const dy = y[i]! - point.y
    const limit = r[i]! + nearest
    if (limit < 0 || dx * dx + dy * dy > limit * limit) continue
    nearest = Math.sqrt(dx * dx + dy * dy) - r[i]!
    best = i
  }
  return best
}

/** The nearest edge; of two that are equally near the stronger. */
function edgeAt(geometry: Geometry, point: Point, reach: number): number {
  const { a, b, x, y, width } = geometry
  let best = -1
  let nearest = reach
  for (let e = 0; e < a.length; e++) {
    const from = a[e]!
    const to = b[e]!
    if (from < 0 || to < 0) continue
    const away = segmentDistance(point, x[from]!, y[from]!, x[to]!, y[to]!) - width[e]! / 2
    if (away >= nearest) continue
    nearest = Math.max(away, 0)
    best = e
    if (nearest === 0) break
  }
  return best
}

/** From a point to the nearest point of a segment. */
export function segmentDistance(point: Point, x1: number, y1: number, x2: number, y2: number): number {
  const dx = x2 - x1
  const dy = y2 - y1
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : ((point.x - x1) * dx + (point.y - y1) * dy) / length
  const at = Math.max(0, Math.min(1, along))
  return Math.hypot(point.x - x1 - at * dx, point.y - y1 - at * dy)
}

/** The nodes whose circle one of these edges touches. */
export function nodesOn({ a, b, x, y, r }: Geometry, edges: readonly number[]): number[] {
  const found: number[] = []
  for (let i = 0; i < x.length; i++) {
    const at = { x: x[i]!, y: y[i]! }
    const isOn = (e: number) => segmentDistance(at, x[a[e]!]!, y[a[e]!]!, x[b[e]!]!, y[b[e]!]!) < r[i]!
    if (edges.some(isOn)) found.push(i)
  }
  return found
}
