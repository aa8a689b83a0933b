/** A network on a plate: lines that bend round circles they would run behind, circles, names. All lengths in points. */
import type { Drawing, DrawnEdge, DrawnNode } from '../../contract/drawings.ts'
import { edgePaints, labelItems, nodePaints } from '../../figures/network/paint.ts'
import type { NetworkStyle } from '../../figures/network/paint.ts'
import { path } from '../../figures/scene-items.ts'
import type { SceneItem } from '../../figures/scene.ts'
import { num } from '../../figures/scene.ts'

export interface Point {
  x: number
  y: number
}

/** A line from the middle of one circle to that of another, bent where `by` is given (a quadratic curve). */
export interface Course {
  from: Point
  by: Point | null
  to: Point
}

/** From a line's edge to a circle that it goes round: 9 units of a slide. */
const CLEARANCE = 5.4

/** The course of an edge: straight, unless a third circle stands in its way and a bend leads round it. */
export function courseOf(
  edge: Pick<DrawnEdge, 'width'>,
  a: DrawnNode,
  b: DrawnNode,
  nodes: readonly DrawnNode[],
): Course {
  const straight: Course = { from: a, by: null, to: b }
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  if (length === 0) return straight
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length]
  const blocking = nodes.flatMap((node) => {
    if (node.id === a.id || node.id === b.id) return []
    const [dx, dy] = [node.x - a.x, node.y - a.y]
    const along = dx * ux + dy * uy
    const off = dy * ux - dx * uy
    const need = node.r + edge.width / 2 + CLEARANCE
    return along > 0 && along < length && Math.abs(off) < need ? [{ along, off, need }] : []
  })
  const [first] = blocking.toSorted((one, two) => Math.abs(one.off) - Math.abs(two.off))
  if (!first) return straight
  // The side that the circle's middle leaves wider, then the other.
  const sides = first.off > 0 ? [-1, 1] : [1, -1]
  for (const side of sides) {
    const needed = Math.max(
      ...blocking.map(({ along, off, need }) => {
        const t = along / length
        return (side * off + need) / Math.max(0.18, 2 * t * (1 - t))
      }),
    )
    const bend = Math.max(0, needed)
    if (bend > length * 0.6) continue
    const by = {
      x: (a.x + b.x) / 2 - uy * side * bend,
      y: (a.y + b.y) / 2 + ux * side * bend,
    }
    const course = { from: a, by, to: b }
    if (isClear(course, edge.width, a, b, nodes)) return course
  }
  return straight
}

function isClear(
  course: Course,
  width: number,
  a: DrawnNode,
  b: DrawnNode,
  nodes: readonly DrawnNode[],
): boolean {
  const points = Array.from({ length: 25 }, (_, i) => pointOn(course, (i + 0.5) / 25))
  return nodes.every(
    ({ id, x, y, r }) =>
      id === a.id ||
      id === b.id ||
      points.every((point) => Math.hypot(point.x - x, point.y - y) >= r + width / 2 + CLEARANCE * 0.5),
  )
}

/** The point at a part of a course, 0 to 1. */
export function pointOn({ from, by, to }: Course, t: number): Point {
  const mix = (p: number, q: number, c: number | null) =>
    c === null ? p + (q - p) * t : (1 - t) ** 2 * p + 2 * t * (1 - t) * c + t ** 2 * q
  return { x: mix(from.x, to.x, by?.x ?? null), y: mix(from.y, to.y, by?.y ?? null) }
}

/** So many edges are led round circles; in a thicket bends would only add lines. */
const MOST_BENT = 150

export function coursesOf({ nodes, edges }: Pick<Drawing, 'nodes' | 'edges'>): (Course | null)[] {
  const at = new Map(nodes.map((node) => [node.id, node]))
  return edges.map((edge) => {
    const [a, b] = [at.get(edge.a), at.get(edge.b)]
    if (!a || !b) return null
    return edges.length > MOST_BENT ? { from: a, by: null, to: b } : courseOf(edge, a, b, nodes)
  })
}

const pathOf = ({ from, by, to }: Course) =>
  `M${num(from.x)} ${num(from.y)}` +
  (by ? `Q${num(by.x)} ${num(by.y)} ${num(to.x)} ${num(to.y)}` : `L${num(to.x)} ${num(to.y)}`)

/** Lines from the weakest, those of the node being read over the others; circles from the largest; names over both. */
export function networkItems(drawing: Drawing, style: NetworkStyle): SceneItem[] {
  const courses = coursesOf(drawing)
  const isRead = ({ a, b }: DrawnEdge) => Number(a === style.focus || b === style.focus)
  const lines = edgePaints(drawing, style)
    .map((paint, i) => ({ paint, course: courses[i] ?? null, edge: drawing.edges[i] as DrawnEdge }))
    .toSorted((a, b) => isRead(a.edge) - isRead(b.edge) || a.edge.score - b.edge.score)
    .flatMap(({ paint, course, edge }): SceneItem[] =>
      course === null
        ? []
        : [
            path(pathOf(course), {
              stroke: paint.colour,
              width: edge.width,
              opacity: paint.opacity,
              key: `${edge.a} ${edge.b}`,
            }),
          ],
    )
  const circles = nodePaints(drawing, style)
    .map((paint, i) => ({ paint, node: drawing.nodes[i] as DrawnNode }))
    .toSorted((a, b) => b.node.r - a.node.r)
    .map(({ paint, node }): SceneItem => {
      const { id, x, y, r } = node
      return { type: 'circle', key: id, x, y, r, ...paint, opacity: 1, clip: null }
    })
  return [...lines, ...circles, ...labelItems(drawing, style)]
}
