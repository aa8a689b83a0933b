/** Text widths as the browser's canvas draws them, for the layout of figures. */
import type { Measure } from '../../../shared/figures/text.ts'
import { fontOf } from '../../../shared/figures/text.ts'

let context: CanvasRenderingContext2D | null | undefined

const canvasContext = () => (context ??= document.createElement('canvas').getContext('2d'))

/** Whether this page can draw on a canvas at all. */
export const canDraw = (): boolean => canvasContext() !== null

/** Half an em a character where there is no canvas. */
export const measureOnCanvas: Measure = (text, size, weight) => {
  const context = canvasContext()
  if (!context) return (text.length * size) / 2
  context.font = fontOf(size, weight)
  return context.measureText(text).width
}

/** Resolves when both weights of the figures' font have the characters of the text, or cannot be had. */
export async function figureFontReady(text: string): Promise<void> {
  if (!('fonts' in document)) return
  await Promise.allSettled([
    document.fonts.load(fontOf(12, 400), text),
    document.fonts.load(fontOf(12, 600), text),
  ])
}
