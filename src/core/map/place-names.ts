/** Finds places for names beside circles: no name touches another, nor a circle, nor what is reserved. */
import type { DrawnLabel, Rectangle } from '../../shared/contract/drawings.ts'
import type { Measure } from '../../shared/figures/text.ts'

interface Circle {
  x: number
  y: number
  r: number
}
interface Segment {
  x1: number
  y1: number
  x2: number
  y2: number
}

export interface PlaceRequest {
  circles: readonly Circle[]
  /** One a circle: what is said, and a line under it. */
  texts: readonly { text: string; value: string | null; size: number }[]
  /** Numbers of the circles to be named, the most important first. */
  order: readonly number[]
  /** A name may lie on them, but would rather not. */
  segments: readonly Segment[]
  plot: Rectangle
  reserved: readonly Rectangle[]
  /** So many of the first may stand farther off, at the end of a longer line. */
  always: number
  measure: Measure
}

type Box = [left: number, top: number, right: number, bottom: number]
type PlacedName = Omit<DrawnLabel, 'id'>

/** Sixteen directions, those first in which a name is read as its circle's: right, left, above, below. */
const DIRECTIONS = [0, 8, 4, 12, 2, 14, 6, 10, 1, 15, 7, 9, 3, 5, 13, 11].map((step): [number, number] => {
  const [c, s] = [0.923879533, 0.382683432]
  const eighth: [number, number][] = [
    [1, 0],
    [c, -s],
    [0.707106781, -0.707106781],
    [s, -c],
  ]
  let [x, y] = eighth[step % 4] as [number, number]
  for (let turn = 0; turn < Math.floor(step / 4); turn++) [x, y] = [y, -x]
  return [x, y]
})
const GAP = 2.5
/** Lengths of the lines that lead to names farther off. */
const LEADERS = [10, 20, 34]
const LONG_LEADERS = [52, 74]
/** Room around a name. */
const MARGIN = 1

/** By the number of the circle; null where no place was free. */
export function placeNames(request: PlaceRequest): (PlacedName | null)[] {
  const placed: (PlacedName | null)[] = request.circles.map(() => null)
  const taken: Box[] = request.reserved.map(({ x, y, width, height }) => [x, y, x + width, y + height])
  const leaders: Segment[] = []
  request.order.forEach((circle, priority) => {
    const far = priority < request.always ? [...LEADERS, ...LONG_LEADERS] : LEADERS
    for (const distance of [0, ...far]) {
      const found = bestAt(request, circle, distance, taken, leaders)
      if (!found) continue
      placed[circle] = found
      taken.push(found.box)
      if (found.leader) leaders.push(lineOf(found.leader))
      return
    }
  })
  return placed
}

const lineOf = ([x1, y1, x2, y2]: [number, number, number, number]): Segment => ({ x1, y1, x2, y2 })

/** The free place at a distance that lies on the fewest lines. */
function bestAt(
  request: PlaceRequest,
  circle: number,
  distance: number,
  taken: readonly Box[],
  leaders: readonly Segment[],
): PlacedName | null {
  let [best, least] = [null as PlacedName | null, Infinity]
  DIRECTIONS.forEach((direction, at) => {
    const name = nameAt(request, circle, direction, distance)
    if (!isFree(name, request, circle, taken, leaders)) return
    const cost = request.segments.filter((segment) => meets(segment, name.box)).length * 4 + at * 0.3
    if (cost < least) [best, least] = [name, cost]
  })
  return best
}

function nameAt(
  { circles, texts, measure }: PlaceRequest,
  at: number,
  [ux, uy]: [number, number],
  distance: number,
): PlacedName {
  const { x, y, r } = circles[at] as Circle
  const { text, value, size } = texts[at] as PlaceRequest['texts'][number]
  const said = value === null ? [text] : [text, value]
  const width = Math.max(...said.map((line) => measure(line, size, 600)))
  const [ascent, line] = [size * 0.8, size * 1.12]
  const height = ascent + line * (said.length - 1) + size * 0.22
  const reach = r + GAP + distance
  const side = (u: number) => Math.max(-1, Math.min(1, u * 1.42))
  const [cx, cy] = [x + ux * reach + (side(ux) * width) / 2, y + uy * reach + (side(uy) * height) / 2]
  const box: Box = [cx - width / 2, cy - height / 2, cx + width / 2, cy + height / 2]
  const anchor = side(ux) > 0.5 ? 'start' : side(ux) < -0.5 ? 'end' : 'middle'
  return {
    box,
    lines: said.map((each, i) => ({ text: each, y: box[1] + ascent + line * i, value: i > 0 })),
    x: anchor === 'start' ? box[0] : anchor === 'end' ? box[2] : cx,
    anchor,
    size,
    inside: false,
    leader: distance === 0 ? null : [x + ux * r, y + uy * r, x + ux * (reach - 1), y + uy * (reach - 1)],
  }
}

function isFree(
  { box, leader }: PlacedName,
  { circles, plot }: PlaceRequest,
  own: number,
  taken: readonly Box[],
  leaders: readonly Segment[],
): boolean {
  const [left, top, right, bottom] = box
  if (left < plot.x + 2 || top < plot.y + 2) return false
  if (right > plot.x + plot.width - 2 || bottom > plot.y + plot.height - 2) return false
  if (taken.some((other) => overlap(box, other))) return false
  if (circles.some((circle) => distanceTo(circle, box) < circle.r + MARGIN)) return false
  if (leaders.some((segment) => meets(segment, box))) return false
  if (!leader) return true
  const line = lineOf(leader)
  return (
    !taken.some((other) => meets(line, other)) &&
    !circles.some((circle, at) => at !== own && !isOver(circles[own], circle) && crosses(circle, line))
  )
}

/** Whether two circles overlap: a line may leave the smaller one only across the larger. */
function isOver(one: Circle | undefined, { x, y, r }: Circle): boolean {
  if (!one) return false
  const [dx, dy] = [one.x - x, one.y - y]
  return dx * dx + dy * dy < (one.r + r) * (one.r + r)
}

const crosses = (circle: Circle, line: Segment): boolean => distanceToLine(circle, line) < circle.r + MARGIN

const overlap = (a: Box, b: Box): boolean =>
  a[0] < b[2] + MARGIN && b[0] < a[2] + MARGIN && a[1] < b[3] + MARGIN && b[1] < a[3] + MARGIN

function distanceTo({ x, y }: Circle, [left, top, right, bottom]: Box): number {
  const [dx, dy] = [x - Math.max(left, Math.min(right, x)), y - Math.max(top, Math.min(bottom, y))]
  return Math.sqrt(dx * dx + dy * dy)
}

function distanceToLine({ x, y }: Circle, { x1, y1, x2, y2 }: Segment): number {
  const [dx, dy] = [x2 - x1, y2 - y1]
  const length = dx * dx + dy * dy || 1
  const t = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length))
  const [px, py] = [x1 + t * dx - x, y1 + t * dy - y]
  return Math.sqrt(px * px + py * py)
}

/** Whether a segment passes through a box (Liang and Barsky's clipping). */
function meets({ x1, y1, x2, y2 }: Segment, [left, top, right, bottom]: Box): boolean {
  const [dx, dy] = [x2 - x1, y2 - y1]
  let [from, to] = [0, 1]
  for (const [p, q] of [
    [-dx, x1 - left],
    [dx, right - x1],
    [-dy, y1 - top],
    [dy, bottom - y1],
  ] as const) {
    if (p === 0) {
      if (q < 0) return false
    } else if (p < 0) from = Math.max(from, q / p)
    else to = Math.min(to, q / p)
  }
  return from <= to
}
