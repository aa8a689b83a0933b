/** The pane that a figure is made for. CSS px. */
export interface Pane {
  width: number
  height: number
}

/** A canvas leaves as much free around its figure. */
export const MARGIN = 12
const LEAST = { width: 160, height: 80 }
const MOST = 8000

/** Null where a pane has no size (yet). */
export function paneOf(width: number, height: number, margin = MARGIN): Pane | null {
  if (width <= 0 || height <= 0) return null
  const held = (value: number, least: number) => Math.min(MOST, Math.max(least, Math.floor(value) - margin))
  return { width: held(width, LEAST.width), height: held(height, LEAST.height) }
}
