/** Bars and dots, one row each: rank and name at the left, the amount on an axis at the top. */
import { LANGUAGE_MARKS } from '../domain/language.ts'
import type { Chart, Plugin } from 'chart.js'
import { formatNumber } from '../format/numbers.ts'
import type { Context } from './draw.ts'
import { centredOn, drawHatch, drawLine, drawText } from './draw.ts'
import { dataColour } from './palette.ts'
import type { BarsSpec, DotsSpec, FigureRow } from './spec.ts'
import { SIZES, FIGURE_FONT } from './text.ts'
import { tickDecimals, ticksBetween } from './ticks.ts'
import type { Drawing, FigureConfiguration } from './chart-types.ts'

type RowsSpec = BarsSpec | DotsSpec
const HATCH_WIDTH = 44
const DOT = 4.5

const published = (rows: FigureRow[]) => rows.flatMap(({ value }) => (value === null ? [] : [value]))

function colours(spec: RowsSpec, { palette }: Drawing) {
  const data = dataColour(palette, spec.subject)
  return spec.rows.map(({ highlighted }) => (highlighted ? palette.needle : data))
}

/** As many round values, five at most, as can be written side by side; none where nothing was published. */
function axisTicks(spec: RowsSpec, { layout }: Drawing, { min, max }: { min: number; max: number }) {
  const { width, padding, measure, scale } = layout
  const room = (width - padding.left - padding.right) / (max - min)
  for (let most = published(spec.rows).length === 0 ? 0 : 5; most > 0; most--) {
    const values = ticksBetween(min, max, most)
    const decimals = tickDecimals(values)
    const write = (value: number) => formatNumber(value, decimals, spec.language)
    const widest = Math.max(...values.map((value) => measure(write(value), SIZES.axis * scale, 400)))
    const step = values.length > 1 ? (values[1] ?? 0) - (values[0] ?? 0) : Infinity
    if (step * room >= widest + 8 * scale) return { values, write }
  }
  return { values: [], write: String }
}

function scales(spec: RowsSpec, drawing: Drawing, range: { min: number; max: number }) {
  const { palette, layout } = drawing
  const { scale } = layout
  const ticks = axisTicks(spec, drawing, range)
  return {
    x: {
      type: 'linear' as const,
      position: 'top' as const,
      ...range,
      afterBuildTicks: (axis: { ticks: { value: number }[] }) => {
        axis.ticks = ticks.values.map((value) => ({ value }))
      },
      ticks: {
        callback: (value: string | number) => ticks.write(Number(value)),
        color: palette.ink3,
        font: { family: `'${FIGURE_FONT}', sans-serif`, size: SIZES.axis * scale },
        padding: 3 * scale,
        maxRotation: 0,
        autoSkip: false,
      },
      grid: { color: palette.line, lineWidth: scale, drawTicks: false },
      border: { color: palette.ink, width: scale },
    },
    y: { type: 'category' as const, display: false, offset: true },
  }
}

function base(
  spec: RowsSpec,
  drawing: Drawing,
  range: { min: number; max: number },
): FigureConfiguration['options'] {
  return {
    indexAxis: 'y',
    locale: LANGUAGE_MARKS[spec.language].locale,
    scales: scales(spec, drawing, range),
  } as FigureConfiguration['options']
}

export function barsChart(spec: BarsSpec, drawing: Drawing): FigureConfiguration {
  const { palette, layout } = drawing
  const fill = colours(spec, drawing)
  // The axis ends at the longest bar: its last tick is the last round value before it.
  const reach = spec.rows.map(({ interval }) => interval?.[1] ?? 0)
  const max = Math.max(0, ...published(spec.rows), ...reach) || 1
  return {
    type: 'bar',
    data: {
      labels: spec.rows.map(({ label }) => label),
      datasets: [
        {
          data: spec.rows.map(({ value }) => value),
          backgroundColor: spec.rows.map(({ hollow }, i) => (hollow ? palette.bg : fill[i])) as string[],
          borderColor: fill,
          borderWidth: spec.rows.map(({ hollow }) => (hollow ? 1.25 * layout.scale : 0)),
          borderSkipped: false,
          barThickness: Math.max(2, Math.min(12 * layout.scale, 0.6 * (layout.rows?.rowHeight ?? 20))),
        },
      ],
    },
    options: base(spec, drawing, { min: 0, max }),
    plugins: [
      labelsPlugin(spec, drawing),
      whiskersPlugin(spec, drawing),
      rulesPlugin(spec, drawing),
      valuesPlugin(spec, drawing, 6),
    ],
  } as FigureConfiguration
}

/** Dots need not start at 0: the axis holds the values with a little air, and the reference line. */
function dotRange(spec: DotsSpec): { min: number; max: number } {
  const values = [...published(spec.rows), ...(spec.reference ? [spec.reference.value] : [])]
  if (values.length === 0) return { min: 0, max: 1 }
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const air = (high - low || Math.abs(high) || 1) * 0.08
  return { min: low >= 0 ? Math.max(0, low - air) : low - air, max: high + air }
}

export function dotsChart(spec: DotsSpec, drawing: Drawing): FigureConfiguration {
  const { palette, layout } = drawing
  const fill = colours(spec, drawing)
  return {
    type: 'line',
    data: {
      labels: spec.rows.map(({ label }) => label),
      datasets: [
        {
          data: spec.rows.map(({ value }) => value),
          showLine: false,
          pointRadius: DOT * layout.scale,
          pointBackgroundColor: spec.rows.map(({ hollow }, i) => (hollow ? palette.bg : fill[i])) as string[],
          pointBorderColor: fill,
          pointBorderWidth: 1.5 * layout.scale,
          clip: false,
        },
      ],
    },
    options: base(spec, drawing, dotRange(spec)),
    plugins: [
      stemsPlugin(spec, drawing),
      referencePlugin(spec, drawing),
      labelsPlugin(spec, drawing),
      valuesPlugin(spec, drawing, 10),
    ],
  } as unknown as FigureConfiguration
}

const rowY = (chart: Chart, index: number) => chart.scales['y']?.getPixelForValue(index) ?? 0
const valueX = (chart: Chart, value: number) => chart.scales['x']?.getPixelForValue(value) ?? 0

function labelsPlugin(spec: RowsSpec, { palette, layout }: Drawing): Plugin {
  return {
    id: 'row-labels',
    afterDraw(chart) {
      if (!layout.rows) return
      const { rankRight, nameLeft, labels } = layout.rows
      const [rank, name] = [SIZES.axis * layout.scale, SIZES.label * layout.scale]
      spec.rows.forEach((row, i) => {
        const y = rowY(chart, i)
        const colour = row.highlighted ? palette.needleText : palette.ink
        if (row.rank !== '') {
          const style = {
            size: rank,
            weight: 400,
            colour: row.highlighted ? colour : palette.ink3,
            align: 'right',
          } as const
          drawText(chart.ctx, row.rank, rankRight, centredOn(y, rank), style)
        }
        const weight = row.highlighted ? 600 : 400
        drawText(chart.ctx, labels[i] ?? '', nameLeft, centredOn(y, name), { size: name, weight, colour })
      })
    },
  }
}

/** The value beside its mark; a row without one is hatched and says so. */
function valuesPlugin(spec: RowsSpec, { palette, layout, halo }: Drawing, gap: number): Plugin {
  const { scale, rows, measure } = layout
  const thickness = Math.min(10 * scale, 0.6 * (rows?.rowHeight ?? 20))
  const reference = spec.kind === 'dots' ? spec.reference : null

  function drawMissing(chart: Chart, row: FigureRow, y: number): void {
    const box = {
      x: chart.chartArea.left + scale,
      y: y - thickness / 2,
      width: HATCH_WIDTH * scale,
      height: thickness,
    }
    drawHatch(chart.ctx, box, palette, scale, true)
    const style = { size: SIZES.axis * scale, weight: 400, colour: palette.ink3, ...halo } as const
    drawText(chart.ctx, row.text, box.x + box.width + gap * scale, centredOn(y, style.size), style)
  }

  function drawValue(chart: Chart, row: FigureRow, value: number, y: number): void {
    const size = SIZES.label * scale
    const weight = row.highlighted ? 600 : 400
    const x = valueX(chart, Math.max(value, row.interval?.[1] ?? value))
    const end = x + gap * scale + measure(row.text, size, weight)
    const line = reference ? valueX(chart, reference.value) : -1
    // Left of its dot where the reference line would run through the digits.
    const left = line > x && line < end + 3 * scale
    const style = {
      size,
      weight,
      colour: row.highlighted ? palette.needleText : palette.ink2,
      ...halo,
    } as const
    const at = left ? x - gap * scale : x + gap * scale
    drawText(chart.ctx, row.text, at, centredOn(y, size), { ...style, align: left ? 'right' : 'left' })
  }

  return {
    id: 'row-values',
    afterDraw(chart) {
      spec.rows.forEach((row, i) => {
        if (row.value === null) drawMissing(chart, row, rowY(chart, i))
        else drawValue(chart, row, row.value, rowY(chart, i))
      })
    },
  }
}

/** The interval of a value: a hairline over the end of its bar, with a cap at either end. */
function whiskersPlugin(spec: RowsSpec, { palette, layout: { scale } }: Drawing): Plugin {
  const cap = 3 * scale
  return {
    id: 'whiskers',
    afterDatasetsDraw(chart) {
      spec.rows.forEach(({ interval }, i) => {
        if (!interval) return
        const y = rowY(chart, i)
        const [low, high] = interval.map((value) => valueX(chart, value)) as [number, number]
        const line = { colour: palette.ink, width: scale }
        for (const x of [low, high]) {
          drawLine(
            chart.ctx,
            [
              [x, y - cap],
              [x, y + cap],
            ],
            line,
          )
        }
        drawLine(
          chart.ctx,
          [
            [low, y],
            [high, y],
          ],
          line,
        )
      })
    },
  }
}

/** A thin line leads from the name to the dot, so that rows can be followed. */
function stemsPlugin(spec: DotsSpec, { palette, layout: { scale } }: Drawing): Plugin {
  return {
    id: 'stems',
    beforeDatasetsDraw(chart) {
      spec.rows.forEach(({ value, highlighted }, i) => {
        if (value === null) return
        const y = rowY(chart, i)
        const end = valueX(chart, value) - DOT * scale
        const colour = highlighted ? palette.needle : palette.line2
        drawLine(
          chart.ctx,
          [
            [chart.chartArea.left, y],
            [end, y],
          ],
          { colour, width: scale },
        )
      })
    },
  }
}

/** Median and quartiles of a group, over the bars; the sentence under the figure says whose they are. */
function rulesPlugin({ rules }: BarsSpec, { palette, layout: { scale } }: Drawing): Plugin {
  return {
    id: 'rules',
    afterDatasetsDraw(chart) {
      if (!rules) return
      const ctx: Context = chart.ctx
      const { top, bottom } = chart.chartArea
      const line = (value: number, style: { colour: string; width: number; dash: number[] }) => {
        const x = valueX(chart, value)
        drawLine(ctx, [[x, top] as const, [x, bottom] as const], style)
      }
      for (const { value } of rules.quartiles)
        line(value, { colour: palette.ink3, width: scale, dash: [scale, 2.5 * scale] })
      line(rules.median.value, { colour: palette.ink, width: 1.25 * scale, dash: [4 * scale, 2.5 * scale] })
    },
  }
}

function referencePlugin({ reference }: DotsSpec, { palette, layout: { scale } }: Drawing): Plugin {
  return {
    id: 'reference',
    beforeDatasetsDraw(chart) {
      if (!reference) return
      const ctx: Context = chart.ctx
      const { top, bottom, left, right } = chart.chartArea
      const x = valueX(chart, reference.value)
      drawLine(
        ctx,
        [
          [x, top],
          [x, bottom],
        ],
        { colour: palette.ink, width: 1.25 * scale, dash: [1.5 * scale, 2.5 * scale] },
      )
      // Under the plot, where no mark can touch it, on the side with more room.
      const align = x > (left + right) / 2 ? 'right' : 'left'
      const at = align === 'right' ? x + 2 * scale : x - 2 * scale
      const style = { size: SIZES.axis * scale, weight: 400, colour: palette.ink2, align } as const
      drawText(ctx, reference.label, at, bottom + 13 * scale, style)
    },
  }
}
