/** What a chart is made from and what it becomes. */
import type { ChartConfiguration } from 'chart.js'
import type { FigureLayout, LayoutOptions } from './layout.ts'
import type { FigurePalette, FigureTheme } from './palette.ts'

/** The types of chart that a host must register with Chart.js. */
export type FigureChartType = 'bar' | 'line'
export type FigureConfiguration = ChartConfiguration<
  FigureChartType,
  ({ x: number; y: number } | number | null)[],
  unknown
>

export interface ChartOptions extends LayoutOptions {
  theme: FigureTheme
  /** Leaves the background out. */
  transparent?: boolean | undefined
  /** Colour that stands behind a transparent figure, where it is known: rims and hollow marks are drawn in it. */
  background?: string | undefined
}

/** What the parts of a chart are built with. */
export interface Drawing {
  palette: FigurePalette
  layout: FigureLayout
  transparent: boolean
  /** Rims in the colour of the background keep text readable over lines; of no use where that is not known. */
  halo: { halo?: string }
  words: boolean
}
