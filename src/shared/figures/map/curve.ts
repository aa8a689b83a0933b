/** The curves of a map's arcs: quadratic, as SVG path data and as straight pieces. */

export type Point = readonly [x: number, y: number]

export interface Curve {
  from: Point
  /** Control point. */
  by: Point
  to: Point
}

export interface Piece {
  x1: number
  y1: number
  x2: number
  y2: number
}

/** SVG path data, in tenths of a unit. */
export function curvePath({ from, by, to }: Curve): string {
  const at = ([x, y]: Point) => `${Number(x.toFixed(1))},${Number(y.toFixed(1))}`
  return `M${at(from)}Q${at(by)} ${at(to)}`
}

/** The curve that `curvePath` wrote; null of other data. */
export function readCurve(d: string): Curve | null {
  const found = /^M([\d.-]+),([\d.-]+)Q([\d.-]+),([\d.-]+) ([\d.-]+),([\d.-]+)$/.exec(d)
  if (!found) return null
  const [a = 0, b = 0, c = 0, e = 0, f = 0, g = 0] = found.slice(1).map(Number)
  return { from: [a, b], by: [c, e], to: [f, g] }
}

/** Straight pieces of a curve, from its beginning. */
export function piecesOf({ from, by, to }: Curve, count = 12): Piece[] {
  const at = (t: number): Point => {
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t]
    return [a * from[0] + b * by[0] + c * to[0], a * from[1] + b * by[1] + c * to[1]]
  }
  return Array.from({ length: count }, (_, i) => {
    const [[x1, y1], [x2, y2]] = [at(i / count), at((i + 1) / count)]
    return { x1, y1, x2, y2 }
  })
}
