/** A map as a scene: the same items for screen, SVG and PNG, in figure units. */
import type { DrawnLabel, MapCity, MapDrawing, MapView, Rectangle } from '../../contract/drawings.ts'
import type { CircleItem, Clip, Scene, SceneItem, TextItem } from '../scene.ts'
import { piecesOf, readCurve } from './curve.ts'
import { box, boxPath, line, path, text } from '../scene-items.ts'
import { legendItems, legendPlace } from './legend.ts'
import type { MapPaints, MapStyle } from './paints.ts'
import { mapPaints } from './paints.ts'

export type { MapStyle } from './paints.ts'

/** Layers from the bottom up; `circles` have the city's id as key, and so have arcs and labels. */
export interface MapLayers {
  sheet: SceneItem[]
  arcs: SceneItem[]
  circles: CircleItem[]
  labels: SceneItem[]
  furniture: SceneItem[]
}

/** The layers of each view, the world first, and what stands around them. */
export interface MapParts {
  views: MapLayers[]
  background: SceneItem[]
  furniture: SceneItem[]
}

export function mapScene(map: MapDrawing, style: MapStyle): Scene {
  const { background, views, furniture } = mapParts(map, style)
  const items = views.flatMap(({ sheet, arcs, circles, labels, furniture: own }) => [
    ...sheet,
    ...arcs,
    ...circles,
    ...labels,
    ...own,
  ])
  return { width: map.frame.width, height: map.frame.height, items: [...background, ...items, ...furniture] }
}

export function mapParts(map: MapDrawing, { theme, transparent }: MapStyle): MapParts {
  const paints = mapPaints(theme)
  const { width, height } = map.frame
  return {
    background: transparent ? [] : [box({ x: 0, y: 0, width, height }, { fill: paints.bg })],
    views: map.views.map((view, at) => layersOf(map, view, at, paints, transparent)),
    furniture: furnitureOf(map, paints),
  }
}

function layersOf(
  map: MapDrawing,
  view: MapView,
  at: number,
  paints: MapPaints,
  transparent: boolean,
): MapLayers {
  const clip: Clip = { d: boxPath(view.place), within: null }
  return {
    sheet: sheetItems(view, clip, paints, transparent),
    arcs: map.arcs
      .filter((arc) => arc.view === at)
      .map((arc) =>
        path(arc.d, { stroke: paints.needle, width: arc.width, opacity: 0.85, clip, key: arc.b }),
      ),
    circles: map.cities.flatMap((city) => circleItems(map, city, at, clip, paints)),
    labels: view.labels.flatMap((label) => labelItems(map, label, paints)),
    furniture: at === 0 ? outlineItems(map, paints) : tagItems(view, at, paints),
  }
}

function sheetItems(view: MapView, clip: Clip, paints: MapPaints, transparent: boolean): SceneItem[] {
  const isFrame = view.outline !== ''
  const items: SceneItem[] = [
    ...(view.graticule === '' ? [] : [path(view.graticule, { stroke: paints.graticule, width: 0.7, clip })]),
    path(view.land, { fill: paints.land, stroke: paints.border, width: 0.7, clip }),
    path(view.borders, { stroke: paints.border, width: 0.6, clip }),
  ]
  return isFrame && !transparent ? [box(view.place, { fill: paints.bg }), ...items] : items
}

/** Largest first, so that none hides another; the rim in the colour of the sea tells them apart. */
function circleItems(
  { filters, partnersOf, arcs }: MapDrawing,
  { id, r, at }: MapCity,
  view: number,
  clip: Clip,
  paints: MapPaints,
): CircleItem[] {
  const isFocus = id === filters.focus
  const isPartner = partnersOf !== null && !isFocus && arcs.some(({ b }) => b === id)
  return at
    .filter((place) => place.view === view)
    .map(({ x, y }) => ({
      type: 'circle',
      x,
      y,
      r,
      fill: isFocus ? paints.needle : paints.data,
      stroke: isPartner ? paints.needle : paints.halo,
      strokeWidth: isPartner ? 3 : 1.6,
      opacity: 1,
      clip,
      key: id,
    }))
}

/** A label's lines in one text, and the line that leads to it. */
function labelItems({ filters, arcs }: MapDrawing, label: DrawnLabel, paints: MapPaints): SceneItem[] {
  const { id, lines, x, anchor, size, leader, inside } = label
  const isFocus = id === filters.focus
  const isLinked = arcs.some(({ b }) => b === id)
  const fill = inside ? paints.halo : isFocus ? paints.needleText : isLinked ? paints.ink : paints.ink2
  const weight = isFocus || isLinked ? 600 : 400
  const words = lines.map((each) => each.text).join(' ')
  const first = lines[0]?.y ?? 0
  const look = { size, weight, fill, anchor, key: id, ...(inside ? {} : { halo: paints.halo }) } as const
  const item: TextItem = {
    ...text(words, x, first, look),
    ...(lines.length > 1
      ? {
          lines: lines.map(({ text: said, y, value }) => ({
            text: said,
            y,
            fill: value && !inside ? paints.ink3 : fill,
            weight: value ? 400 : weight,
          })),
        }
      : {}),
  }
  const lead = leader
    ? [line([leader[0], leader[1]], [leader[2], leader[3]], { stroke: paints.tick, width: 0.7 })]
    : []
  return [...lead, item]
}

/** Where the frames lie on the world, each with its number. */
function outlineItems({ views }: MapDrawing, paints: MapPaints): SceneItem[] {
  return views.flatMap(({ outline }, at): SceneItem[] => {
    if (outline === '') return []
    const [x = 0, y = 0] = /^M([\d.-]+),([\d.-]+)/.exec(outline)?.slice(1).map(Number) ?? []
    return [
      path(outline, { stroke: paints.tick, width: 0.9 }),
      text(String(at), x + 1, y - 4, { size: 11, weight: 600, fill: paints.ink, halo: paints.halo }),
    ]
  })
}

/** A frame's rim, and in its corner its number, name and how many cities stand in it. */
function tagItems({ place, title }: MapView, at: number, paints: MapPaints): SceneItem[] {
  const look = { size: 11, halo: paints.halo } as const
  return [
    text(String(at), place.x + 7, place.y + 14, { ...look, weight: 600, fill: paints.ink }),
    text(title, place.x + 19, place.y + 14, { ...look, weight: 400, fill: paints.ink2 }),
    box(place, { stroke: paints.tick, width: 1 }),
  ]
}

/** Where the legend of a map stands; labels keep away from it. */
export function legendOn({
  legend,
  views,
  cities,
  arcs,
}: Pick<MapDrawing, 'legend' | 'views' | 'cities' | 'arcs'>): Rectangle {
  const circles = cities.flatMap(({ at, r }) =>
    at.filter(({ view }) => view === 0).map(({ x, y }) => ({ x, y, r })),
  )
  const segments = arcs.flatMap(({ view, d }) => {
    const curve = view === 0 ? readCurve(d) : null
    return curve ? piecesOf(curve) : []
  })
  return legendPlace(legend, (views[0] as MapView).place, { circles, segments })
}

const MARGIN = 14

function furnitureOf(map: MapDrawing, paints: MapPaints): SceneItem[] {
  const { words, frame } = map
  const { title, subtitle, source } = words
  const room = frame.width - 2 * MARGIN
  const bottom = frame.plot.y + frame.plot.height
  return [
    text(title, MARGIN, 22, { size: Math.min(15, room / ems(title)), weight: 600, fill: paints.ink }),
    ...subtitle.split('\n').map((line, at) =>
      text(line, MARGIN, 41 + 14 * at, {
        size: Math.min(12, room / ems(line)),
        weight: 400,
        fill: paints.ink2,
      }),
    ),
    ...legendItems(map.legend, words, legendOn(map), paints),
    ...source
      .split('\n')
      .map((words, at) =>
        text(words, MARGIN, bottom + 16 + 13 * at, { size: 10.5, weight: 400, fill: paints.ink3 }),
      ),
  ]
}

/** Width of a line in ems, a little too wide: so that a long title is drawn smaller rather than cut. */
function ems(words: string): number {
  return Math.max(
    1,
    Array.from(words).reduce((sum, sign) => sum + (sign > '\u2e7f' ? 1 : 0.56), 0),
  )
}
