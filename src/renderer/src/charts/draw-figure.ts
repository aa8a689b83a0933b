/** Draws a figure on a canvas of the page. Loaded with the chart component, never with the first screen. */
import { Chart } from '../../../shared/figures/chart-parts.ts'
import type { FigureTheme } from '../../../shared/figures/palette.ts'
import type { FigureSpec } from '../../../shared/figures/spec.ts'
import { toChart } from '../../../shared/figures/to-chart.ts'
import { measureOnCanvas } from './measure.ts'

export interface DrawOptions {
  theme: FigureTheme
  /** px. */
  width: number
  height?: number | undefined
  /** False leaves title, subtitle, notes and source out. */
  words: boolean
  ratio: number
}

/** The colour that shows behind an element: its own or the next outer one's that is not transparent. */
function backgroundBehind(element: Element): string | undefined {
  for (let outer: Element | null = element; outer; outer = outer.parentElement) {
    const colour = getComputedStyle(outer).backgroundColor
    if (colour !== '' && colour !== 'transparent' && !colour.endsWith(', 0)')) return colour
  }
  return undefined
}

/** Draws anew; the canvas takes the size of the figure. Returns what takes the drawing away again. */
export function drawFigure(canvas: HTMLCanvasElement, spec: FigureSpec, options: DrawOptions): () => void {
  const { config, layout } = toChart(spec, {
    ...options,
    measure: measureOnCanvas,
    transparent: true,
    margin: 0,
    background: backgroundBehind(canvas),
  })
  canvas.width = layout.width
  canvas.height = layout.height
  canvas.style.width = `${layout.width}px`
  canvas.style.height = `${layout.height}px`
  const chart = new Chart(canvas, {
    ...config,
    options: { ...config.options, devicePixelRatio: options.ratio },
  })
  return () => chart.destroy()
}
