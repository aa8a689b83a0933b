/** A figure's spec as a Chart.js configuration: the one way it is drawn, on a screen's canvas and into files. */
import type { Plugin } from 'chart.js'
import { barsChart, dotsChart } from './chart-rows.ts'
import { ranksChart } from './chart-ranks.ts'
import type { ChartOptions, Drawing, FigureConfiguration } from './chart-types.ts'
import type { Context } from './draw.ts'
import { centredOn, drawHatch, drawText } from './draw.ts'
import type { FigureLayout } from './layout.ts'
import { layoutFigure } from './layout.ts'
import { PALETTES } from './palette.ts'
import type { FigureSpec } from './spec.ts'
import { SIZES } from './text.ts'

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
