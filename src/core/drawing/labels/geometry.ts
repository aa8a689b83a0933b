import type { Box, Circle, Segment } from './types.ts'

export const boxesMeet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/** Whether a circle, `air` wider than it is, reaches into a box. */
export function circleMeetsBox({ x, y, r }: Circle, box: Box, air: number): boolean {
  const dx = x - (x < box[0] ? box[0] : x > box[2] ? box[2] : x)
  const dy = y - (y < box[1] ? box[1] : y > box[3] ? box[3] : y)
  return dx * dx + dy * dy < (r + air) * (r + air)
}

/** Whether all of a box lies in a circle that is `air` smaller than it is. */
export function boxInCircle(box: Box, { x, y, r }: Circle, air: number): boolean {
  const dx = Math.max(x - box[0], box[2] - x)
  const dy = Math.max(y - box[1], box[3] - y)
  return r > air && dx * dx + dy * dy <= (r - air) * (r - air)
}

/** Length of a segment within a box (Liang and Barsky's clipping). */
export function lengthWithin({ x1, y1, x2, y2 }: Segment, box: Box): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  let from = 0
  let to = 1
  for (let side = 0; side < 4; side++) {
    const p = side === 0 ? -dx : side === 1 ? dx : side === 2 ? -dy : dy
    const q = side === 0 ? x1 - box[0] : side === 1 ? box[2] - x1 : side === 2 ? y1 - box[1] : box[3] - y1
    if (p === 0) {
      if (q < 0) return 0
      continue
    }
    const t = q / p
    if (p < 0) from = t > from ? t : from
    else to = t < to ? t : to
    if (from >= to) return 0
  }
  return (to - from) * Math.sqrt(dx * dx + dy * dy)
}

export function segmentMeetsCircle({ x1, y1, x2, y2 }: Segment, { x, y, r }: Circle, air: number): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = dx * dx + dy * dy || 1
  const t = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length))
  const [px, py] = [x1 + t * dx - x, y1 + t * dy - y]
  return px * px + py * py < (r + air) * (r + air)
}

export const circlesMeet = (a: Circle, b: Circle): boolean => {
  const [dx, dy, reach] = [a.x - b.x, a.y - b.y, a.r + b.r]
  return dx * dx + dy * dy < reach * reach
}
