/** The scales of a map: nested circles and strokes, in the gap of an ocean where no city and no arc stands. */
import type { DrawnLegend, DrawnWords, Rectangle } from '../../contract/drawings.ts'
import { printedDecimals } from '../../format/numbers.ts'
import { formatNumber } from '../../format/numbers.ts'
import type { SceneItem } from '../scene.ts'
import { line, ring, text } from '../scene-items.ts'
import type { MapPaints } from './paints.ts'

const HEAD = 16
const ROW = 15
const GAP = 12
const LEGEND_WIDTH = 168

const areaHeight = ({ areas }: DrawnLegend): number =>
  areas.length === 0 ? 0 : HEAD + Math.max(2 * (areas[0]?.r ?? 0), areas.length * ROW) + 4

const widthsHeight = ({ widths }: DrawnLegend): number =>
  widths.length === 0 ? 0 : GAP + HEAD + widths.length * ROW

interface Occupied {
  circles: readonly { x: number; y: number; r: number }[]
  segments: readonly { x1: number; y1: number; x2: number; y2: number }[]
}

/**
 * Where the legend stands: in the southern Pacific, the Indian Ocean, or elsewhere on open water, the first place that
 * touches no circle and no arc.
 * @param world the world view's place, of which the oceans are parts
 */
export function legendPlace(legend: DrawnLegend, world: Rectangle, occupied: Occupied): Rectangle {
  const height = areaHeight(legend) + widthsHeight(legend)
  const bottom = world.y + world.height - 14
  const places = [650, 625, 675, 255, 590].map((x) => ({
    x: world.x + (x / 1000) * world.width,
    y: bottom - height,
    width: LEGEND_WIDTH,
    height,
  }))
  const free = places.find((place) => isFree(place, occupied))
  return free ?? (places[0] as Rectangle)
}

function isFree({ x, y, width, height }: Rectangle, { circles, segments }: Occupied): boolean {
  const [left, top, right, bottom] = [x - 4, y - 4, x + width + 4, y + height + 4]
  const near = (value: number, from: number, to: number) => Math.max(from, Math.min(to, value))
  const outside = circles.every((circle) => {
    const [dx, dy] = [circle.x - near(circle.x, left, right), circle.y - near(circle.y, top, bottom)]
    return dx * dx + dy * dy > circle.r * circle.r
  })
  return (
    outside &&
    segments.every(
      ({ x1, y1, x2, y2 }) =>
        Math.max(x1, x2) < left ||
        Math.min(x1, x2) > right ||
        Math.max(y1, y2) < top ||
        Math.min(y1, y2) > bottom,
    )
  )
}

/** Of large values no decimals: a circle does not tell them. */
const say = (value: number): string => formatNumber(value, value >= 100 ? 0 : printedDecimals(value))

export function legendItems(
  legend: DrawnLegend,
  words: DrawnWords,
  { x, y }: Rectangle,
  paints: MapPaints,
): SceneItem[] {
  return [
    ...areaItems(legend, words.legendArea, x, y, paints),
    ...widthItems(legend, words.legendWidth, x, y + areaHeight(legend), paints),
  ]
}

function areaItems(
  { areas }: DrawnLegend,
  head: string,
  x: number,
  y: number,
  paints: MapPaints,
): SceneItem[] {
  const largest = areas[0]?.r
  if (largest === undefined) return []
  const [cx, bottom] = [x + largest + 1, y + HEAD + Math.max(2 * largest, areas.length * ROW)]
  const labels = spread(areas.map(({ r }) => bottom - 2 * r))
  const textX = x + 2 * largest + 26
  return [
    text(head, x, y + 10, { size: 11, weight: 600, fill: paints.ink, halo: paints.halo }),
    ...areas.flatMap(({ value, r }, i) => {
      const [top, labelY] = [bottom - 2 * r, labels[i] ?? 0]
      return [
        ring(cx, bottom - r, r, paints.data),
        line([cx, top], [textX - 4, labelY], { stroke: paints.tick, width: 0.6, dash: [1, 2] }),
        text(say(value), textX, labelY + 4, { size: 11, weight: 400, fill: paints.ink2, halo: paints.halo }),
      ]
    }),
  ]
}

/** Heights of text at least a row apart, from the top. */
function spread(tops: readonly number[]): number[] {
  let least = -Infinity
  return tops.map((top) => {
    least = Math.max(top, least + ROW - 2)
    return least
  })
}

function widthItems(
  { widths }: DrawnLegend,
  head: string,
  x: number,
  y: number,
  paints: MapPaints,
): SceneItem[] {
  if (widths.length === 0) return []
  const top = y + GAP
  return [
    text(head, x, top + 10, { size: 11, weight: 600, fill: paints.ink, halo: paints.halo }),
    ...widths.flatMap(({ value, width }, i) => {
      const at = top + HEAD + ROW * i + 6
      return [
        line([x, at], [x + 38, at], { stroke: paints.needle, width }),
        text(say(value), x + 52, at + 4, { size: 11, weight: 400, fill: paints.ink2, halo: paints.halo }),
      ]
    }),
  ]
}
