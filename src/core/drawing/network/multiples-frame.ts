/** The panels of a figure of several networks, in figure units. */
import type { Frame, Rectangle } from '../../../shared/contract/drawings.ts'
import { NETWORK_FRAME } from './frame.ts'

/** Between panels, and above each of them for its title. */
const GAP = 12
const TITLE = 20
/** The shape of panels that networks fill best. */
const BEST = 1.4
/** What a place that stays empty costs, as a part of a panel's shape. */
const EMPTY = 0.35

/** Columns by the number of panels and the room: panels as well shaped as can be, few places empty. */
export function columnsFor(panels: number, { width, height }: { width: number; height: number }): number {
  const costOf = (columns: number) => {
    const rows = Math.ceil(panels / columns)
    const shape = (width - GAP * (columns - 1)) / columns / ((height - GAP * (rows - 1)) / rows - TITLE)
    return shape > 0 ? Math.abs(Math.log(shape / BEST)) + EMPTY * (columns * rows - panels) : Infinity
  }
  const all = Array.from({ length: panels }, (_, i) => i + 1)
  return all.reduce((best, columns) => (costOf(columns) < costOf(best) ? columns : best), 1)
}

/** Places of the panels in rows from the left, which fill the plot; the plot of each lies below its title. */
export function multiplesFrame(
  panels: number,
  frame: Frame = NETWORK_FRAME,
): {
  frame: Frame
  places: { place: Rectangle; plot: Rectangle }[]
} {
  const { plot } = frame
  const columns = columnsFor(panels, plot)
  const rows = Math.ceil(panels / columns)
  const width = (plot.width - GAP * (columns - 1)) / columns
  const height = (plot.height - GAP * (rows - 1)) / rows
  const places = Array.from({ length: panels }, (_, i) => {
    const x = plot.x + (i % columns) * (width + GAP)
    const y = plot.y + Math.floor(i / columns) * (height + GAP)
    return {
      place: { x, y, width, height },
      plot: { x, y: y + TITLE, width, height: height - TITLE },
    }
  })
  return { frame, places }
}

/** The least place that holds the scales, which stand over one another there. */
const LEGEND = { width: 190, height: 220, inset: 8 }

/** Panels on the screen: where their rows leave a place free, the scales stand in it, and the strip below is given to the panels. */
export function screenPanels(
  panels: number,
  screen: Frame & { legend: Rectangle },
): ReturnType<typeof multiplesFrame> {
  const { legend, plot } = screen
  const whole = { ...screen, plot: { ...plot, height: legend.y + legend.height - plot.y } }
  const { places } = multiplesFrame(panels, whole)
  const last = places.at(-1)?.place
  const x = last ? last.x + last.width + GAP + LEGEND.inset : Infinity
  const width = plot.x + plot.width - x
  if (!last || width < LEGEND.width || last.height < LEGEND.height) return multiplesFrame(panels, screen)
  return { frame: { ...whole, legend: { x, y: last.y, width, height: last.height } }, places }
}
