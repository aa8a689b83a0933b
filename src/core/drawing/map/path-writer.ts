import type { GeoContext, GeoPermissibleObjects, GeoProjection } from 'd3-geo'
import { geoPath } from 'd3-geo'

/** Steps of a tenth of a unit: finer than any line is wide. */
const STEP = 10

interface WriterOptions {
  /** Points nearer than this to the one before are left out, in units. */
  tolerance: number
  /** Rings smaller than this are left out, in square units. */
  smallest: number
}

/**
 * SVG path data of an object, in relative steps of 0.1 units. Rounded, so that a sine whose last bit differs from
 * machine to machine writes the same data.
 */
export function pathOf(
  object: GeoPermissibleObjects,
  projection: GeoProjection,
  { tolerance, smallest }: WriterOptions,
): string {
  const parts: string[] = []
  let points: number[] = []
  const end = (closed: boolean) => {
    if (points.length >= 4 && !(closed && areaOf(points) < smallest * STEP * STEP)) {
      parts.push(write(points, closed))
    }
    points = []
  }
  const least = (tolerance * STEP) ** 2
  const add = (x: number, y: number, keep: boolean) => {
    const [px, py] = [Math.round(x * STEP), Math.round(y * STEP)]
    const [dx, dy] = [px - (points.at(-2) ?? px), py - (points.at(-1) ?? py)]
    if (keep || dx * dx + dy * dy >= least) points.push(px, py)
  }
  const context: GeoContext = {
    beginPath: () => undefined,
    moveTo(x, y) {
      end(false)
      add(x, y, true)
    },
    lineTo: (x, y) => add(x, y, false),
    closePath: () => end(true),
    arc: () => undefined,
  }
  geoPath(projection, context)(object)
  end(false)
  return parts.join('')
}

/** Twice the area is summed by the shoelace formula. */
function areaOf(points: readonly number[]): number {
  let sum = 0
  for (let i = 0; i < points.length; i += 2) {
    const j = (i + 2) % points.length
    sum +=
      (points[i] as number) * (points[j + 1] as number) - (points[j] as number) * (points[i + 1] as number)
  }
  return Math.abs(sum) / 2
}

function write(points: readonly number[], closed: boolean): string {
  const [x = 0, y = 0] = points
  let text = `M${tenths(x)},${tenths(y)}l`
  for (let i = 2; i < points.length; i += 2) {
    const dx = (points[i] as number) - (points[i - 2] as number)
    const dy = (points[i + 1] as number) - (points[i - 1] as number)
    if (dx === 0 && dy === 0) continue
    text += `${i === 2 || dx < 0 ? '' : ' '}${tenths(dx)}${dy < 0 ? '' : ','}${tenths(dy)}`
  }
  return closed ? `${text}z` : text
}

const tenths = (value: number) => String(value / STEP)
