/** Walking over a network with the arrow keys. */
import type { Geometry } from './geometry.ts'
import { edgesAt, otherEnd } from './geometry.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

const VECTORS: Record<Direction, [x: number, y: number]> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
}
/** Cosine of the widest angle to the direction that still counts as this direction. */
const CONE = 0.35

/**
 * The next node in a direction: among the partners of the node being read or, where it has none, among all.
 * Near ones and those straight ahead come first. Null where none lies that way. With none being read it is the
 * first node, which has the largest Share.
 */
export function step(geometry: Geometry, from: number | null, direction: Direction): number | null {
  const count = geometry.x.length
  if (from === null) return count > 0 ? 0 : null
  const partners = edgesAt(geometry, from).map((edge) => otherEnd(geometry, edge, from))
  const all = () => Array.from({ length: count }, (_, i) => i)
  const [vx, vy] = VECTORS[direction]
  let best: number | null = null
  let least = Infinity
  for (const to of partners.length > 0 ? partners : all()) {
    const dx = geometry.x[to]! - geometry.x[from]!
    const dy = geometry.y[to]! - geometry.y[from]!
    const distance = Math.hypot(dx, dy)
    const cosine = distance === 0 ? 0 : (dx * vx + dy * vy) / distance
    if (to === from || cosine < CONE) continue
    const cost = distance * (1 + 2 * (1 - cosine))
    if (cost < least) [least, best] = [cost, to]
  }
  return best
}

/** Next or previous by Share, as the nodes stand in a drawing; round at both ends. */
export function neighbourByShare(count: number, from: number | null, by: 1 | -1): number | null {
  if (count === 0) return null
  return from === null ? (by === 1 ? 0 : count - 1) : (from + by + count) % count
}
