/** Names beside the circles of a map, none touching another: the focus and its partners first, then by Share. */
import type {
  DrawnLabel,
  MapCity,
  MapDrawing,
  MapView,
  Rectangle,
} from '../../../shared/contract/drawings.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { Piece } from '../../../shared/figures/map/curve.ts'
import { piecesOf, readCurve } from '../../../shared/figures/map/curve.ts'
import { legendOn } from '../../../shared/figures/map/scene.ts'
import { shortName } from '../../../shared/format/names.ts'
import { formatFigure } from '../../../shared/format/figures.ts'
import type { TextMetrics } from '../text-metrics.ts'
import { formsOf } from '../labels/forms.ts'
import { placeLabels } from '../labels/place-labels.ts'
import type { MapData } from './map-data.ts'

interface Request {
  input: Pick<ParsedInputOf<'maps.draw'>, 'labels' | 'names' | 'language' | 'screen'>
  data: Pick<MapData, 'focus' | 'partners'>
  metrics: TextMetrics
  /** Units that one of the figure's own is. */
  scale: number
}

type Figure = Pick<MapDrawing, 'cities' | 'arcs' | 'legend' | 'views'>

const SIZE = 10.5
const FOCUS_SIZE = 11.5
/** Circles so large are named on the world map too, where there is room. */
const LARGE = 13

/** @returns the labels of each view, and how many cities have one. */
export function labelMap(figure: Figure, request: Request): { labels: DrawnLabel[][]; shown: number } {
  if (request.input.labels === 'none') return { labels: figure.views.map(() => []), shown: 0 }
  const labels = figure.views.map((view, at) => labelView(figure, view, at, request))
  return { labels, shown: new Set(labels.flat().map(({ id }) => id)).size }
}

function labelView(figure: Figure, view: MapView, at: number, request: Request): DrawnLabel[] {
  const { input, data, metrics } = request
  const placed = figure.cities.flatMap((city) => {
    const place = city.at.find((each) => each.view === at)
    return place ? [{ city, x: place.x, y: place.y, r: city.r }] : []
  })
  const cities = placed.map(({ city }) => city)
  const order = orderOf(cities, at, data, LARGE * request.scale)
  const linked = new Set([data.focus, ...data.partners].map((city) => city?.id))
  const { labels } = placeLabels({
    circles: placed.map(({ x, y, r }) => ({ x, y, r })),
    texts: cities.map((city) => textOf(city, input)),
    order,
    segments: linesOn(figure, at).map((piece) => ({ ...piece, weight: 1 })),
    plot: view.place,
    reserved: reservedOn(figure, view, at, metrics),
    always: order.filter((each) => linked.has(cities[each]?.id)).length,
    sizes: (circle) => (cities[circle]?.id === data.focus?.id ? FOCUS_SIZE : SIZE),
    // On the screen nothing is smaller: what finds no room is told beside the figure.
    fixed: input.screen !== undefined,
    // Bold, as some are: what is drawn is at most as wide.
    measure: (text, size) => metrics.width(text, size, 600),
  })
  return labels.flatMap((label, i) => (label ? [{ ...label, id: (cities[i] as MapCity).id }] : []))
}

/** Arcs, and on the world the outlines of the frames. */
function linesOn({ arcs, views }: Figure, at: number): Piece[] {
  const pieces = arcs.flatMap((arc) => {
    const curve = arc.view === at ? readCurve(arc.d) : null
    return curve ? piecesOf(curve) : []
  })
  return at > 0 ? pieces : [...pieces, ...views.flatMap(({ outline }) => sidesOf(outline))]
}

function sidesOf(outline: string): Piece[] {
  const points = [...outline.matchAll(/([\d.-]+),([\d.-]+)/g)].map(([, x, y]) => [Number(x), Number(y)])
  return points.map(([x1 = 0, y1 = 0], i) => {
    const [x2 = 0, y2 = 0] = points[(i + 1) % points.length] ?? []
    return { x1, y1, x2, y2 }
  })
}

function textOf(city: MapCity, { labels, names, language }: Request['input']) {
  const [name, nameZh] = [shortName(city, 'en'), city.nameZh && shortName(city, 'zh')]
  return {
    forms: formsOf({ name, nameZh }, names ?? language),
    value: labels === 'share' ? formatFigure('share', city.share, language) : null,
  }
}

/** What stands in a frame is named there; on the world map only where it is large, after all else. */
function orderOf(
  cities: readonly MapCity[],
  view: number,
  { focus, partners }: Request['data'],
  large: number,
): number[] {
  const rank = new Map([focus, ...partners].flatMap((city, at) => (city ? [[city.id, at] as const] : [])))
  const byPriority = cities
    .map((_, at) => at)
    .sort(
      (a, b) =>
        (rank.get(cities[a]?.id ?? '') ?? Infinity) - (rank.get(cities[b]?.id ?? '') ?? Infinity) || a - b,
    )
  if (view > 0) return byPriority
  const isFramed = (at: number) => (cities[at]?.at.length ?? 0) > 1
  const isLarge = (at: number) => cities[at]?.id === focus?.id || (cities[at]?.r ?? 0) >= large
  return [
    ...byPriority.filter((at) => !isFramed(at)),
    ...byPriority.filter((at) => isFramed(at) && isLarge(at)),
  ]
}

function reservedOn(figure: Figure, view: MapView, at: number, metrics: TextMetrics): Rectangle[] {
  if (at > 0) {
    const width = metrics.width(view.title, 11, 400) + 24
    return [{ x: view.place.x, y: view.place.y, width, height: 19 }]
  }
  const numbers = figure.views.flatMap(({ outline }) => {
    const [x, y] = /^M([\d.-]+),([\d.-]+)/.exec(outline)?.slice(1).map(Number) ?? []
    return x === undefined || y === undefined ? [] : [{ x, y: y - 14, width: 9, height: 12 }]
  })
  return [legendOn(figure), ...numbers]
}
