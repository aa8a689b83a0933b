/** The part of a figure that the pane shows, in figure units: pure, so that zooming can be tested. */

export interface Viewport {
  x: number
  y: number
  /** 1 shows the whole figure. */
  zoom: number
}

export interface Size {
  width: number
  height: number
}

export const WHOLE: Viewport = { x: 0, y: 0, zoom: 1 }
const MOST_ZOOM = 12

/** Within the figure, whatever was asked. */
export function held({ x, y, zoom }: Viewport, { width, height }: Size): Viewport {
  const k = Math.min(MOST_ZOOM, Math.max(1, zoom))
  const hold = (value: number, room: number) => Math.min(room - room / k, Math.max(0, value))
  return { x: hold(x, width), y: hold(y, height), zoom: k }
}

/** Zooms by a factor; the point, in figure units, stays where it is. */
export function zoomedAt(
  view: Viewport,
  factor: number,
  point: { x: number; y: number },
  size: Size,
): Viewport {
  const zoom = Math.min(MOST_ZOOM, Math.max(1, view.zoom * factor))
  const part = view.zoom / zoom
  return held({ x: point.x - (point.x - view.x) * part, y: point.y - (point.y - view.y) * part, zoom }, size)
}

/** The viewport moved, by the least, until the point stands in it with some room around. */
export function showing(view: Viewport, point: { x: number; y: number }, size: Size): Viewport {
  const [w, h] = [size.width / view.zoom, size.height / view.zoom]
  const into = (from: number, length: number, at: number) =>
    Math.min(Math.max(from, at + length * 0.1 - length), at - length * 0.1)
  return held({ x: into(view.x, w, point.x), y: into(view.y, h, point.y), zoom: view.zoom }, size)
}

export const viewBoxOf = ({ x, y, zoom }: Viewport, { width, height }: Size): string =>
  [x, y, width / zoom, height / zoom].map((value) => Number(value.toFixed(2))).join(' ')
