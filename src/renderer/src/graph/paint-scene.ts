/** Scene items on a canvas: the same items that files are written from. */
import type { Clip, SceneItem, TextItem } from '../../../shared/figures/scene.ts'
import { linesOf } from '../../../shared/figures/scene.ts'
import { fontOf } from '../../../shared/figures/text.ts'

type Context = CanvasRenderingContext2D

/** Paints items in their order, in the units of the context's transform; its state is left as it was. */
export function paintScene(ctx: Context, items: readonly SceneItem[], opacity = 1): void {
  ctx.save()
  for (const item of items) {
    ctx.globalAlpha = item.opacity * opacity
    if (item.clip === null) paintItem(ctx, item)
    else {
      ctx.save()
      clipTo(ctx, item.clip)
      paintItem(ctx, item)
      ctx.restore()
    }
  }
  ctx.restore()
}

function clipTo(ctx: Context, clip: Clip): void {
  if (clip.within) clipTo(ctx, clip.within)
  ctx.clip(new Path2D(clip.d))
}

function paintItem(ctx: Context, item: SceneItem): void {
  switch (item.type) {
    case 'path':
      return paintPath(ctx, item)
    case 'text':
      return paintText(ctx, item)
    case 'circle':
      ctx.beginPath()
      ctx.arc(item.x, item.y, item.r, 0, 2 * Math.PI)
      rimThenFill(ctx, item)
      return
    case 'line':
      ctx.beginPath()
      ctx.moveTo(item.x1, item.y1)
      ctx.lineTo(item.x2, item.y2)
      ctx.strokeStyle = item.stroke
      ctx.lineWidth = item.strokeWidth
      ctx.lineCap = item.cap
      ctx.stroke()
  }
}

/** The rim lies behind the fill, so that half of it is seen. */
function rimThenFill(
  ctx: Context,
  { fill, stroke, strokeWidth }: { fill: string | null; stroke: string | null; strokeWidth: number },
): void {
  if (stroke !== null && strokeWidth > 0) {
    ctx.strokeStyle = stroke
    ctx.lineWidth = strokeWidth
    ctx.stroke()
  }
  if (fill !== null) {
    ctx.fillStyle = fill
    ctx.fill()
  }
}

function paintPath(ctx: Context, item: Extract<SceneItem, { type: 'path' }>): void {
  const path = new Path2D(item.d)
  if (item.fill !== null) {
    ctx.fillStyle = item.fill
    ctx.fill(path, item.evenOdd ? 'evenodd' : 'nonzero')
  }
  if (item.stroke === null) return
  ctx.strokeStyle = item.stroke
  ctx.lineWidth = item.strokeWidth
  ctx.lineCap = item.cap as CanvasLineCap
  ctx.lineJoin = item.join as CanvasLineJoin
  ctx.setLineDash(item.dash)
  ctx.stroke(path)
  ctx.setLineDash([])
}

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const

function paintText(ctx: Context, item: TextItem): void {
  ctx.save()
  if (item.turn) {
    const [a, b, c, d] = item.turn
    ctx.transform(a, b, c, d, item.x, item.y)
    ctx.translate(-item.x, -item.y)
  }
  ctx.textAlign = ALIGN[item.anchor]
  ctx.textBaseline = 'alphabetic'
  const hasRim = item.stroke !== null && item.strokeWidth > 0
  for (const line of linesOf(item)) {
    ctx.font = fontOf(item.size, line.weight)
    if (hasRim) {
      ctx.strokeStyle = item.stroke as string
      ctx.lineWidth = item.strokeWidth
      ctx.lineJoin = 'round'
      ctx.strokeText(line.text, item.x, line.y)
    }
    if (line.fill === null) continue
    ctx.fillStyle = line.fill
    ctx.fillText(line.text, item.x, line.y)
  }
  ctx.restore()
}
