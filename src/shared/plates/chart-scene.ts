/** A chart as drawn by us, from the same sheet and axes as a native one. */
import { box, path } from '../figures/scene-items.ts'
import type { SceneItem } from '../figures/scene.ts'
import { num } from '../figures/scene.ts'
import { barBox, categoryX, numberAt, placedTicks, xOf, yOf } from './chart-places.ts'
import type { Axis, ChartPart, ChartSeries } from './parts.ts'
import type { Brush } from './shapes.ts'
import { markItems, textItems } from './shapes.ts'
import { colourOf } from './tones.ts'

export function chartItems(chart: ChartPart, brush: Brush): SceneItem[] {
  const series = chart.series.map((each, index) =>
    chart.type === 'bar' ? bars(chart, each, index, brush) : lineAndMarks(chart, each, brush),
  )
  return [
    ...axisItems(chart, chart.value, chart.type === 'bar', brush),
    ...(chart.x ? axisItems(chart, chart.x, true, brush) : []),
    ...categoryWords(chart, brush),
    // Lines first, so that no line of a later series crosses the marks of an earlier one.
    ...series.flatMap(({ under }) => under),
    ...series.flatMap(({ over }) => over),
  ]
}

interface Layers {
  under: SceneItem[]
  over: SceneItem[]
}

function axisItems(chart: ChartPart, axis: Axis, across: boolean, { palette, measure }: Brush): SceneItem[] {
  const { plot, size } = chart
  const items: SceneItem[] = []
  if (axis.grid) {
    const d = axis.ticks
      .map(({ at }) =>
        across
          ? `M${num(xOf(plot, axis, at))} ${num(plot.y)}v${num(plot.height)}`
          : `M${num(plot.x)} ${num(yOf(plot, axis, at))}h${num(plot.width)}`,
      )
      .join('')
    if (d !== '') items.push(path(d, { stroke: palette.line, width: 0.6 }))
  }
  for (const tick of placedTicks(plot, axis, size))
    items.push(
      ...textItems(
        {
          kind: 'text',
          role: 'label',
          x: tick.x,
          y: tick.y,
          lines: [[{ text: tick.text }]],
          leading: size * 1.3,
          size,
          weight: tick.bold ? 600 : 400,
          tone: tick.bold ? 'ink' : 'ink3',
          align: tick.align,
        },
        { palette, measure },
      ),
    )
  return items
}

function categoryWords(chart: ChartPart, brush: Brush): SceneItem[] {
  const { categories, plot, sheet } = chart
  if (chart.type !== 'line' || !categories?.labels) return []
  const size = categories.size ?? chart.size
  return sheet.rows.flatMap((row, index) =>
    textItems(
      {
        kind: 'text',
        role: 'label',
        x: categoryX(plot, sheet.rows.length, index),
        y: plot.y + plot.height + size * 1.35,
        lines: [[{ text: row[0] === null || row[0] === undefined ? '' : String(row[0]) }]],
        leading: size * 1.3,
        size,
        weight: categories.bold === index ? 600 : 400,
        tone: categories.bold === index ? 'ink' : 'ink3',
        align: 'center',
      },
      brush,
    ),
  )
}

function bars(chart: ChartPart, series: ChartSeries, index: number, { palette }: Brush): Layers {
  const under = chart.sheet.rows.flatMap((_row, row): SceneItem[] => {
    const value = numberAt(chart, row, series.column)
    if (value === null) return []
    const own = series.points?.[row]
    const colour = colourOf(own?.tone ?? series.tone, palette)
    const at = barBox(chart, row, index, value)
    if (!(own?.hollow ?? series.hollow)) return [box(at, { fill: colour })]
    const rim = 0.9
    const inner = { x: at.x + rim / 2, y: at.y + rim / 2, width: at.width - rim, height: at.height - rim }
    return [box(inner, { fill: palette.bg, stroke: colour, width: rim })]
  })
  return { under, over: [] }
}

function lineAndMarks(chart: ChartPart, series: ChartSeries, { palette }: Brush): Layers {
  const { plot, sheet } = chart
  const places = sheet.rows.map((_row, row): [number, number] | null => {
    const y = numberAt(chart, row, series.column)
    if (y === null) return null
    if (chart.type === 'line') return [categoryX(plot, sheet.rows.length, row), yOf(plot, chart.value, y)]
    const x = series.xColumn === undefined ? null : numberAt(chart, row, series.xColumn)
    return x === null || !chart.x ? null : [xOf(plot, chart.x, x), yOf(plot, chart.value, y)]
  })
  let d = ''
  places.forEach((place, row) => {
    if (!place) return
    const joined = row > 0 && places[row - 1] !== null
    d += `${joined ? 'L' : 'M'}${num(place[0])} ${num(place[1])}`
  })
  const under =
    series.line === null || !d.includes('L')
      ? []
      : [path(d, { stroke: colourOf(series.tone, palette), width: series.line })]
  const over = places.flatMap((place, row) => {
    const own = series.points?.[row]
    const mark = own?.mark === undefined ? series.mark : own.mark
    return place && mark ? markItems(...place, mark, palette) : []
  })
  return { under, over }
}
