/** Where the figure stands on the screen: CSS px = figure units × zoom + (x, y). */

export interface Viewport {
  zoom: number
  x: number
  y: number
}

export interface Point {
  x: number
  y: number
}

export interface Size {
  width: number
  height: number
}

/** Of the fitting zoom: as far out and as far in as one can go. */
export const ZOOM_RANGE = { out: 0.25, in: 40 } as const

/** The whole figure in the middle of a pane, with `margin` px left free around it. */
export function fitViewport(figure: Size, pane: Size, margin = 0): Viewport {
  const room = { width: pane.width - 2 * margin, height: pane.height - 2 * margin }
  const zoom = Math.max(Math.min(room.width / figure.width, room.height / figure.height), 1e-3)
  return {
    zoom,
    x: (pane.width - figure.width * zoom) / 2,
    y: (pane.height - figure.height * zoom) / 2,
  }
}

/** Zooms to `zoom` while the point of the pane under `at` (CSS px) stays where it is. */
export function zoomAt(viewport: Viewport, zoom: number, at: Point): Viewport {
  const ratio = zoom / viewport.zoom
  return { zoom, x: at.x - (at.x - viewport.x) * ratio, y: at.y - (at.y - viewport.y) * ratio }
}

export const toScreen = ({ zoom, x, y }: Viewport, point: Point): Point => ({
  x: point.x * zoom + x,
  y: point.y * zoom + y,
})

export const toFigure = ({ zoom, x, y }: Viewport, point: Point): Point => ({
  x: (point.x - x) / zoom,
  y: (point.y - y) / zoom,
})

/** The part of the figure that a pane shows: [left, top, right, bottom] in figure units. */
export function visiblePart(viewport: Viewport, pane: Size): [number, number, number, number] {
  const from = toFigure(viewport, { x: 0, y: 0 })
  const to = toFigure(viewport, { x: pane.width, y: pane.height })
  return [from.x, from.y, to.x, to.y]
}

/** Moves a viewport just so far that a point stands at least `margin` px inside the pane. */
export function bringInto(viewport: Viewport, point: Point, pane: Size, margin: number): Viewport {
  const { x, y } = toScreen(viewport, point)
  const shift = (at: number, length: number) => {
    const inset = Math.min(margin, length / 2)
    return Math.max(inset - at, 0) + Math.min(length - inset - at, 0)
  }
  const [dx, dy] = [shift(x, pane.width), shift(y, pane.height)]
  return dx === 0 && dy === 0 ? viewport : { ...viewport, x: viewport.x + dx, y: viewport.y + dy }
}
