/** A drawing as arrays: what is painted, pointed at and walked over. Positions follow the user's drags. */
import type { Drawing } from '../../../shared/contract/drawings.ts'

export interface Geometry {
  /** Number of the node with this id. */
  index: Map<string, number>
  /** Figure units, one a node. */
  x: Float64Array
  y: Float64Array
  r: Float64Array
  /** Node numbers of each edge's ends, and its width in figure units; edges stand strongest first. */
  a: Int32Array
  b: Int32Array
  width: Float64Array
}

/** Edges whose ends are not drawn are no part of it. */
export function geometryOf(drawing: Pick<Drawing, 'nodes' | 'edges'>): Geometry {
  const { nodes, edges } = drawing
  const index = new Map(nodes.map(({ id }, i) => [id, i]))
  return {
    index,
    x: Float64Array.from(nodes, ({ x }) => x),
    y: Float64Array.from(nodes, ({ y }) => y),
    r: Float64Array.from(nodes, ({ r }) => r),
    a: Int32Array.from(edges, ({ a }) => index.get(a) ?? -1),
    b: Int32Array.from(edges, ({ b }) => index.get(b) ?? -1),
    width: Float64Array.from(edges, ({ width }) => width),
  }
}

/** Numbers of the edges of a node, strongest first. */
export function edgesAt({ a, b }: Geometry, node: number): number[] {
  const found: number[] = []
  for (let e = 0; e < a.length; e++) {
    if ((a[e] === node && b[e]! >= 0) || (b[e] === node && a[e]! >= 0)) found.push(e)
  }
  return found
}

/** The other end of an edge. */
export const otherEnd = ({ a, b }: Geometry, edge: number, node: number): number =>
  a[edge] === node ? b[edge]! : a[edge]!

/** Number of the edge between two nodes, or -1. */
export function edgeBetween({ a, b }: Geometry, one: number, other: number): number {
  for (let e = 0; e < a.length; e++) {
    if ((a[e] === one && b[e] === other) || (a[e] === other && b[e] === one)) return e
  }
  return -1
}
