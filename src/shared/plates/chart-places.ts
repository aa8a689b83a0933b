/** Where the values of a chart stand: one formula for drawn charts, native ones and the shapes laid over them. */
import type { Rectangle } from '../contract/drawings.ts'
import type { Axis, ChartPart } from './parts.ts'

type Scale = Pick<Axis, 'min' | 'max' | 'log' | 'reversed'>

/** Part of the axis's length at a value, 0 at `min`, 1 at `max`; the other way round where it is reversed. */
export function along(axis: Scale, value: number): number {
  const at = axis.log ? Math.log : (plain: number) => plain
  const part = (at(value) - at(axis.min)) / (at(axis.max) - at(axis.min))
  return axis.reversed ? 1 - part : part
}

/** x of a value on a horizontal axis. */
export const xOf = (plot: Rectangle, axis: Scale, value: number): number =>
  plot.x + along(axis, value) * plot.width
/** y of a value on a vertical axis: larger is higher. */
export const yOf = (plot: Rectangle, axis: Scale, value: number): number =>
  plot.y + plot.height - along(axis, value) * plot.height

/** x of the middle of a category of a line chart, from 0. */
export const categoryX = (plot: Rectangle, of: number, index: number): number =>
  plot.x + ((index + 0.5) / of) * plot.width

export const DEFAULT_GAP = 67

/** Where bars begin on their axis. */
export const barFoot = ({ from, log, min }: Pick<Axis, 'from' | 'log' | 'min'>): number =>
  from ?? (log ? min : Math.max(min, 0))

/** A horizontal bar's box: several series share a row. */
export function barBox(chart: ChartPart, row: number, series: number, value: number): Rectangle {
  const { plot, value: axis, sheet } = chart
  const slot = plot.height / Math.max(1, sheet.rows.length)
  const thick = slot / (chart.series.length + (chart.gap ?? DEFAULT_GAP) / 100)
  const y = plot.y + slot * row + (slot - thick * chart.series.length) / 2 + thick * series
  const from = xOf(plot, axis, barFoot(axis))
  const to = xOf(plot, axis, value)
  return { x: Math.min(from, to), y, width: Math.abs(to - from), height: thick }
}

/** A number in a cell of the chart's sheet; null where there is none. */
export function numberAt(chart: Pick<ChartPart, 'sheet'>, row: number, column: number): number | null {
  const value = chart.sheet.rows[row]?.[column]
  return typeof value === 'number' ? value : null
}

/** Words of an axis, placed: `x`, `y` is the anchor on the baseline. */
export interface PlacedTick {
  text: string
  x: number
  y: number
  align: 'left' | 'center' | 'right'
  bold: boolean
}

export function placedTicks(plot: Rectangle, axis: Axis, size: number): PlacedTick[] {
  if (axis.labels === 'none') return []
  return axis.ticks.map(({ at, label, bold = false }) => {
    if (axis.labels === 'left')
      return {
        text: label,
        x: plot.x - size * 0.6,
        y: yOf(plot, axis, at) + size * 0.35,
        align: 'right',
        bold,
      }
    const y = axis.labels === 'top' ? plot.y - size * 0.5 : plot.y + plot.height + size * 1.35
    return { text: label, x: xOf(plot, axis, at), y, align: 'center', bold }
  })
}
