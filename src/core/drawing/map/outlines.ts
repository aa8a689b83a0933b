/** Outlines of Natural Earth (public domain), as they are: land and borders, by the npm package world-atlas. */
import type { GeoPermissibleObjects } from 'd3-geo'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

export interface Outlines {
  land: GeoPermissibleObjects
  /** Lines between countries; coasts are the land's. */
  borders: GeoPermissibleObjects
}

/** `world` is coarse (1 : 110 million), `frame` finer (1 : 50 million). */
export type OutlineScale = 'world' | 'frame'

const kept = new Map<OutlineScale, Promise<Outlines>>()

/** Read when first asked for, then kept. */
export function outlinesOf(scale: OutlineScale): Promise<Outlines> {
  const known = kept.get(scale) ?? readOutlines(scale)
  kept.set(scale, known)
  return known
}

async function readOutlines(scale: OutlineScale): Promise<Outlines> {
  const { default: topology } =
    scale === 'world'
      ? await import('world-atlas/countries-110m.json', { with: { type: 'json' } })
      : await import('world-atlas/countries-50m.json', { with: { type: 'json' } })
  const { land, countries } = (topology as Topology<Record<'land' | 'countries', GeometryCollection>>).objects
  return {
    land: feature(topology, land),
    borders: mesh(topology, countries, (a, b) => a !== b),
  }
}
