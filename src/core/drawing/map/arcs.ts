/** Curves from the focus to its partners. They are not routes: they bow away from the straight line, to the north. */
import type { MapArc, MapCity } from '../../../shared/contract/drawings.ts'
import type { Curve, Point } from '../../../shared/figures/map/curve.ts'
import { curvePath } from '../../../shared/figures/map/curve.ts'

/** Width of the widest arc, in figure units. */
const WIDEST = 5
/** Half of it is how far the curve's middle leaves the straight line, as a part of its length. */
const BOW = 0.19
/** But not farther than this. */
const MOST_BOW = 90

/** Width = scale · score; 0 without a score. */
export function widthScaleOf(largestScore: number): number {
  return largestScore > 0 ? WIDEST / largestScore : 0
}

/** @param top y above which no curve rises */
export function curveBetween(from: Point, to: Point, top: number): Curve {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const length = Math.sqrt(dx * dx + dy * dy)
  const bow = Math.min(length * BOW, MOST_BOW) / (length || 1)
  // Of both sides the northern one; of a line due north or south the eastern.
  const side = dx > 0 || (dx === 0 && dy > 0) ? 1 : -1
  const [x, y] = [(from[0] + to[0]) / 2 + side * dy * bow, (from[1] + to[1]) / 2 - side * dx * bow]
  return { from, to, by: [x, Math.max(y, top)] }
}

/**
 * In each view that shows both ends; the weakest first, so that the strongest lies on top.
 * @param tops of the views, y
 */
export function arcsOf(
  focus: MapCity,
  partners: readonly MapCity[],
  tops: readonly number[],
  widthScale: number,
): MapArc[] {
  return partners.toReversed().flatMap((partner) =>
    focus.at.flatMap((from): MapArc[] => {
      const to = partner.at.find(({ view }) => view === from.view)
      if (!to || partner.score === null) return []
      const d = curvePath(curveBetween([from.x, from.y], [to.x, to.y], tops[from.view] ?? 0))
      const { view } = from
      return [
        { a: focus.id, b: partner.id, view, d, score: partner.score, width: widthScale * partner.score },
      ]
    }),
  )
}
