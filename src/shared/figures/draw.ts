/** Small drawings on any canvas context, real or recording. */
import type { FigurePalette } from './palette.ts'
import type { Weight } from './text.ts'
import { fontOf } from './text.ts'

/** What figures draw with, declared here because shared code knows no DOM; a browser's 2D context satisfies it. */
export interface Context {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineJoin: string
  font: string
  textAlign: string
  textBaseline: string
  save(): void
  restore(): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  rect(x: number, y: number, width: number, height: number): void
  clip(): void
  stroke(): void
  fillRect(x: number, y: number, width: number, height: number): void
  fillText(text: string, x: number, y: number): void
  strokeText(text: string, x: number, y: number): void
  setLineDash(segments: number[]): void
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export interface TextStyle {
  size: number
  weight: Weight
  colour: string
  align?: 'left' | 'center' | 'right'
  /** A rim in this colour keeps the text readable over a line. */
  halo?: string
}

/** Writes text with its baseline at `y`. */
export function drawText(ctx: Context, text: string, x: number, y: number, style: TextStyle): void {
  ctx.save()
  ctx.font = fontOf(style.size, style.weight)
  ctx.textAlign = style.align ?? 'left'
  ctx.textBaseline = 'alphabetic'
  if (style.halo) {
    ctx.strokeStyle = style.halo
    ctx.lineWidth = style.size * 0.3
    ctx.lineJoin = 'round'
    ctx.strokeText(text, x, y)
  }
  ctx.fillStyle = style.colour
  ctx.fillText(text, x, y)
  ctx.restore()
}

/** Baseline of text whose capitals are centred on `y`. */
export const centredOn = (y: number, size: number): number => y + 0.35 * size

/** Diagonal lines inside a box: "not published", or a gap that nothing crosses. */
export function drawHatch(
  ctx: Context,
  box: Box,
  palette: FigurePalette,
  scale: number,
  outlined: boolean,
): void {
  ctx.save()
  ctx.beginPath()
  ctx.rect(box.x, box.y, box.width, box.height)
  ctx.clip()
  ctx.strokeStyle = outlined ? palette.line3 : palette.hatch
  ctx.lineWidth = scale
  ctx.beginPath()
  for (let offset = -box.height; offset < box.width; offset += 5 * scale) {
    ctx.moveTo(box.x + offset, box.y + box.height)
    ctx.lineTo(box.x + offset + box.height, box.y)
  }
  ctx.stroke()
  ctx.restore()
  if (!outlined) return
  ctx.save()
  ctx.strokeStyle = palette.line3
  ctx.lineWidth = scale
  ctx.beginPath()
  ctx.rect(box.x, box.y, box.width, box.height)
  ctx.stroke()
  ctx.restore()
}

export function drawLine(
  ctx: Context,
  points: [x: number, y: number][],
  style: { colour: string; width: number; dash?: number[] },
): void {
  ctx.save()
  ctx.strokeStyle = style.colour
  ctx.lineWidth = style.width
  if (style.dash) ctx.setLineDash(style.dash)
  ctx.beginPath()
  points.forEach(([x, y], i) => (i === 0 ? ctx.moveTo(x, y) : ctx.lineTo(x, y)))
  ctx.stroke()
  ctx.restore()
}
