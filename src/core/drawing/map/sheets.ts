/** What lies under the circles of a view: land, borders, graticule, and where the view lies on the world map. */
import { geoGraticule } from 'd3-geo'
import type { Rectangle } from '../../../shared/contract/drawings.ts'
import type { ViewSpec } from './frame.ts'
import { WORLD_VIEW } from './frame.ts'
import { outlinesOf } from './outlines.ts'
import { pathOf } from './path-writer.ts'

export interface Sheet {
  land: string
  borders: string
  graticule: string
  /** Empty for the world. */
  outline: string
}

const kept = new Map<string, Promise<Sheet>>()

/** Made once a view and size, the latest of which are kept: sheets do not depend on the data. @param world where the view's outline is drawn */
export function sheetOf(view: ViewSpec, world: ViewSpec = WORLD_VIEW): Promise<Sheet> {
  const key = JSON.stringify([view.id, view.place, world.place])
  const known = kept.get(key) ?? makeSheet(view, world)
  // The last that was asked for is the last to go.
  kept.delete(key)
  kept.set(key, known)
  for (const old of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(old)
  return known
}

/** Windows of some ten sizes; a sheet takes some 50 kB. */
const MOST_KEPT = 40

/** Half a line's width and more: no coast is seen to lose a bend. */
const TOLERANCE = 0.8

/** Of the world alone: in a frame its lines would only cross the arcs. */
const GRATICULE = geoGraticule().step([30, 30])()

async function makeSheet({ id, place, projection }: ViewSpec, world: ViewSpec): Promise<Sheet> {
  const { land, borders } = await outlinesOf(id === 'world' ? 'world' : 'frame')
  return {
    land: pathOf(land, projection, { tolerance: TOLERANCE, smallest: 1 }),
    borders: pathOf(borders, projection, { tolerance: TOLERANCE, smallest: 0 }),
    graticule: id === 'world' ? pathOf(GRATICULE, projection, { tolerance: 3, smallest: 0 }) : '',
    outline: id === 'world' ? '' : outlineOn(world, place, projection),
  }
}

/** Points a side: parallels bend. */
const SAMPLES = 12

/** What a frame's rectangle covers, as a ring on another view. */
function outlineOn(world: ViewSpec, place: Rectangle, projection: ViewSpec['projection']): string {
  const points = borderOf(place).flatMap((point) => {
    const position = projection.invert?.(point)
    const on = position && world.projection(position)
    return on ? [`${on[0].toFixed(1)},${on[1].toFixed(1)}`] : []
  })
  return `M${points.join('L')}Z`
}

function borderOf({ x, y, width, height }: Rectangle): [x: number, y: number][] {
  const corners = [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const
  return corners.flatMap((from, side) => {
    const to = corners[(side + 1) % 4] as (typeof corners)[number]
    return Array.from({ length: SAMPLES }, (_, i): [number, number] => {
      const part = i / SAMPLES
      return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part]
    })
  })
}
