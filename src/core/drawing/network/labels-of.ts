/** The labels of a network's nodes: how large, in which order, and around what they are placed. */
import type {
  DrawnEdge,
  DrawnLabel,
  DrawnNode,
  LabelMode,
  Rectangle,
} from '../../../shared/contract/drawings.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { Measure } from '../../../shared/figures/text.ts'
import { formatFigure } from '../../../shared/format/figures.ts'
import { formsOf, tellingForms } from '../labels/forms.ts'
import { placeLabels } from '../labels/place-labels.ts'
import type { NodeNames } from './node-names.ts'

export interface LabelsAsked {
  nodes: readonly DrawnNode[]
  edges: readonly DrawnEdge[]
  plot: Rectangle
  names: NodeNames
  language: Language
  labels: LabelMode
  textScale?: number
  /** Size of every label, in the unit of the nodes; without it by the circles. */
  size?: number
  /** Where no label stands. */
  reserved?: readonly Rectangle[]
  /** Ids of the nodes to be named; without it all. */
  only?: ReadonlySet<string>
}

/** Sizes of text by the number of nodes: of the smallest and the largest circle, in figure units. */
const SIZES: readonly [nodes: number, small: number, large: number][] = [
  [8, 13, 15],
  [25, 11.5, 13],
  [80, 9.5, 12],
  [Infinity, 8.5, 11],
]

/** Of so few nodes every one is named if it can be. */
const FEW = 60

/** Labels that found a place, in the order of the nodes. */
export function labelsOf(asked: LabelsAsked, measure: Measure): DrawnLabel[] {
  const { nodes, edges, plot, names, language, textScale = 1, size, reserved = [], only } = asked
  if (asked.labels === 'none') return []
  const at = new Map(nodes.map(({ id }, i) => [id, i]))
  const [, small, large] = SIZES.find(([most]) => nodes.length <= most) ?? [0, 8.5, 11]
  const widest = nodes.reduce((most, { r }) => Math.max(most, r), 0) || 1
  const sizeOf = (r: number) =>
    // In halves of a unit, so that sizes in a figure are few.
    Math.round(2 * textScale * (small + ((large - small) * r) / widest)) / 2
  const strongest = edges.reduce((most, { score }) => Math.max(most, score), 0) || 1
  const forms = tellingForms(nodes.map((node) => formsOf(node, names)))
  const { labels } = placeLabels({
    circles: nodes,
    texts: nodes.map((node, i) => ({
      forms: forms[i] ?? [],
      value: asked.labels === 'share' ? formatFigure('share', node.share, language) : null,
    })),
    order: nodes.flatMap(({ id }, i) => (!only || only.has(id) ? [i] : [])),
    sizes: (i) => size ?? sizeOf(nodes[i]?.r ?? 0),
    fixed: size !== undefined,
    reserved,
    segments: edges.flatMap(({ a, b, score }) => {
      const [from, to] = [nodes[at.get(a) ?? -1], nodes[at.get(b) ?? -1]]
      return from && to ? [{ x1: from.x, y1: from.y, x2: to.x, y2: to.y, weight: score / strongest }] : []
    }),
    plot,
    always: nodes.length <= FEW ? nodes.length : 25,
    measure,
  })
  return labels.flatMap((label, i) => (label ? [{ ...label, id: nodes[i]?.id ?? '' }] : []))
}
