/** Where cities stand in the views, and which magnified frames a map has. */
import type { MapCity } from '../../../shared/contract/drawings.ts'
import type { FrameId, ViewSpec } from './frame.ts'
import type { MapLayout } from './frame.ts'
import { FRAME_IDS, frameViews, WORLD_VIEW, worldView } from './frame.ts'
import type { Position } from './published-positions.ts'

/** A frame is worth its place where it holds two cities. */
const LEAST_IN_FRAME = 2

/** The world, and the frames. @param ids of those that are worth it, `framesWorth` */
export function viewsFor(ids: readonly FrameId[], layout?: MapLayout): ViewSpec[] {
  return [layout ? worldView(layout) : WORLD_VIEW, ...(ids.length === 0 ? [] : frameViews(ids, layout))]
}

/** The crowded regions that hold at least two of the cities. */
export function framesWorth(positions: readonly Position[]): FrameId[] {
  return FRAME_IDS.filter((_, at) => {
    const frame = frameViews(FRAME_IDS)[at] as ViewSpec
    return positions.filter((position) => pointIn(frame, position) !== null).length >= LEAST_IN_FRAME
  })
}

/** The view's point of a position, rounded so that every machine draws the same; null outside the view. */
export function pointIn(
  { place, projection }: ViewSpec,
  { latitude, longitude }: Position,
): [number, number] | null {
  const point = projection([longitude, latitude])
  if (!point) return null
  const [x, y] = point.map((value) => Math.round(value * 1000) / 1000) as [number, number]
  const { x: left, y: top, width, height } = place
  return x >= left && x <= left + width && y >= top && y <= top + height ? [x, y] : null
}

export function placesOf(views: readonly ViewSpec[], position: Position): MapCity['at'] {
  return views.flatMap((view, at) => {
    const point = pointIn(view, position)
    return point ? [{ view: at, x: point[0], y: point[1] }] : []
  })
}

/** Radius of the largest circle, in figure units. */
const LARGEST = 20
/** Beyond so many cities the circles give way. */
const CROWDED = 150

/** r = scale · √Share. */
export function areaScaleOf(largestShare: number, cities: number): number {
  if (!(largestShare > 0)) return 0
  const largest = cities <= CROWDED ? LARGEST : LARGEST * Math.sqrt(Math.sqrt(CROWDED / cities))
  return largest / Math.sqrt(largestShare)
}
