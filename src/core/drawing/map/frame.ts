/** The map's figure: the world above, crowded regions magnified below it. Lengths in figure units. */
import type { GeoProjection } from 'd3-geo'
import { geoAzimuthalEqualArea, geoEqualEarth } from 'd3-geo'
import type { Frame, Rectangle } from '../../../shared/contract/drawings.ts'

const WIDTH = 1000

/** Where in a figure what stands; `scale` units are one of the figure's own. */
export interface MapLayout {
  width: number
  scale: number
  world: Rectangle
  /** Of the frames, side by side. */
  below: Rectangle
}

/** Between the frames. */
const GAP = 12
const EDGE = 14
/** Of title and one line under it. */
const HEAD = 52
const LINE = 14
const OWN: MapLayout = {
  width: WIDTH,
  scale: 1,
  world: { x: 0, y: HEAD, width: WIDTH, height: 418 },
  below: { x: EDGE, y: 484, width: 972, height: 316 },
}
/** Below the plot, for the source line. */
const FOOT = 34
/** Parts of their own height that frames may have where the pane is low or high. */
const FRAME_HEIGHT = { least: 0.85, most: 1.15 }
/** A pane that shows less than this part of what its width allows is scrolled instead. */
const LOW = 0.75
/** A figure is made again only where it becomes as much wider; its parts are kept by their size. */
const STEP = 20

/**
 * On the screen a unit is a CSS px, so that names are as large as elsewhere whatever the window: as large as the pane holds,
 * and in a low pane as wide as the pane, which is then scrolled. Without a pane the figure's own.
 * @param lines under the title
 */
export function mapLayout(
  screen: { width: number; height: number } | undefined,
  frames: number,
  lines = 1,
): MapLayout {
  if (!screen) return OWN
  const top = HEAD + LINE * (lines - 1)
  const gap = frames > 0 ? OWN.below.y - OWN.world.y - OWN.world.height : 0
  const height = frames > 0 ? OWN.below.height : 0
  const room = screen.height - top - gap - FOOT
  const wide = screen.width / WIDTH
  const high = room / (OWN.world.height + height * FRAME_HEIGHT.least)
  const isLow = high < LOW * wide
  const width = Math.max(STEP, Math.floor(((isLow ? wide : Math.min(wide, high)) * WIDTH) / STEP) * STEP)
  const scale = width / WIDTH
  const world = { x: 0, y: top, width, height: Math.round(OWN.world.height * scale) }
  const own = height * scale
  const left = room - world.height
  const tall = isLow ? own : Math.max(own * FRAME_HEIGHT.least, Math.min(own * FRAME_HEIGHT.most, left))
  const below = { x: EDGE, y: top + world.height + gap, width: width - 2 * EDGE, height: Math.round(tall) }
  return { width, scale, world, below }
}

export const FRAME_IDS = ['europe', 'east-asia', 'north-america'] as const
export type FrameId = (typeof FRAME_IDS)[number]

export interface ViewSpec {
  /** The frames' names stand among the words of maps. */
  id: 'world' | FrameId
  place: Rectangle
  projection: GeoProjection
}

/** Of a figure with magnified frames, or of one without. The title stands above the plot. */
export function mapFrame(hasFrames: boolean, { width, world, below }: MapLayout = OWN): Frame {
  const bottom = hasFrames ? below.y + below.height : world.y + world.height
  const plot = { x: 0, y: world.y, width, height: bottom - world.y }
  return { width, height: bottom + FOOT, plot }
}

/** Half of the width of Equal Earth where the sphere's radius is 1. */
const EQUAL_EARTH_HALF = 2.7066299836960748
/** Where the equator stands below the world's upper edge: the north is seen up to some 73°, the south down to 56°. */
const EQUATOR = 228

/**
 * Equal Earth about 150° E, so that the Pacific is whole and the cut runs through the Atlantic. Areas are true, as
 * those of circles are.
 * @see Šavrič, Patterson & Jenny (2019), The Equal Earth map projection. https://doi.org/10.1080/13658816.2018.1504949
 */
export const worldView = ({ width, scale, world }: MapLayout): ViewSpec => ({
  id: 'world',
  place: world,
  projection: within(
    geoEqualEarth()
      .rotate([-150, 0])
      .scale(width / 2 / EQUAL_EARTH_HALF)
      .translate([width / 2, world.y + EQUATOR * scale]),
    world,
  ),
})
export const WORLD_VIEW: ViewSpec = worldView(OWN)

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
export function frameViews(ids: readonly FrameId[], { below, scale: unit }: MapLayout = OWN): ViewSpec[] {
  const room = below.width - GAP * (ids.length - 1)
  const whole = ids.reduce((sum, id) => sum + FRAMES[id].width, 0)
  let x = below.x
  return ids.map((id) => {
    const { middle, scale } = FRAMES[id]
    const width = Math.round((FRAMES[id].width * room) / whole)
    const place = { x, y: below.y, width, height: below.height }
    x += width + GAP
    const projection = geoAzimuthalEqualArea()
      .rotate([-middle[0], -middle[1]])
      .scale(scale * unit)
      .translate([place.x + width / 2, below.y + below.height / 2])
    return { id, place, projection: within(projection, place) }
  })
}

/** The world in a place of any size, in the unit of the place. */
export function worldIn(place: Rectangle): ViewSpec {
  const scale = Math.min(place.width / OWN.world.width, place.height / OWN.world.height)
  const middle = { x: place.x + place.width / 2, y: place.y + place.height / 2 }
  const projection = geoEqualEarth()
    .rotate([-150, 0])
    .scale((scale * WIDTH) / 2 / EQUAL_EARTH_HALF)
    .translate([middle.x, middle.y + scale * (EQUATOR - OWN.world.height / 2)])
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
  const scale = box.width / OWN.below.width
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
