/** A figure's spec as a Chart.js configuration: the one way it is drawn, on a screen's canvas and into files. */
import type { ChartConfiguration, Plugin } from 'chart.js'
import { barsChart, dotsChart } from './chart-rows.ts'
import { ranksChart } from './chart-ranks.ts'
import type { Context } from './draw.ts'
import { centredOn, drawHatch, drawText } from './draw.ts'
import type { FigureLayout, LayoutOptions } from './layout.ts'
import { layoutFigure } from './layout.ts'
import type { FigurePalette, FigureTheme } from './palette.ts'
import { PALETTES } from './palette.ts'
import type { FigureSpec } from './spec.ts'
import { SIZES } from './text.ts'

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

/**
 * @returns plain objects and pure functions; `layout.height` is the height to give the canvas. Not animated and not
 * responsive: the host gives the size. The pixel ratio is the host's too.
 */
export function toChart(
  spec: FigureSpec,
  options: ChartOptions,
): { config: FigureConfiguration; layout: FigureLayout } {
  const layout = layoutFigure(spec, options)
  const { theme, transparent = false, background } = options
  const palette = { ...PALETTES[theme], ...(background === undefined ? {} : { bg: background }) }
  const drawing: Drawing = {
    palette,
    layout,
    transparent,
    halo: transparent && background === undefined ? {} : { halo: palette.bg },
    words: options.words ?? true,
  }
  const chart = chartOf(spec, drawing)
  const plugins = [
    backgroundPlugin(drawing),
    ...(chart.plugins ?? []),
    emptyPlugin(spec, drawing),
    wordsPlugin(drawing),
  ]
  const base: NonNullable<FigureConfiguration['options']> = {
    animation: false,
    responsive: false,
    maintainAspectRatio: false,
    events: [],
    layout: { padding: layout.padding },
    plugins: { legend: { display: false }, tooltip: { enabled: false } },
  }
  return { layout, config: { ...chart, options: { ...base, ...chart.options }, plugins } }
}

function chartOf(spec: FigureSpec, drawing: Drawing): FigureConfiguration {
  switch (spec.kind) {
    case 'bars':
      return barsChart(spec, drawing)
    case 'dots':
      return dotsChart(spec, drawing)
    case 'ranks':
      return ranksChart(spec, drawing)
  }
}

function backgroundPlugin({ palette, transparent, layout }: Drawing): Plugin {
  return {
    id: 'background',
    beforeDraw(chart) {
      if (transparent) return
      const ctx: Context = chart.ctx
      ctx.save()
      ctx.fillStyle = palette.bg
      ctx.fillRect(0, 0, layout.width, layout.height)
      ctx.restore()
    },
  }
}

function wordsPlugin({ palette, layout }: Drawing): Plugin {
  return {
    id: 'words',
    afterDraw(chart) {
      for (const { text, x, y, size, weight, tone } of layout.texts) {
        drawText(chart.ctx, text, x, y, { size, weight, colour: palette[tone] })
      }
    },
  }
}

/** A figure of which nothing was published is a hatched plot that says so. */
function emptyPlugin(spec: FigureSpec, { palette, layout: { scale } }: Drawing): Plugin {
  return {
    id: 'empty',
    afterDraw(chart) {
      if (spec.empty === '') return
      const { left, top, width, height } = chart.chartArea
      drawHatch(chart.ctx, { x: left, y: top, width, height }, palette, scale, false)
      const style = {
        size: SIZES.label * scale,
        weight: 600,
        colour: palette.ink2,
        align: 'center',
        halo: palette.bg,
      } as const
      drawText(chart.ctx, spec.empty, left + width / 2, centredOn(top + height / 2, style.size), style)
    },
  }
}
