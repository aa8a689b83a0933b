/** The tables under a network: every mark of the figure as a row, sorted and filtered. */
import type { DrawnEdge, DrawnNode } from '../../../../shared/contract/drawings.ts'
import type { Provenance } from '../../../../shared/contract/common.ts'
import type { Order } from '../../ui/table/order.ts'
import { writePair } from './network-state.ts'

/** Columns of the table of nodes that can be chosen; name and Share always stand. */
export const NODE_COLUMNS = ['count', 'degree', 'weightedDegree', 'betweenness'] as const
export type NodeColumn = (typeof NODE_COLUMNS)[number]
export type NodeSort = 'share' | 'name' | NodeColumn
export type PairSort = 'score' | 'name' | 'articles'

export interface NodeRow {
  /** By Share among the nodes drawn, from 1. */
  rank: number
  node: DrawnNode
  /** In the language of the session. */
  name: string
}

export interface PairRow {
  /** `a~b`. */
  key: string
  edge: DrawnEdge
  aName: string
  bName: string
  provenance: Provenance
}

export function readColumns(text: string | undefined): NodeColumn[] {
  const wanted = (text ?? '').split(',')
  return NODE_COLUMNS.filter((column) => wanted.includes(column))
}

const has = (text: string, part: string) => text.toLocaleLowerCase().includes(part)

/** The nodes that carry `search` in any of their names, in order; equal ones by rank. */
export function nodeRows(
  nodes: readonly DrawnNode[],
  nameOf: (node: DrawnNode) => string,
  order: Order<NodeSort>,
  search = '',
): NodeRow[] {
  const part = search.trim().toLocaleLowerCase()
  const ranks = ranksByShare(nodes)
  const rows = nodes.map((node) => ({ rank: ranks.get(node.id) ?? 0, node, name: nameOf(node) }))
  const found = rows.filter(
    ({ node }) => has(node.name, part) || has(node.nameZh ?? '', part) || has(node.id, part),
  )
  return found.sort(
    (one, other) => turned(order, compareNodes(one, other, order.by)) || one.rank - other.rank,
  )
}

/** The centre of a circle stands first among its nodes, but not in the ranks. */
function ranksByShare(nodes: readonly DrawnNode[]): Map<string, number> {
  const byShare = [...nodes].sort((one, other) => other.share - one.share)
  return new Map(byShare.map(({ id }, index) => [id, index + 1]))
}

function compareNodes(one: NodeRow, other: NodeRow, by: NodeSort): number {
  return by === 'name' ? one.name.localeCompare(other.name) : one.node[by] - other.node[by]
}

const turned = ({ descending }: { descending: boolean }, difference: number) =>
  descending ? -difference : difference

/** The pairs of which either name carries `search`, in order; equal ones by score. */
export function pairRows(
  edges: readonly DrawnEdge[],
  nameOf: (id: string) => string,
  provenance: Provenance,
  order: Order<PairSort>,
  search = '',
): PairRow[] {
  const part = search.trim().toLocaleLowerCase()
  const rows = edges.map((edge) => ({
    key: writePair(edge.a, edge.b),
    edge,
    aName: nameOf(edge.a),
    bName: nameOf(edge.b),
    provenance,
  }))
  const found = rows.filter(({ aName, bName }) => has(aName, part) || has(bName, part))
  return found.sort(
    (one, other) => turned(order, comparePairs(one, other, order.by)) || other.edge.score - one.edge.score,
  )
}

function comparePairs(one: PairRow, other: PairRow, by: PairSort): number {
  if (by === 'name') return one.aName.localeCompare(other.aName) || one.bName.localeCompare(other.bName)
  return one.edge[by] - other.edge[by]
}

export interface Partner {
  id: string
  score: number
  articles: number
}

/** The partners of a node by its edges, strongest first. */
export function partnersOf(edges: readonly DrawnEdge[], id: string): Partner[] {
  return edges
    .flatMap(({ a, b, score, articles }) => {
      if (a === id) return [{ id: b, score, articles }]
      return b === id ? [{ id: a, score, articles }] : []
    })
    .sort((one, other) => other.score - one.score)
}

/** The edge between two nodes, whichever stands first in the address. */
export const edgeBetween = (edges: readonly DrawnEdge[], pair: readonly [string, string] | null) =>
  pair &&
  (edges.find(({ a, b }) => (a === pair[0] && b === pair[1]) || (a === pair[1] && b === pair[0])) ?? null)
