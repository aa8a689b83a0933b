/** A map on a plate: land, links, circles and names of each frame, its rim, and the world that shows where they lie. */
import type { DrawnLabel, MapCity, MapDrawing, MapView } from '../../contract/drawings.ts'
import type { MapPaints } from '../../figures/map/paints.ts'
import { mapPaints } from '../../figures/map/paints.ts'
import { PALETTES } from '../../figures/palette.ts'
import type { FigureTheme } from '../../figures/palette.ts'
import { box, boxPath, line, path } from '../../figures/scene-items.ts'
import type { Clip, SceneItem, TextItem } from '../../figures/scene.ts'
import { joinLines } from '../../figures/text.ts'

export interface MapScene {
  cities: readonly MapCity[]
  arcs: MapDrawing['arcs']
  /** The first is the world. */
  views: readonly MapView[]
  framed: boolean
}

export interface MapLook {
  theme: FigureTheme
  transparent: boolean
  /** Id of the city being read. */
  focus: string | null
  /** So many of the first cities lead; the others are lighter. */
  leading: number
}

export function mapItems(map: MapScene, look: MapLook): SceneItem[] {
  const paints = mapPaints(look.theme)
  return map.views.flatMap((view, at) =>
    map.framed && at === 0 ? locatorItems(map, view, paints, look) : viewItems(map, view, at, paints, look),
  )
}

/** Land in plain grey, and what the frames show of it. */
function locatorItems(
  { views }: MapScene,
  world: MapView,
  { ink }: MapPaints,
  { theme }: MapLook,
): SceneItem[] {
  const clip: Clip = { d: boxPath(world.place), within: null }
  return [
    path(world.land, { fill: PALETTES[theme].data3, clip }),
    ...views.flatMap(({ outline }) => (outline === '' ? [] : [path(outline, { stroke: ink, width: 0.9 })])),
  ]
}

function viewItems(map: MapScene, view: MapView, at: number, paints: MapPaints, look: MapLook): SceneItem[] {
  const clip: Clip = { d: boxPath(view.place), within: null }
  const { data2 } = PALETTES[look.theme]
  const circles = map.cities.flatMap((city, rank): SceneItem[] => {
    const place = city.at.find((each) => each.view === at)
    if (!place) return []
    const isRead = city.id === look.focus
    const fill = isRead ? paints.needle : rank < look.leading ? paints.data : data2
    const rim = { stroke: paints.halo, strokeWidth: 1.4, opacity: 1, clip }
    return [{ type: 'circle', key: city.id, x: place.x, y: place.y, r: city.r, fill, ...rim }]
  })
  return [
    ...(map.framed && !look.transparent ? [box(view.place, { fill: paints.bg })] : []),
    ...(view.graticule === '' ? [] : [path(view.graticule, { stroke: paints.graticule, width: 0.6, clip })]),
    path(view.land, { fill: paints.land, stroke: paints.border, width: 0.6, clip }),
    path(view.borders, { stroke: paints.border, width: 0.5, clip }),
    ...map.arcs
      .filter((arc) => arc.view === at)
      .map((arc) =>
        path(arc.d, { stroke: paints.needle, width: arc.width, opacity: 0.85, clip, key: arc.b }),
      ),
    ...circles,
    ...view.labels.flatMap((label) => labelItems(map, label, paints, look)),
    ...(map.framed ? [box(view.place, { stroke: paints.tick, width: 0.75 })] : []),
  ]
}

function labelItems(map: MapScene, label: DrawnLabel, paints: MapPaints, { focus }: MapLook): SceneItem[] {
  const { id, lines, x, anchor, size, leader, inside } = label
  const isRead = id === focus
  const isLinked = map.arcs.some(({ b }) => b === id)
  const fill = inside ? paints.halo : isRead ? paints.needleText : paints.ink
  const weight = isRead || isLinked ? 600 : 400
  const item: TextItem = {
    type: 'text',
    key: id,
    text: joinLines(lines.map(({ text }) => text)),
    x,
    y: lines[0]?.y ?? 0,
    anchor,
    size,
    weight,
    fill,
    stroke: inside ? null : paints.halo,
    strokeWidth: inside ? 0 : 3,
    turn: null,
    lines: lines.map(({ text, y, value }) => ({
      text,
      y,
      fill: value && !inside ? paints.ink2 : fill,
      weight: value ? 400 : weight,
    })),
    opacity: 1,
    clip: null,
  }
  const lead = leader
    ? [line([leader[0], leader[1]], [leader[2], leader[3]], { stroke: paints.ink, width: 0.7 })]
    : []
  return [...lead, item]
}
