import type { Rectangle } from '../../../../shared/contract/drawings.ts'
import { pointOnCircle } from './unit-circle.ts'

/** Between circles on a ring, at least. */
const GAP = 2
/** Rings are filled to this part, so that the pushing apart has little to do. */
const FILLED = 0.85

/**
 * Nodes in order around a circle, clockwise from the top, with equal gaps between them. More nodes than one ring holds
 * stand in several, each node on the ring that lags behind, so that the order around the middle stays.
 * @param order numbers of all nodes
 * @param margin between the outermost circles and the upper and lower edge of the plot
 */
export function circleLayout(
  order: readonly number[],
  r: Float64Array,
  plot: Rectangle,
  margin: number,
): Float64Array {
  const largest = r.reduce((most, radius) => Math.max(most, radius), 0)
  const outer = Math.max(plot.height / 2 - margin - largest, largest)
  const slots = order.map((i) => 2 * r[i]! + GAP)
  const rings = ringsFor(outer, slots)
  const spent = rings.map(() => 0)
  const places = order.map((_, k) => {
    const ring = spent.indexOf(Math.min(...spent))
    const part = slots[k]! / (2 * Math.PI * rings[ring]!)
    const middle = spent[ring]! + part / 2
    spent[ring] = spent[ring]! + part
    return { ring, middle }
  })
  const first = places[0]?.middle ?? 0
  const xy = new Float64Array(2 * order.length)
  order.forEach((i, k) => {
    const { ring, middle } = places[k]!
    const { x, y } = pointOnCircle((middle - (ring === 0 ? first : 0)) / spent[ring]!)
    xy[2 * i] = plot.x + plot.width / 2 + rings[ring]! * x
    xy[2 * i + 1] = plot.y + plot.height / 2 + rings[ring]! * y
  })
  return xy
}

/** Radii of as many rings as the slots need, from the outermost. */
function ringsFor(outer: number, slots: readonly number[]): number[] {
  const needed = slots.reduce((sum, slot) => sum + slot, 0)
  const widest = slots.toSorted((a, b) => a - b)[Math.floor(0.9 * (slots.length - 1))] ?? 0
  const rings = [outer]
  let room = FILLED * 2 * Math.PI * outer
  while (room < needed) {
    const next = rings.at(-1)! - widest
    if (next < widest) break
    rings.push(next)
    room += FILLED * 2 * Math.PI * next
  }
  return rings
}

/** By cluster (0 first), then by Share, largest first. @param cluster without it by Share alone */
export function circleOrder(n: number, cluster: ArrayLike<number> | undefined): number[] {
  return Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => (cluster ? cluster[a]! - cluster[b]! : 0) || a - b,
  )
}
