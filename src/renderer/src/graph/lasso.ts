/** What a lasso holds. */
import type { Geometry } from './geometry.ts'
import type { Point } from './viewport.ts'

/** Whether a point lies in a closed polygon (even-odd rule). */
export function isInside(polygon: readonly Point[], { x, y }: Point): boolean {
  let inside = false
  let before = polygon.at(-1)
  for (const point of polygon) {
    if (before && point.y > y !== before.y > y) {
      const crossing = point.x + ((y - point.y) / (before.y - point.y)) * (before.x - point.x)
      if (x < crossing) inside = !inside
    }
    before = point
  }
  return inside
}

/** Numbers of the nodes whose centre the lasso holds. Fewer than three points hold none. */
export function nodesInside({ x, y }: Pick<Geometry, 'x' | 'y'>, polygon: readonly Point[]): number[] {
  if (polygon.length < 3) return []
  const found: number[] = []
  for (let i = 0; i < x.length; i++) {
    if (isInside(polygon, { x: x[i]!, y: y[i]! })) found.push(i)
  }
  return found
}
