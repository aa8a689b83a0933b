/** Rings, pins, the lasso and the tag at what is pointed at. */
import { fontOf } from '../../../shared/figures/text.ts'
import type { OverlayState } from './overlay-state.ts'
import type { Point } from './viewport.ts'
import { toScreen } from './viewport.ts'

type Context = CanvasRenderingContext2D

/** CSS px. */
const RING = { width: 2, gap: 2.5 }
const TAG = { size: 11.5, line: 15, pad: 7, gap: 8 }

/** Painted in figure units. */
export function paintMarks(ctx: Context, state: OverlayState): void {
  const { network, palette, viewport, hover, selected, pinned, lasso } = state
  const px = 1 / viewport.zoom
  const { x, y, r } = network.geometry
  const ring = (node: number, colour: string, width: number) => {
    ctx.strokeStyle = colour
    ctx.lineWidth = width * px
    ctx.beginPath()
    ctx.arc(x[node]!, y[node]!, r[node]! + RING.gap * px, 0, 2 * Math.PI)
    ctx.stroke()
  }
  ctx.fillStyle = palette.bg
  for (const node of pinned) {
    ctx.beginPath()
    ctx.arc(x[node]!, y[node]!, Math.max(Math.min(r[node]! * 0.22, 3.5 * px), 1.2 * px), 0, 2 * Math.PI)
    ctx.fill()
  }
  for (const node of selected) ring(node, palette.ink, RING.width)
  if (hover?.kind === 'node') ring(hover.node, palette.line3, RING.width * 0.75)
  if (lasso.length > 1) paintLasso(ctx, lasso, palette.ink, px)
}

function paintLasso(ctx: Context, lasso: readonly Point[], ink: string, px: number): void {
  ctx.beginPath()
  for (const { x, y } of lasso) ctx.lineTo(x, y)
  ctx.closePath()
  ctx.fillStyle = ink
  ctx.globalAlpha = 0.06
  ctx.fill()
  ctx.globalAlpha = 1
  ctx.strokeStyle = ink
  ctx.lineWidth = 1.25 * px
  ctx.setLineDash([4 * px, 3 * px])
  ctx.stroke()
  ctx.setLineDash([])
}

/**
 * Name and figures of what is pointed at, or of what the keyboard has gone to; of what is read where no label says it. In
 * CSS px.
 */
export function paintTag(ctx: Context, state: OverlayState): void {
  const { network, labels, hover, reading, told, lifted } = state
  const { x, y, r, a, b } = network.geometry
  if (hover?.kind === 'edge') {
    const [one, two] = [a[hover.edge]!, b[hover.edge]!]
    const middle = toScreen(state.viewport, { x: (x[one]! + x[two]!) / 2, y: (y[one]! + y[two]!) / 2 })
    const words = `${state.nameOf(one)} – ${state.nameOf(two)}`
    paintTagAt(ctx, state, words, state.pairOf(hover.edge), middle, 0)
    return
  }
  if (lifted.size > 0) return
  const pointed = hover?.kind === 'node' ? hover.node : told
  const node = pointed >= 0 ? pointed : labels.has(reading) ? -1 : reading
  if (node < 0) return
  const at = toScreen(state.viewport, { x: x[node]!, y: y[node]! })
  paintTagAt(ctx, state, state.nameOf(node), state.factsOf(node), at, r[node]! * state.viewport.zoom)
}

function paintTagAt(
  ctx: Context,
  { palette, pane }: OverlayState,
  words: string,
  facts: string,
  at: Point,
  away: number,
): void {
  ctx.font = fontOf(TAG.size, 600)
  const first = ctx.measureText(words).width
  ctx.font = fontOf(TAG.size, 400)
  const width = Math.max(first, ctx.measureText(facts).width) + 2 * TAG.pad
  const height = 2 * TAG.line + TAG.pad
  const fitsRight = at.x + away + TAG.gap + width <= pane.width
  const left = fitsRight ? at.x + away + TAG.gap : Math.max(0, at.x - away - TAG.gap - width)
  const top = Math.min(Math.max(0, at.y - height / 2), Math.max(0, pane.height - height))
  ctx.fillStyle = palette.bg
  ctx.strokeStyle = palette.line3
  ctx.lineWidth = 1
  ctx.beginPath()
  ctx.rect(Math.round(left) + 0.5, Math.round(top) + 0.5, Math.round(width), height)
  ctx.fill()
  ctx.stroke()
  ctx.textAlign = 'left'
  ctx.textBaseline = 'alphabetic'
  const baseline = top + TAG.pad / 2 + 0.85 * TAG.size
  ctx.font = fontOf(TAG.size, 600)
  ctx.fillStyle = palette.ink
  ctx.fillText(words, left + TAG.pad, baseline + 1)
  ctx.font = fontOf(TAG.size, 400)
  ctx.fillStyle = palette.ink2
  ctx.fillText(facts, left + TAG.pad, baseline + 1 + TAG.line)
}
