/**
 * What lies above nodes and edges: dimming, the node or pair being read, hover, selection, labels, title, legend.
 * It alone is painted anew when something is pointed at or read, so that a click is shown at once however many
 * edges there are.
 */
import { edgesAt, otherEnd } from './geometry.ts'
import { nodesOn } from './hit.ts'
import { paintMarks, paintTag } from './overlay-marks.ts'
import type { OverlayState } from './overlay-state.ts'
import { paintNode } from './paint-network.ts'
import { paintScene } from './paint-scene.ts'
import type { Box } from '../../../shared/figures/network/place-scores.ts'
import { placeScores } from '../../../shared/figures/network/place-scores.ts'
import { scoreItem, WRITTEN_SCORES } from '../../../shared/figures/network/score-items.ts'

type Context = CanvasRenderingContext2D

/** Of what is dimmed, this much is hidden behind the background. */
const WASH = 0.82
const DIM_LABEL = 0.22
/** CSS px: a thin edge being read is still seen. */
const THINNEST = 1.1

export function paintOverlay(ctx: Context, state: OverlayState): void {
  const { viewport, ratio, pane } = state
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  ctx.clearRect(0, 0, ctx.canvas.width, ctx.canvas.height)
  const near = neighbourhood(state)
  if (near.dims) {
    ctx.globalAlpha = WASH
    ctx.fillStyle = state.palette.bg
    ctx.fillRect(0, 0, pane.width * ratio, pane.height * ratio)
    ctx.globalAlpha = 1
  }
  const zoom = viewport.zoom * ratio
  ctx.setTransform(zoom, 0, 0, zoom, viewport.x * ratio, viewport.y * ratio)
  paintLifted(ctx, state)
  paintRead(ctx, state, near)
  paintMarks(ctx, state)
  paintLabels(ctx, state, near)
  paintScene(ctx, state.furniture)
  paintScores(ctx, state, near)
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0)
  paintTag(ctx, state)
}

interface Neighbourhood {
  edges: number[]
  nodes: Set<number>
  dims: boolean
}

/** A pair being read is spoken of rather than the node. */
function neighbourhood({ network: { geometry }, reading, pair, focus }: OverlayState): Neighbourhood {
  if (pair >= 0) {
    const ends = [geometry.a[pair]!, geometry.b[pair]!]
    return { edges: [pair], nodes: new Set(ends), dims: focus }
  }
  if (reading < 0) return { edges: [], nodes: new Set(), dims: false }
  const edges = edgesAt(geometry, reading)
  return {
    edges,
    nodes: new Set([reading, ...edges.map((edge) => otherEnd(geometry, edge, reading))]),
    dims: focus,
  }
}

function strokeEdge(ctx: Context, { network, viewport }: OverlayState, edge: number): void {
  const { a, b, x, y, width } = network.geometry
  ctx.lineWidth = Math.max(width[edge]!, THINNEST / viewport.zoom)
  ctx.beginPath()
  ctx.moveTo(x[a[edge]!]!, y[a[edge]!]!)
  ctx.lineTo(x[b[edge]!]!, y[b[edge]!]!)
  ctx.stroke()
}

function paintLifted(ctx: Context, state: OverlayState): void {
  const { network, lifted } = state
  if (lifted.size === 0) return
  const edges = new Set([...lifted].flatMap((node) => edgesAt(network.geometry, node)))
  for (const edge of [...edges].sort((one, other) => other - one)) {
    const { colour, opacity } = network.edges[edge]!
    ctx.strokeStyle = colour
    ctx.globalAlpha = opacity
    strokeEdge(ctx, state, edge)
  }
  ctx.globalAlpha = 1
  for (const edge of edges) {
    paintNode(ctx, network, network.geometry.a[edge]!)
    paintNode(ctx, network, network.geometry.b[edge]!)
  }
  for (const node of lifted) paintNode(ctx, network, node)
}

/** Edges of what is read, weak first, then the circles that they touch. */
function paintRead(ctx: Context, state: OverlayState, near: Neighbourhood): void {
  const { network, palette, reading, hover, pair } = state
  ctx.strokeStyle = palette.needle
  // Edges stand strongest first: the strong ones are seen among many.
  const widest = network.geometry.width[near.edges[0] ?? -1] ?? 1
  for (const edge of [...near.edges].reverse()) {
    ctx.globalAlpha = 0.3 + 0.6 * Math.sqrt((network.geometry.width[edge] ?? 0) / widest)
    strokeEdge(ctx, state, edge)
  }
  const nodes = new Set(near.nodes)
  if (hover?.kind === 'edge') {
    ctx.globalAlpha = 0.6
    strokeEdge(ctx, state, hover.edge)
    nodes.add(network.geometry.a[hover.edge]!).add(network.geometry.b[hover.edge]!)
  }
  ctx.globalAlpha = 1
  // Edges lie beneath circles; of dimmed ones that are passed over nothing is shown.
  if (!near.dims) for (const node of nodesOn(network.geometry, near.edges)) nodes.add(node)
  for (const node of [...nodes].sort((one, other) => one - other)) paintNode(ctx, network, node)
  const needles = pair >= 0 ? [...near.nodes] : reading >= 0 ? [reading] : []
  for (const node of needles) paintNode(ctx, network, node, palette.needle)
}

/** What is dimmed lies beneath what is not. */
function paintLabels(ctx: Context, state: OverlayState, near: Neighbourhood): void {
  const isDim = (node: number) => near.dims && !near.nodes.has(node)
  const nodes = [...state.labels.keys()]
  for (const node of [...nodes.filter(isDim), ...nodes.filter((node) => !isDim(node))]) {
    const isRead = node === state.reading && state.readingLabel
    const { x, y } = state.shiftOf(node)
    ctx.save()
    ctx.translate(x, y)
    paintScene(ctx, isRead || state.labels.get(node)!, isDim(node) ? DIM_LABEL : 1)
    ctx.restore()
  }
}

/** The strongest scores, each in the middle of what is seen of its edge, or beside what stands there. */
function paintScores(ctx: Context, state: OverlayState, near: Neighbourhood): void {
  const written = near.edges.slice(0, WRITTEN_SCORES)
  const texts = written.map((edge) => state.scoreOf(edge))
  const boxes = [...state.labelBoxes].map(([node, [left, top, right, bottom]]): Box => {
    const { x, y } = state.shiftOf(node)
    return [left + x, top + y, right + x, bottom + y]
  })
  const places = placeScores(state.network.geometry, written, texts, boxes)
  const items = places.flatMap((place, i) => (place ? [scoreItem(texts[i]!, place, state.palette)] : []))
  paintScene(ctx, items)
}
