/** A network set anew for a plate: stretched to the room it has, its names written at the plate's size. In points. */
import type {
  Drawing,
  DrawnEdge,
  DrawnNode,
  LabelMode,
  Rectangle,
} from '../../../shared/contract/drawings.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { Measure } from '../../../shared/figures/text.ts'
import { spanOf, stepsOver } from '../legend-steps.ts'
import { NETWORK_FRAME } from './frame.ts'
import { labelsOf } from './labels-of.ts'
import type { NodeNames } from './node-names.ts'

export interface PlateNetwork {
  box: Rectangle
  /** Of the names. */
  size: number
  /** Where no name stands. */
  reserved: (nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]) => readonly Rectangle[]
  /** Points of a unit of the drawing, for circles and strokes; of several panels that of the smallest. */
  scale: number
  names: NodeNames
  language: Language
  labels: LabelMode
  measure: Measure
}

/** Points of a unit: circles cover the same part of a box as they do of the drawing's own plot. */
export function plateScale(
  { nodes, frame }: Pick<Drawing, 'nodes' | 'frame'>,
  box: Rectangle,
  size: number,
): number {
  const own = frame.plot
  const plain = Math.sqrt((box.width * box.height) / (own.width * own.height))
  // What is stretched less than its circles would let them meet.
  const { x, y } = stretch(nodes, innerOf(box, size), plain)
  return Math.min(plain, x, y, NETWORK_FRAME.width)
}

/** Names stand beside the outermost circles too. */
function innerOf({ x, y, width, height }: Rectangle, size: number): Rectangle {
  const [side, top] = [Math.min(width * 0.1, size * 5.5), Math.min(height * 0.08, size * 1.5)]
  return { x: x + side, y: y + top, width: width - 2 * side, height: height - 2 * top }
}

/** Points of a unit in either direction, so that the circles fill the box. */
function stretch(nodes: readonly DrawnNode[], box: Rectangle, scale: number) {
  const along = (at: 'x' | 'y', room: number) => {
    if (nodes.length < 2) return { by: scale, from: 0 }
    const low = nodes.reduce((a, b) => (b[at] < a[at] ? b : a))
    const high = nodes.reduce((a, b) => (b[at] > a[at] ? b : a))
    const span = high[at] - low[at]
    const by = span > 1e-6 ? (room - scale * (low.r + high.r)) / span : scale
    return { by: Math.min(by, scale * 2.2), from: low[at] }
  }
  return { x: along('x', box.width).by, y: along('y', box.height).by }
}

export function drawingFor(drawing: Drawing, asked: PlateNetwork): Drawing {
  const { box, size, scale, measure, names, language, labels } = asked
  const inner = innerOf(box, size)
  const by = stretch(drawing.nodes, inner, scale)
  const middle = (at: 'x' | 'y') => {
    const all = drawing.nodes.flatMap((node) => [
      node[at] * by[at] - node.r * scale,
      node[at] * by[at] + node.r * scale,
    ])
    return all.length === 0 ? 0 : (Math.min(...all) + Math.max(...all)) / 2
  }
  const [dx, dy] = [inner.x + inner.width / 2 - middle('x'), inner.y + inner.height / 2 - middle('y')]
  const within = (value: number, from: number, to: number) =>
    from > to ? (from + to) / 2 : Math.max(from, Math.min(to, value))
  const nodes = drawing.nodes.map((node): DrawnNode => {
    const r = node.r * scale
    return {
      ...node,
      r,
      x: within(node.x * by.x + dx, box.x + r, box.x + box.width - r),
      y: within(node.y * by.y + dy, box.y + r, box.y + box.height - r),
    }
  })
  const edges = drawing.edges.map((edge) => ({ ...edge, width: Math.max(0.5, edge.width * scale) }))
  const placed = labelsOf(
    { nodes, edges, plot: box, names, language, labels, size, reserved: asked.reserved(nodes, edges) },
    measure,
  )
  const areaScale = drawing.areaScale * scale
  const scores = spanOf(edges.map(({ score }) => score))
  return {
    ...drawing,
    nodes,
    edges,
    labels: placed,
    labelsShown: placed.length,
    areaScale,
    widthScale: drawing.widthScale * scale,
    legend: plateLegend(
      nodes.map(({ share }) => share),
      areaScale,
      scores,
      drawing.widthScale * scale,
    ),
  }
}

/** Steps that show the largest, a middle and the smallest of what is drawn. */
export function plateLegend(
  shares: readonly number[],
  areaScale: number,
  scores: { least: number; greatest: number },
  widthScale: number,
): Drawing['legend'] {
  return {
    areas: stepsOver(spanOf(shares)).map((value) => ({ value, r: areaScale * Math.sqrt(value) })),
    // A stroke of half the width is told apart, one of the geometric mean is not.
    widths: stepsOver(scores, scores.greatest / 2)
      .toReversed()
      .map((value) => ({ value, width: Math.max(0.5, widthScale * value) })),
  }
}
