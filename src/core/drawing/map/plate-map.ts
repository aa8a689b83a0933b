/** A map laid out in a plate's own points: crowded regions side by side with a small world, or the world alone. */
import type {
  DrawnLabel,
  LabelMode,
  MapDrawing,
  MapView,
  Rectangle,
} from '../../../shared/contract/drawings.ts'
import type { Language, Naming } from '../../../shared/domain/language.ts'
import { piecesOf, readCurve } from '../../../shared/figures/map/curve.ts'
import type { Measure } from '../../../shared/figures/text.ts'
import { fitText } from '../../../shared/figures/text.ts'
import { formatFigure } from '../../../shared/format/figures.ts'
import { shortName } from '../../../shared/format/names.ts'
import { translate } from '../../../shared/i18n/index.ts'
import { formsOf } from '../labels/forms.ts'
import { placeLabels } from '../labels/place-labels.ts'
import { spanOf, stepsOver } from '../legend-steps.ts'
import { figureOf, viewOf } from './draw-map.ts'
import type { ViewSpec } from './frame.ts'
import { framesIn, worldIn } from './frame.ts'
import type { MapData } from './map-data.ts'
import { framesWorth } from './place-cities.ts'

export interface PlateMapAsked {
  /** Of the frames, or of the world where it stands alone. */
  box: Rectangle
  /** Of the small world beside frames. */
  locator: Rectangle
  /** Of the names. */
  size: number
  /** So many leading cities are named. */
  named: number
  names: Naming
  language: Language
  labels: LabelMode
  measure: Measure
}

export type PlateMap = Pick<MapDrawing, 'cities' | 'arcs' | 'views' | 'legend' | 'labelsShown'> & {
  /** Whether frames show the cities, and the first view only where they lie. */
  framed: boolean
}

/** Frames show a map by themselves where so many of its cities stand in them, and no links run between them. */
const MOST_OUTSIDE = 0.35
/** Circles are larger than on the screen's map, which is read nearer. */
const LARGER = 1.25

/** Whether frames alone show the map. */
export function isFramed(data: Pick<MapData, 'cities' | 'partners'>): boolean {
  const ids = framesWorth(data.cities.map(({ position }) => position))
  if (ids.length === 0 || data.partners.length > 0) return false
  const { views } = framesIn(ids, { x: 0, y: 0, width: 972, height: 316 }, 12)
  const inside = figureOf(data as MapData, views).cities.filter(({ at }) => at.length > 0).length
  return inside >= (1 - MOST_OUTSIDE) * data.cities.length
}

export async function plateMap(data: MapData, asked: PlateMapAsked): Promise<PlateMap> {
  const { box, locator, size, language } = asked
  const framed = isFramed(data)
  const frames = framesIn(framed ? framesWorth(data.cities.map(({ position }) => position)) : [], box, size)
  const world = worldIn(framed ? locator : box)
  const specs: ViewSpec[] = [world, ...frames.views]
  const scale = framed ? frames.scale * LARGER : Math.min(box.width / 1000, box.height / 418)
  const figure = figureOf(data, specs, scale)
  const made = await Promise.all(specs.map((spec) => viewOf(spec, figure.cities, specs, language)))
  const views = made.map((view) => ({ ...view, title: titleOf(view, asked) }))
  const labels = views.map((view, at) => (framed && at === 0 ? [] : labelsIn(figure, view, at, data, asked)))
  return {
    ...figure,
    framed,
    views: views.map((view, at) => ({ ...view, labels: labels[at] ?? [] })),
    legend: {
      areas: stepsOver(spanOf(figure.cities.map(({ share }) => share))).map((value) => ({
        value,
        r: figure.areaScale * Math.sqrt(value),
      })),
      widths: figure.legend.widths,
    },
    labelsShown: new Set(labels.flat().map(({ id }) => id)).size,
  }
}

/** A frame's name and how many cities stand in it; where both find no room the name. */
function titleOf({ id, cities, place }: MapView, { language, measure, size }: PlateMapAsked): string {
  if (id === 'world') return ''
  const name = translate(language, `plates.network.frames.${id}`)
  const room = place.width - size * 1.2
  const widthOf = (text: string) => measure(text, size, 600)
  const whole = translate(language, 'maps.frame', { name, cities })
  return widthOf(whole) <= room ? whole : fitText(name, room, widthOf)
}

/** The leading cities, and those that a link joins, each beside its circle; of the others none. */
function labelsIn(
  { arcs, cities }: Pick<MapDrawing, 'arcs' | 'cities'>,
  view: MapView,
  at: number,
  data: MapData,
  asked: PlateMapAsked,
): DrawnLabel[] {
  const { size, names, language, labels: mode, measure } = asked
  if (mode === 'none') return []
  const linked = new Set([data.focus, ...data.partners].map((city) => city?.id))
  const placed = cities.flatMap((city, rank) => {
    const place = city.at.find((each) => each.view === at)
    return place ? [{ city, rank, x: place.x, y: place.y, r: city.r }] : []
  })
  const order = placed
    .map((_, i) => i)
    .filter((i) => linked.has(placed[i]?.city.id) || (placed[i]?.rank ?? Infinity) < asked.named)
    .sort((a, b) => Number(linked.has(placed[b]?.city.id)) - Number(linked.has(placed[a]?.city.id)) || a - b)
  const { labels } = placeLabels({
    circles: placed.map(({ x, y, r }) => ({ x, y, r })),
    texts: placed.map(({ city }) => ({
      forms: formsOf({ name: shortName(city, 'en'), nameZh: city.nameZh && shortName(city, 'zh') }, names),
      value: mode === 'share' ? formatFigure('share', city.share, language) : null,
    })),
    order,
    segments: arcs.flatMap((arc) => {
      const curve = arc.view === at ? readCurve(arc.d) : null
      return curve ? piecesOf(curve).map((piece) => ({ ...piece, weight: 1 })) : []
    }),
    plot: view.place,
    reserved:
      view.title === ''
        ? []
        : [
            {
              x: view.place.x,
              y: view.place.y,
              width: measure(view.title, size, 600) + size * 1.4,
              height: size * 1.8,
            },
          ],
    always: order.length,
    sizes: () => size,
    fixed: true,
    // Bold, as some are: what is drawn is at most as wide.
    measure: (text, points) => measure(text, points, 600),
  })
  return labels.flatMap((label, i) => (label ? [{ ...label, id: placed[i]?.city.id ?? '' }] : []))
}
