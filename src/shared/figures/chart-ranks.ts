/** Ranks by year: 1 at the top, one line a series, hatched gaps where what is counted changed. */
import { LANGUAGE_MARKS } from '../domain/language.ts'
import type { Plugin } from 'chart.js'
import { drawHatch, drawText } from './draw.ts'
import { dataColour } from './palette.ts'
import type { RanksSpec } from './spec.ts'
import { FIGURE_FONT, SIZES } from './text.ts'
import { rankTicks, yearTicks } from './ticks.ts'
import type { Drawing, FigureConfiguration } from './chart-types.ts'

const DOT = 4
const GAP_WIDTH = 12
/** Of the width of the plot, for one year's label. */
const YEAR_WIDTH = 44

export function ranksChart(spec: RanksSpec, drawing: Drawing): FigureConfiguration {
  const { palette, layout } = drawing
  const colour = spec.subject === 'all' ? palette.ink : dataColour(palette, spec.subject)
  const lastYear = Math.max(...spec.series.flatMap(({ points }) => points.map(({ x }) => x)))
  return {
    type: 'line',
    data: {
      datasets: spec.series.map(({ points }) => {
        const colours = points.map(({ x }) => (x === lastYear ? palette.needle : colour))
        return {
          data: points.map(({ x, y }) => ({ x, y })),
          parsing: false,
          borderColor: colour,
          borderWidth: 1.75 * layout.scale,
          // Between years that do not follow each other nothing is known: dots lead over.
          segment: {
            borderDash: ({ p0, p1 }: { p0: { parsed: { x: number } }; p1: { parsed: { x: number } } }) =>
              p1.parsed.x - p0.parsed.x > 1 ? [1.5 * layout.scale, 3 * layout.scale] : undefined,
          },
          pointRadius: DOT * layout.scale,
          pointBackgroundColor: points.map(({ hollow }, i) => (hollow ? palette.bg : colours[i])),
          pointBorderColor: colours,
          pointBorderWidth: 1.5 * layout.scale,
          clip: false,
        }
      }),
    },
    options: { locale: LANGUAGE_MARKS[spec.language].locale, scales: scales(spec, drawing) },
    plugins: [breaksPlugin(spec, drawing), pointLabelsPlugin(spec, drawing, lastYear)],
  } as unknown as FigureConfiguration
}

function scales(spec: RanksSpec, { palette, layout }: Drawing) {
  const { scale, width } = layout
  const years = spec.series.flatMap(({ points }) => points.map(({ x }) => x))
  const [from, to] = years.length > 0 ? [Math.min(...years), Math.max(...years)] : [0, 1]
  const worst = Math.max(5, ...spec.series.flatMap(({ points }) => points.map(({ y }) => y)))
  const air = 0.09 * (worst - 1)
  const font = { family: `'${FIGURE_FONT}', sans-serif`, size: SIZES.axis * scale }
  const labelled =
    years.length > 0 ? yearTicks(from, to, Math.max(2, Math.floor(width / (YEAR_WIDTH * scale)))) : []
  const ticksOf = (values: number[]) => (axis: { ticks: { value: number }[] }) => {
    axis.ticks = values.map((value) => ({ value }))
  }
  const common = {
    color: palette.ink3,
    font,
    autoSkip: false,
    callback: (value: string | number) => String(value),
  }
  return {
    x: {
      type: 'linear' as const,
      position: 'top' as const,
      min: from - 0.4,
      max: to + 0.4,
      afterBuildTicks: ticksOf(labelled),
      ticks: { ...common, padding: 3 * scale, maxRotation: 0 },
      grid: { display: false, drawTicks: false },
      border: { display: years.length > 0, color: palette.ink, width: scale },
    },
    y: {
      type: 'linear' as const,
      reverse: true,
      min: 1 - air * 1.6,
      max: worst + air,
      afterBuildTicks: ticksOf(years.length > 0 ? rankTicks(worst) : []),
      ticks: { ...common, padding: 6 * scale },
      grid: { color: palette.line, lineWidth: scale, drawTicks: false },
      border: { display: false },
    },
  }
}

/** Hatched bands, and at their sides what was counted before and after. */
function breaksPlugin(spec: RanksSpec, { palette, layout: { scale } }: Drawing): Plugin {
  return {
    id: 'breaks',
    beforeDatasetsDraw(chart) {
      const { top, bottom, height } = chart.chartArea
      const at = (year: number) => chart.scales['x']?.getPixelForValue(year) ?? 0
      for (const gap of spec.breaks) {
        const width = Math.min(GAP_WIDTH * scale, 0.5 * (at(gap.to) - at(gap.from)))
        const middle = (at(gap.from) + at(gap.to)) / 2
        drawHatch(chart.ctx, { x: middle - width / 2, y: top, width, height }, palette, scale, false)
        const style = { size: SIZES.axis * scale, weight: 400, colour: palette.ink3 } as const
        const y = bottom + 13 * scale
        const before = spec.series.findLast(({ points }) => points.some(({ x }) => x === gap.from))
        const after = spec.series.find(({ points }) => points.some(({ x }) => x === gap.to))
        drawText(chart.ctx, before?.label ?? '', middle - width, y, { ...style, align: 'right' })
        drawText(chart.ctx, after?.label ?? '', middle + width, y, style)
      }
    },
  }
}

function pointLabelsPlugin(
  spec: RanksSpec,
  { palette, layout: { scale }, halo }: Drawing,
  last: number,
): Plugin {
  return {
    id: 'point-labels',
    afterDatasetsDraw(chart) {
      const [x, y] = [chart.scales['x'], chart.scales['y']]
      for (const point of spec.series.flatMap(({ points }) => points)) {
        const colour = point.x === last ? palette.needleText : palette.ink
        const style = { size: SIZES.label * scale, weight: 600, colour, align: 'center', ...halo } as const
        const above = (y?.getPixelForValue(point.y) ?? 0) - (DOT + 5) * scale
        drawText(chart.ctx, point.text, x?.getPixelForValue(point.x) ?? 0, above, style)
      }
    },
  }
}
