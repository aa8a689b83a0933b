/** How good a layout is, so that a regression shows: lower is better for all three. */
import type { Graph } from '../../../src/core/drawing/network/graph.ts'
import { adjacencyOf, relativeLengths } from '../../../src/core/drawing/network/layout/adjacency.ts'
import { ShortestPaths } from '../../../src/core/drawing/network/layout/shortest-paths.ts'

/** Of larger networks distances from so many nodes, spread evenly, stand for all. */
const FROM = 400

function far(xy: Float64Array, i: number, j: number): number {
  return Math.hypot(xy[2 * i]! - xy[2 * j]!, xy[2 * i + 1]! - xy[2 * j + 1]!)
}

/** Mean of ((drawn − wanted) / wanted)² over pairs with a path, at the scale that suits the figure best. */
export function weightedStress(graph: Graph, xy: Float64Array): number {
  const n = graph.ids.length
  const paths = new ShortestPaths(adjacencyOf(graph), relativeLengths(graph))
  const ratios: number[] = []
  for (let k = 0; k < Math.min(n, FROM); k++) {
    const i = n <= FROM ? k : Math.floor((k * n) / FROM)
    paths.from(i).forEach((wanted, j) => {
      if (j !== i && wanted < Infinity) ratios.push(far(xy, i, j) / wanted)
    })
  }
  const sum = ratios.reduce((total, ratio) => total + ratio, 0)
  const squares = ratios.reduce((total, ratio) => total + ratio * ratio, 0)
  // The best scale is sum / squares; the rest of the mean follows from it.
  return ratios.length === 0 ? 0 : 1 - (sum * sum) / (squares * ratios.length)
}

/** Edges that cross, without those that share an end, for each edge. */
export function crossingsPerEdge({ source, target }: Graph, xy: Float64Array): number {
  const m = source.length
  let crossings = 0
  for (let e = 0; e < m; e++) {
    for (let f = 0; f < e; f++) {
      const [a, b, c, d] = [source[e]!, target[e]!, source[f]!, target[f]!]
      if (a === c || a === d || b === c || b === d) continue
      if (side(xy, a, b, c) * side(xy, a, b, d) < 0 && side(xy, c, d, a) * side(xy, c, d, b) < 0)
        crossings += 1
    }
  }
  return m === 0 ? 0 : crossings / m
}

/** On which side of the line from a to b node c lies. */
function side(xy: Float64Array, a: number, b: number, c: number): number {
  const [ax, ay] = [xy[2 * a]!, xy[2 * a + 1]!]
  return (xy[2 * b]! - ax) * (xy[2 * c + 1]! - ay) - (xy[2 * b + 1]! - ay) * (xy[2 * c]! - ax)
}

/** Pairs of circles that overlap. */
export function overlaps(xy: Float64Array, r: Float64Array): number {
  let count = 0
  for (let i = 0; i < r.length; i++) {
    for (let j = 0; j < i; j++) if (far(xy, i, j) < r[i]! + r[j]!) count += 1
  }
  return count
}
