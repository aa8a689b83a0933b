/** A figure as a scene: Chart.js lays it out and draws it on the recording context. */
import type { ChartItem } from 'chart.js'
import { BasicPlatform } from 'chart.js'
import { Chart } from '../../../shared/figures/chart-parts.ts'
import type { FigureTheme } from '../../../shared/figures/palette.ts'
import type { FigureSpec } from '../../../shared/figures/spec.ts'
import { toChart } from '../../../shared/figures/to-chart.ts'
import { RecordingContext } from './recording-context.ts'
import type { Scene } from '../../../shared/figures/scene.ts'
import type { TextMetrics } from '../../drawing/text-metrics.ts'

/** Screens are laid out at this ratio too, so hairlines fall on the same half pixels. */
const RATIO = 2

export interface RecordOptions {
  /** px of 1/96 inch. */
  width: number
  /** Without it the height the content wants. */
  height?: number | undefined
  theme: FigureTheme
  transparent: boolean
}

export function recordFigure(spec: FigureSpec, options: RecordOptions, metrics: TextMetrics): Scene {
  const { config, layout } = toChart(spec, { ...options, measure: metrics.width })
  const context = new RecordingContext(layout.width, layout.height, metrics, RATIO)
  const chart = new Chart(context.canvas as unknown as ChartItem, {
    ...config,
    platform: BasicPlatform,
    options: { ...config.options, devicePixelRatio: RATIO },
  })
  const items = context.items // destroying the chart clears the canvas
  chart.destroy()
  return { width: layout.width, height: layout.height, items }
}
