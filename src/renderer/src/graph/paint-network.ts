/** Nodes and edges of a network by a plain pass over its arrays: edges weak first, then circles. */
import type { Geometry } from './geometry.ts'

type Context = CanvasRenderingContext2D

export interface NodePaint {
  fill: string
  stroke: string | null
  strokeWidth: number
}
export interface EdgePaint {
  colour: string
  opacity: number
}

/** What is painted, with the paint of each node and edge in their order. */
export interface PaintedNetwork {
  geometry: Geometry
  nodes: readonly NodePaint[]
  edges: readonly EdgePaint[]
}

export interface Choice {
  /** Nodes that are left out with their edges. */
  without?: ReadonlySet<number> | null
  /** Only what touches this part: [left, top, right, bottom] in figure units. */
  part?: readonly [number, number, number, number]
}

/** Strokes the edges numbered from `from - 1` down to `to`: the strongest, which has number 0, last. */
export function paintEdges(
  ctx: Context,
  { geometry, edges }: PaintedNetwork,
  from: number,
  to: number,
  { without, part }: Choice = {},
): void {
  const { a, b, x, y, width } = geometry
  let colour = ''
  let opacity = -1
  for (let e = from - 1; e >= to; e--) {
    const [one, two] = [a[e]!, b[e]!]
    if (one < 0 || two < 0 || (without && (without.has(one) || without.has(two)))) continue
    const [x1, y1, x2, y2] = [x[one]!, y[one]!, x[two]!, y[two]!]
    if (part && (Math.max(x1, x2) < part[0] || Math.min(x1, x2) > part[2])) continue
    if (part && (Math.max(y1, y2) < part[1] || Math.min(y1, y2) > part[3])) continue
    const paint = edges[e]!
    if (paint.colour !== colour) ctx.strokeStyle = colour = paint.colour
    if (paint.opacity !== opacity) ctx.globalAlpha = opacity = paint.opacity
    ctx.lineWidth = width[e]!
    ctx.beginPath()
    ctx.moveTo(x1, y1)
    ctx.lineTo(x2, y2)
    ctx.stroke()
  }
  ctx.globalAlpha = 1
}

/** Small circles last, so that none vanishes behind a larger one: nodes stand by Share. */
export function paintNodes(ctx: Context, network: PaintedNetwork, { without, part }: Choice = {}): void {
  const { x, y, r } = network.geometry
  for (let i = 0; i < x.length; i++) {
    if (without?.has(i)) continue
    const radius = r[i]!
    if (part && (x[i]! + radius < part[0] || x[i]! - radius > part[2])) continue
    if (part && (y[i]! + radius < part[1] || y[i]! - radius > part[3])) continue
    paintNode(ctx, network, i)
  }
}

/** A circle with its rim behind it, so that half of the rim's width is seen and the fill keeps its area. */
export function paintNode(ctx: Context, { geometry, nodes }: PaintedNetwork, i: number, fill?: string): void {
  const { x, y, r } = geometry
  const paint = nodes[i]!
  ctx.beginPath()
  ctx.arc(x[i]!, y[i]!, r[i]!, 0, 2 * Math.PI)
  if (paint.stroke !== null && paint.strokeWidth > 0) {
    ctx.strokeStyle = paint.stroke
    ctx.lineWidth = paint.strokeWidth
    ctx.stroke()
  }
  ctx.fillStyle = fill ?? paint.fill
  ctx.fill()
}
