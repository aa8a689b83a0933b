/** The map's figure: the world above, crowded regions magnified below it. Lengths in figure units. */
import type { GeoProjection } from 'd3-geo'
import { geoAzimuthalEqualArea, geoEqualEarth } from 'd3-geo'
import type { Frame, Rectangle } from '../../../shared/contract/drawings.ts'

const WIDTH = 1000
const WORLD: Rectangle = { x: 0, y: 52, width: WIDTH, height: 418 }
const BELOW = { x: 14, y: 484, width: 972, height: 316, gap: 12 }
/** Below the plot, for the source line. */
const FOOT = 34

export const FRAME_IDS = ['europe', 'east-asia', 'north-america'] as const
export type FrameId = (typeof FRAME_IDS)[number]

export interface ViewSpec {
  /** The frames' names stand among the words of maps. */
  id: 'world' | FrameId
  place: Rectangle
  projection: GeoProjection
}

/** Of a figure with magnified frames, or of one without. The title stands above the plot. */
export function mapFrame(hasFrames: boolean): Frame {
  const bottom = hasFrames ? BELOW.y + BELOW.height : WORLD.y + WORLD.height
  const plot = { x: 0, y: WORLD.y, width: WIDTH, height: bottom - WORLD.y }
  return { width: WIDTH, height: bottom + FOOT, plot }
}

/** Half of the width of Equal Earth where the sphere's radius is 1. */
const EQUAL_EARTH_HALF = 2.7066299836960748
/** Where the equator stands: the north is seen up to some 73°, the south down to 56°. */
const EQUATOR = WORLD.y + 228

/**
 * Equal Earth about 150° E, so that the Pacific is whole and the cut runs through the Atlantic. Areas are true, as
 * those of circles are.
 * @see Šavrič, Patterson & Jenny (2019), The Equal Earth map projection. https://doi.org/10.1080/13658816.2018.1504949
 */
export const WORLD_VIEW: ViewSpec = {
  id: 'world',
  place: WORLD,
  projection: within(
    geoEqualEarth()
      .rotate([-150, 0])
      .scale(WIDTH / 2 / EQUAL_EARTH_HALF)
      .translate([WIDTH / 2, EQUATOR]),
    WORLD,
  ),
}

/** What a frame shows where all three stand: its width and middle, and the units of a radian. */
const FRAMES: Record<
  FrameId,
  { width: number; middle: [longitude: number, latitude: number]; scale: number }
> = {
  europe: { width: 262, middle: [8.6, 49.3], scale: 630 },
  'east-asia': { width: 388, middle: [121.8, 34.2], scale: 610 },
  'north-america': { width: 298, middle: [-83.2, 38.4], scale: 650 },
}

/**
 * The frames of some regions side by side, as wide as the figure; fewer are wider at the same scale. Lambert's
 * azimuthal equal-area projection about the middle of each.
 */
export function frameViews(ids: readonly FrameId[]): ViewSpec[] {
  const room = BELOW.width - BELOW.gap * (ids.length - 1)
  const whole = ids.reduce((sum, id) => sum + FRAMES[id].width, 0)
  let x = BELOW.x
  return ids.map((id) => {
    const { middle, scale } = FRAMES[id]
    const width = Math.round((FRAMES[id].width * room) / whole)
    const place = { x, y: BELOW.y, width, height: BELOW.height }
    x += width + BELOW.gap
    const projection = geoAzimuthalEqualArea()
      .rotate([-middle[0], -middle[1]])
      .scale(scale)
      .translate([place.x + width / 2, BELOW.y + BELOW.height / 2])
    return { id, place, projection: within(projection, place) }
  })
}

/** The world in a place of any size, in the unit of the place. */
export function worldIn(place: Rectangle): ViewSpec {
  const scale = Math.min(place.width / WORLD.width, place.height / WORLD.height)
  const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2 }
  const projection = geoEqualEarth()
    .rotate([-150, 0])
    .scale((scale * WIDTH) / 2 / EQUAL_EARTH_HALF)
    .translate([middle.x, middle.y + scale * (EQUATOR - WORLD.y - WORLD.height / 2)])
  return { id: 'world', place, projection: within(projection, place) }
}

/** The same where frames stand alone: no world above them shows what they leave out, so America is whole. */
const ALONE: typeof FRAMES = {
  europe: { width: 244, middle: [8.6, 49.3], scale: 580 },
  'east-asia': { width: 376, middle: [121.8, 34.2], scale: 600 },
  'north-america': { width: 328, middle: [-95.5, 38.4], scale: 375 },
}

/** The frames side by side in a box, and how many of its units are one of the figure's own. */
export function framesIn(
  ids: readonly FrameId[],
  box: Rectangle,
  gap: number,
): { views: ViewSpec[]; scale: number } {
  const room = box.width - gap * (ids.length - 1)
  const whole = ids.reduce((sum, id) => sum + ALONE[id].width, 0)
  const scale = box.width / BELOW.width
  let x = box.x
  const views = ids.map((id): ViewSpec => {
    const { middle, scale: own } = ALONE[id]
    const width = (ALONE[id].width * room) / whole
    const place = { x, y: box.y, width, height: box.height }
    x += width + gap
    const projection = geoAzimuthalEqualArea()
      .rotate([-middle[0], -middle[1]])
      .scale(own * scale)
      .translate([place.x + width / 2, place.y + place.height / 2])
    return { id, place, projection: within(projection, place) }
  })
  return { views, scale }
}

function within(projection: GeoProjection, { x, y, width, height }: Rectangle): GeoProjection {
  return projection.clipExtent([
    [x, y],
    [x + width, y + height],
  ])
}
