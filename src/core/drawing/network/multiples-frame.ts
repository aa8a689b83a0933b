/** The panels of a figure of several networks, in figure units. */
import type { Frame, Rectangle } from '../../../shared/contract/drawings.ts'
import { NETWORK_FRAME } from './frame.ts'

/** Between panels, and above each of them for its title. */
const GAP = 12
const TITLE = 20

/** Columns by the number of panels: rows are kept few, as a slide is wide. */
export function columnsFor(panels: number): number {
  if (panels <= 3) return panels
  return panels <= 8 ? Math.ceil(panels / 2) : 4
}

/** Places of the panels in rows from the left; the plot of each lies below its title. */
export function multiplesFrame(panels: number): {
  frame: Frame
  places: { place: Rectangle; plot: Rectangle }[]
} {
  const { plot } = NETWORK_FRAME
  const columns = columnsFor(panels)
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
  return { frame: NETWORK_FRAME, places }
}
