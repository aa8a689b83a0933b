/** Where the scores of edges are written: on the edge, away from circles, labels and each other. */

/** A drawing as arrays, in figure units. */
export interface Places {
  /** One a node. */
  x: ArrayLike<number>
  y: ArrayLike<number>
  r: ArrayLike<number>
  /** Node numbers of each edge's ends. */
  a: ArrayLike<number>
  b: ArrayLike<number>
}

interface Point {
  x: number
  y: number
}

/** [left, top, right, bottom] in figure units. */
export type Box = [number, number, number, number]

export const SCORE_SIZE = 10.5
/** Of the part of an edge between its circles; the first free place is taken. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]

/** Centres of the scores of `edges`, in their order; null where no place is free. */
export function placeScores(
  geometry: Places,
  edges: readonly number[],
  texts: readonly string[],
  labels: readonly Box[],
): (Point | null)[] {
  const taken: Box[] = [...labels]
  return edges.map((edge, i) => {
    const half = { x: 0.29 * SCORE_SIZE * (texts[i]?.length ?? 0) + 1, y: 0.5 * SCORE_SIZE }
    const places = ALONG.map((part) => pointAlong(geometry, edge, part))
    const boxOf = ({ x, y }: Point): Box => [x - half.x, y - half.y, x + half.x, y + half.y]
    const place =
      places.find((at) => !taken.some((box) => overlap(box, boxOf(at))) && !onCircle(geometry, boxOf(at))) ??
      null
    if (place) taken.push(boxOf(place))
    return place
  })
}

function pointAlong({ a, b, x, y, r }: Places, edge: number, part: number): Point {
  const [one, two] = [a[edge]!, b[edge]!]
  const [dx, dy] = [x[two]! - x[one]!, y[two]! - y[one]!]
  const length = Math.hypot(dx, dy) || 1
  const at = (r[one]! + part * Math.max(length - r[one]! - r[two]!, 0)) / length
  return { x: x[one]! + dx * at, y: y[one]! + dy * at }
}

const overlap = (one: Box, two: Box) =>
  one[0] < two[2] && two[0] < one[2] && one[1] < two[3] && two[1] < one[3]

function onCircle({ x, y, r }: Places, [left, top, right, bottom]: Box): boolean {
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! - Math.min(Math.max(x[i]!, left), right)
    const dy = y[i]! - Math.min(Math.max(y[i]!, top), bottom)
    if (dx * dx + dy * dy < r[i]! * r[i]!) return true
  }
  return false
}
