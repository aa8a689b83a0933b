/** What is said of a node when one walks onto it: figures only, the words are the view's. */
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type { Drawing } from '../../../shared/contract/drawings.ts'

export interface NodeSummary extends EntityLabel {
  /** Place by Share among the nodes drawn, from 1. */
  place: number
  of: number
  /** In articles, over the period. */
  share: number
  /** Partners among the nodes drawn. */
  partners: number
  strongest: { partner: EntityLabel; score: number } | null
}

/** Null where no such node is drawn. */
export function summaryOf(drawing: Pick<Drawing, 'nodes' | 'edges'>, id: string): NodeSummary | null {
  const { nodes, edges } = drawing
  const at = nodes.findIndex((node) => node.id === id)
  const node = nodes[at]
  if (!node) return null
  const own = edges.filter(({ a, b }) => a === id || b === id)
  const best = own.reduce<(typeof own)[number] | null>(
    (most, edge) => (most && most.score >= edge.score ? most : edge),
    null,
  )
  const partner = best && nodes.find((other) => other.id === (best.a === id ? best.b : best.a))
  return {
    ...label(node),
    place: nodes.filter(({ share }) => share > node.share).length + 1,
    of: nodes.length,
    share: node.share,
    partners: own.length,
    strongest: best && partner ? { partner: label(partner), score: best.score } : null,
  }
}

const label = ({ id, name, nameZh }: EntityLabel): EntityLabel => ({ id, name, nameZh })
