/** The last resort of `separate`: circles that pushing leaves between a wall and a fixed one are put elsewhere. */
import type { Rectangle } from '../../../../shared/contract/drawings.ts'

/** Places that are looked at along the longer side of the plot. */
const PLACES = 160

/**
 * Puts each circle that still overlaps another at the nearest place of a grid where it overlaps none; where there is no
 * such place it stays. Changes `xy`.
 */
export function putElsewhere(xy: Float64Array, r: Float64Array, plot: Rectangle, stays: Uint8Array): void {
  for (let i = 0; i < r.length; i++) {
    if (stays[i] || isFree(xy, r, i, xy[2 * i]!, xy[2 * i + 1]!)) continue
    const place = nearestFree(xy, r, plot, i)
    if (!place) continue
    xy[2 * i] = place.x
    xy[2 * i + 1] = place.y
  }
}

function nearestFree(
  xy: Float64Array,
  r: Float64Array,
  plot: Rectangle,
  i: number,
): { x: number; y: number } | null {
  const step = Math.max(plot.width, plot.height) / PLACES
  const [left, top] = [plot.x + r[i]!, plot.y + r[i]!]
  const [right, bottom] = [plot.x + plot.width - r[i]!, plot.y + plot.height - r[i]!]
  let found: { x: number; y: number } | null = null
  let nearest = Infinity
  for (let y = top; y <= bottom; y += step) {
    for (let x = left; x <= right; x += step) {
      const [dx, dy] = [x - xy[2 * i]!, y - xy[2 * i + 1]!]
      const far = dx * dx + dy * dy
      if (far >= nearest || !isFree(xy, r, i, x, y)) continue
      nearest = far
      found = { x, y }
    }
  }
  return found
}

function isFree(xy: Float64Array, r: Float64Array, i: number, x: number, y: number): boolean {
  for (let j = 0; j < r.length; j++) {
    if (j === i) continue
    const [dx, dy, need] = [xy[2 * j]! - x, xy[2 * j + 1]! - y, r[i]! + r[j]!]
    if (dx * dx + dy * dy < need * need) return false
  }
  return true
}
