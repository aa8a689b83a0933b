/** Where in a figure of a network what stands: on paper and in files always alike, on the screen as its pane allows. */
import type { Frame, Rectangle } from '../../contract/drawings.ts'

/** A landscape slide figure. The title band and the strip of legend and source hold nothing else. */
export const NETWORK_FRAME: Frame = {
  width: 1000,
  height: 640,
  plot: { x: 14, y: 48, width: 972, height: 508 },
}

/** The largest circle that the strip under a figure holds, cut in half; no circle of a network is larger. */
export const LEGEND_RADIUS = 64

/** CSS px: nothing on the screen is written smaller; of files the unit of a figure as wide as its own. */
export const LEAST_TEXT = 10.5

/** px. Left and right of all that stands in a figure. */
export const EDGE = 14
/** Title and subtitle, which may take two lines; of a low pane the subtitle alone. */
const HEAD = 56
const LOW_HEAD = 38
const LOW = 300
/** The source, in up to two lines. */
const FOOT = 34
const GAP = 14
/** The least width of scales beside the plot; they need the circles' and the numbers'. */
const BESIDE = 128
const NUMBERS = 64
/** Over the circles of a strip. */
const STRIP = 26

interface Size {
  width: number
  height: number
}

/** Where the scales stand: beside the plot where the pane is wide and high enough, else, as of panels, in a strip under it. */
export function screenFrame({ width, height }: Size, panels = 1): Frame & { legend: Rectangle } {
  const top = height < LOW ? LOW_HEAD : HEAD
  const room = Math.max(40, height - top - FOOT)
  const { plot: own } = NETWORK_FRAME
  const inner = Math.max(80, width - 2 * EDGE)
  const scaleIn = (w: number) => Math.min(w / own.width, room / own.height)
  if (panels === 1 && room >= 250 && inner >= 600 && inner / room >= 1.25) {
    const legend = Math.max(BESIDE, 2 * LEGEND_RADIUS * scaleIn(inner - BESIDE) + NUMBERS)
    const plot = { x: EDGE + legend + GAP, y: top, width: inner - legend - GAP, height: room }
    return { width, height, plot, legend: { x: EDGE, y: top, width: legend, height: room } }
  }
  // Circles of panels are smaller by the root of their part of the area.
  const part = Math.sqrt((inner * room) / (panels * own.width * own.height))
  const most = LEGEND_RADIUS * (panels === 1 ? scaleIn(inner) : part)
  const strip = Math.min(room / 2, STRIP + most)
  return {
    width,
    height,
    plot: { x: EDGE, y: top, width: inner, height: room - strip },
    legend: { x: EDGE, y: top + room - strip, width: inner, height: strip },
  }
}

/** Units of a frame that a unit of the figure's own is, for circles and strokes: none meet that did not before. */
export const scaleOf = ({ plot }: Frame): number =>
  Math.min(plot.width / NETWORK_FRAME.plot.width, plot.height / NETWORK_FRAME.plot.height)

interface Point {
  x: number
  y: number
}

/** From the figure's own units into a frame's: the plot is stretched to the room it has. */
export function intoFrame<P extends Point>(point: P, { plot }: Frame): P {
  const { plot: own } = NETWORK_FRAME
  return {
    ...point,
    x: plot.x + ((point.x - own.x) / own.width) * plot.width,
    y: plot.y + ((point.y - own.y) / own.height) * plot.height,
  }
}

/** The inverse: where the user put a node is kept in the figure's own units, whatever the window. */
export function outOfFrame<P extends Point>(point: P, { plot }: Frame): P {
  const { plot: own } = NETWORK_FRAME
  return {
    ...point,
    x: own.x + ((point.x - plot.x) / plot.width) * own.width,
    y: own.y + ((point.y - plot.y) / plot.height) * own.height,
  }
}
