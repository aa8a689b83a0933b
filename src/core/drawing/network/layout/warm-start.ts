import type { Graph } from '../graph.ts'
import type { Adjacency } from './adjacency.ts'
import { distance } from './arithmetic.ts'
import { forceLayout, wantedLengths } from './force.ts'
import { seededRandom } from './random.ts'

const ALPHA = 0.15
const TICKS = 60

export interface WarmOptions {
  seed: number
  area: number
  theta: number
  /** Where nodes without placed neighbours begin. */
  middle: { x: number; y: number }
}

/**
 * A layout that stays near to an earlier one: a short, cool run from its positions, laid back over it by the scale
 * and the shift, in either direction, that keep the nodes of both nearest to where they were.
 * @param start positions in figure units, NaN where a node is new
 */
export function warmLayout(
  graph: Graph,
  links: Adjacency,
  r: Float64Array,
  start: Float64Array,
  options: WarmOptions,
): Float64Array {
  const from = placeNew(links, start, options)
  const { seed, area, theta, middle } = options
  const scale = scaleToLengths(graph, from, wantedLengths(graph, r, area))
  const centred = from.map((value, k) => (value - (k % 2 === 0 ? middle.x : middle.y)) * scale)
  const moved = forceLayout(graph, links, r, centred, { seed, area, theta, alpha: ALPHA, ticks: TICKS })
  return overlay(moved, start, scale, middle)
}

/** New nodes begin in the middle of their placed neighbours, next to each other by a hair. */
function placeNew(links: Adjacency, start: Float64Array, { seed, middle }: WarmOptions): Float64Array {
  const n = start.length / 2
  const xy = start.slice()
  const random = seededRandom(seed)
  let waiting = Array.from({ length: n }, (_, i) => i).filter((i) => Number.isNaN(start[2 * i]!))
  while (waiting.length > 0) {
    const placed = waiting.flatMap((i) => meanOfNeighbours(links, xy, i) ?? [])
    for (const { node, x, y } of placed) {
      xy[2 * node] = x + random() - 0.5
      xy[2 * node + 1] = y + random() - 0.5
    }
    if (placed.length === 0) break
    waiting = waiting.filter((i) => Number.isNaN(xy[2 * i]!))
  }
  for (const i of waiting) {
    xy[2 * i] = middle.x + random() - 0.5
    xy[2 * i + 1] = middle.y + random() - 0.5
  }
  return xy
}

function meanOfNeighbours({ at, to }: Adjacency, xy: Float64Array, node: number) {
  let x = 0
  let y = 0
  let count = 0
  for (let p = at[node]!; p < at[node + 1]!; p++) {
    const other = to[p]!
    if (Number.isNaN(xy[2 * other]!)) continue
    x += xy[2 * other]!
    y += xy[2 * other + 1]!
    count += 1
  }
  return count === 0 ? null : { node, x: x / count, y: y / count }
}

/** The scale that brings the edges nearest to the lengths wanted, by least squares. */
function scaleToLengths(
  { source, target }: Pick<Graph, 'source' | 'target'>,
  xy: Float64Array,
  wanted: Float64Array,
): number {
  let product = 0
  let square = 0
  for (let e = 0; e < wanted.length; e++) {
    const a = 2 * source[e]!
    const b = 2 * target[e]!
    const far = distance(xy[a]! - xy[b]!, xy[a + 1]! - xy[b + 1]!)
    product += far * wanted[e]!
    square += far * far
  }
  return square > 0 ? product / square : 1
}

function overlay(
  moved: Float64Array,
  start: Float64Array,
  scale: number,
  middle: { x: number; y: number },
): Float64Array {
  const x = alongSide(moved, start, 0, scale, middle.x)
  const y = alongSide(moved, start, 1, scale, middle.y)
  return moved.map((value, k) => (k % 2 === 0 ? x.scale * value + x.shift : y.scale * value + y.shift))
}

/** Least squares over the nodes that had a place; without a spread of theirs the scale of before. */
function alongSide(moved: Float64Array, start: Float64Array, side: 0 | 1, scale: number, middle: number) {
  let count = 0
  let meanMoved = 0
  let meanStart = 0
  for (let k = side; k < start.length; k += 2) {
    if (Number.isNaN(start[k]!)) continue
    count += 1
    meanMoved += moved[k]!
    meanStart += start[k]!
  }
  if (count === 0) return { scale: 1 / scale, shift: middle }
  meanMoved /= count
  meanStart /= count
  let product = 0
  let square = 0
  for (let k = side; k < start.length; k += 2) {
    if (Number.isNaN(start[k]!)) continue
    product += (moved[k]! - meanMoved) * (start[k]! - meanStart)
    square += (moved[k]! - meanMoved) * (moved[k]! - meanMoved)
  }
  const found = product > 0 && square > 1e-9 ? product / square : 1 / scale
  return { scale: found, shift: meanStart - found * meanMoved }
}
