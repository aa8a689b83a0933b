/** Runs in the browser of figure-fidelity.spec.ts: draws a figure on a real canvas, as the screens do. */
import { Chart } from '../../../src/shared/figures/chart-parts.ts'
import type { FigureTheme } from '../../../src/shared/figures/palette.ts'
import type { FigureSpec } from '../../../src/shared/figures/spec.ts'
import { fontOf } from '../../../src/shared/figures/text.ts'
import { toChart } from '../../../src/shared/figures/to-chart.ts'

interface Canvas {
  width: number
  height: number
  // Chart.js alone reads it; this file is checked without the page's types.
  getContext(kind: '2d'): { font: string; measureText(text: string): { width: number } }
  toDataURL(): string
}
declare const document: {
  createElement(name: 'canvas'): Canvas
  fonts: { load(font: string, text: string): Promise<unknown> }
}

/** @returns the picture as the address of a PNG, twice as wide as asked */
export async function drawOnCanvas(spec: FigureSpec, theme: FigureTheme, width: number): Promise<string> {
  const words = JSON.stringify(spec)
  await Promise.all([
    document.fonts.load(fontOf(12, 400), words),
    document.fonts.load(fontOf(12, 600), words),
  ])
  const context = document.createElement('canvas').getContext('2d')
  const { config, layout } = toChart(spec, {
    theme,
    width,
    measure(text, size, weight) {
      context.font = fontOf(size, weight)
      return context.measureText(text).width
    },
  })
  const canvas = document.createElement('canvas')
  canvas.width = layout.width
  canvas.height = layout.height
  new Chart(canvas as never, { ...config, options: { ...config.options, devicePixelRatio: 2 } })
  return canvas.toDataURL()
}
