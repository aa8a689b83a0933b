/** A figure as vue-chartjs draws it. Loaded with the chart component, never with the first screen. */
import { markRaw } from 'vue'
import type { ChartProps } from 'vue-chartjs'
import '../../../shared/figures/chart-parts.ts'
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

export interface FigureDrawing {
  /** Another one for every drawing: a canvas is never drawn over. */
  key: number
  chart: Pick<ChartProps, 'type' | 'data'> & Required<Pick<ChartProps, 'options' | 'plugins'>>
  /** px. */
  width: number
  height: number
}

let drawings = 0

/** What is to be drawn in `frame`, whose background shows behind it. */
export function figureDrawing(frame: Element, spec: FigureSpec, options: DrawOptions): FigureDrawing {
  const { config, layout } = toChart(spec, {
    ...options,
    measure: measureOnCanvas,
    transparent: true,
    margin: 0,
    background: backgroundBehind(frame),
  })
  drawings += 1
  return {
    key: drawings,
    // Raw: vue-chartjs watches data and options to their depth, and these never change in place.
    chart: {
      type: config.type,
      data: markRaw(config.data),
      options: markRaw({ ...config.options, devicePixelRatio: options.ratio }),
      plugins: config.plugins ?? [],
    } as FigureDrawing['chart'],
    width: layout.width,
    height: layout.height,
  }
}
