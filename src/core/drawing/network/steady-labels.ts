/** Labels of the same network in several years: each name stands at the same side of its circle in every panel. */
import type { DrawnEdge, DrawnLabel, DrawnNode, Rectangle } from '../../../shared/contract/drawings.ts'
import { formatFigure } from '../../../shared/format/figures.ts'
import type { Measure } from '../../../shared/figures/text.ts'
import type { LabelsAsked } from './labels-of.ts'
import { labelsOf } from './labels-of.ts'

/** So far a name may stay behind its circle at the edge of a plot. */
const NEAR = 6
/** So much of a circle a name may cover. */
const TOUCH = 1

interface Panel {
  nodes: readonly DrawnNode[]
  edges: readonly DrawnEdge[]
  plot: Rectangle
}

type Words = Pick<LabelsAsked, 'names' | 'language' | 'labels' | 'size' | 'textScale'>

/**
 * Places are found once, for circles as large as the node is in any year and where it stands on the average, and then
 * move with the node by as little as it moves.
 * @param panels of plots of one size
 * @returns the labels of each panel; of nodes that are in it
 */
export function steadyLabels(panels: readonly Panel[], words: Words, measure: Measure): DrawnLabel[][] {
  const [first] = panels
  if (!first) return []
  const means = meansOf(panels, first.plot)
  const edges = new Map<string, DrawnEdge>()
  for (const edge of panels.flatMap((panel) => panel.edges)) {
    const key = `${edge.a} ${edge.b}`
    if ((edges.get(key)?.score ?? 0) < edge.score) edges.set(key, edge)
  }
  const nodes = [...means.values()].toSorted((a, b) => b.share - a.share || (a.id < b.id ? -1 : 1))
  const asked = { ...words, nodes, edges: [...edges.values()], plot: first.plot }
  const placed = new Map(labelsOf(asked, measure).map((label) => [label.id, label]))
  return panels.map((panel) => {
    const kept = new Map<string, DrawnLabel>()
    for (const node of panel.nodes) {
      const [label, mean] = [placed.get(node.id), means.get(node.id)]
      if (!label || !mean) continue
      const { plot } = panel
      const dx = within(node.x - mean.x, label.box[0], label.box[2], plot.x, plot.width)
      const dy = within(node.y - mean.y, label.box[1], label.box[3], plot.y, plot.height)
      const own = moved(label, dx, dy, formatFigure('share', node.share, words.language))
      // A clamped label would leave its circle, and others may have moved into its way.
      const isThere = Math.hypot(dx - node.x + mean.x, dy - node.y + mean.y) < NEAR
      if (isThere && isFree(own, panel.nodes, [...kept.values()])) kept.set(node.id, own)
    }
    for (const label of again(panel, kept, words, measure)) kept.set(label.id, label)
    return panel.nodes.flatMap(({ id }) => kept.get(id) ?? [])
  })
}

/** Names that lost their place in a year stand where that year has room. */
function again(
  { nodes, edges, plot }: Panel,
  kept: ReadonlyMap<string, DrawnLabel>,
  words: Words,
  measure: Measure,
): DrawnLabel[] {
  const only = new Set(nodes.flatMap(({ id }) => (kept.has(id) ? [] : [id])))
  if (only.size === 0) return []
  const reserved = [...kept.values()].map(({ box: [x, y, right, bottom] }) => ({
    x,
    y,
    width: right - x,
    height: bottom - y,
  }))
  return labelsOf({ ...words, nodes, edges, plot, reserved, only }, measure)
}

/** Whether a label touches no other, and no circle but its own. */
function isFree(label: DrawnLabel, nodes: readonly DrawnNode[], others: readonly DrawnLabel[]): boolean {
  const [left, top, right, bottom] = label.box
  const meets = ({ box }: DrawnLabel) => left < box[2] && box[0] < right && top < box[3] && box[1] < bottom
  const covers = ({ id, x, y, r }: DrawnNode) =>
    id !== label.id &&
    Math.hypot(x - Math.max(left, Math.min(right, x)), y - Math.max(top, Math.min(bottom, y))) < r - TOUCH
  return !others.some(meets) && !nodes.some(covers)
}

/** Each node where it stands on the average in the first panel's plot, as large as it gets and with its longest value. */
function meansOf(panels: readonly Panel[], to: Rectangle): Map<string, DrawnNode> {
  const sums = new Map<string, { node: DrawnNode; x: number; y: number; n: number }>()
  for (const { nodes, plot } of panels)
    for (const node of nodes) {
      const sum = sums.get(node.id) ?? { node, x: 0, y: 0, n: 0 }
      const larger = node.share > sum.node.share ? node : sum.node
      const x = sum.x + node.x - plot.x + to.x
      const y = sum.y + node.y - plot.y + to.y
      sums.set(node.id, { node: larger, x, y, n: sum.n + 1 })
    }
  return new Map([...sums].map(([id, { node, x, y, n }]) => [id, { ...node, x: x / n, y: y / n }]))
}

/** A move that keeps a box within its plot. */
function within(by: number, low: number, high: number, from: number, length: number): number {
  return Math.max(from - low, Math.min(from + length - high, by))
}

function moved(label: DrawnLabel, dx: number, dy: number, value: string): DrawnLabel {
  const [left, top, right, bottom] = label.box
  return {
    ...label,
    box: [left + dx, top + dy, right + dx, bottom + dy],
    x: label.x + dx,
    lines: label.lines.map((line) => ({ ...line, text: line.value ? value : line.text, y: line.y + dy })),
    leader: label.leader && [
      label.leader[0] + dx,
      label.leader[1] + dy,
      label.leader[2] + dx,
      label.leader[3] + dy,
    ],
  }
}
