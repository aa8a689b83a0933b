/** What graph files say of nodes and edges beside their place, in the same order and words in each format. */
import type { GraphFile, GraphFileNode } from './graph-file.ts'

interface Attribute<Row> {
  id: string
  title: string
  type: 'string' | 'integer' | 'double'
  /** Null leaves it out: the value is not known. */
  value(row: Row): string | number | null
}

export const NODE_ATTRIBUTES: readonly Attribute<GraphFileNode>[] = [
  { id: 'name', title: 'Name', type: 'string', value: (node) => node.name },
  { id: 'nameZh', title: 'Name (Chinese)', type: 'string', value: (node) => node.nameZh },
  { id: 'city', title: 'City', type: 'string', value: (node) => node.within?.name ?? null },
  { id: 'region', title: 'Country or region', type: 'string', value: (node) => node.region },
  { id: 'sector', title: 'Sector', type: 'string', value: (node) => node.sector },
  { id: 'share', title: 'Share', type: 'double', value: (node) => node.share },
  { id: 'count', title: 'Count', type: 'integer', value: (node) => node.count },
  { id: 'cluster', title: 'Cluster', type: 'integer', value: (node) => node.cluster + 1 },
  { id: 'degree', title: 'Partners', type: 'integer', value: (node) => node.degree },
  { id: 'weightedDegree', title: 'Sum of scores', type: 'double', value: (node) => node.weightedDegree },
  { id: 'betweenness', title: 'Betweenness', type: 'double', value: (node) => node.betweenness },
]

export const EDGE_ATTRIBUTES: readonly Attribute<GraphFile['edges'][number]>[] = [
  { id: 'score', title: 'Collaboration score', type: 'double', value: (edge) => edge.score },
  { id: 'articles', title: 'Joint articles', type: 'integer', value: (edge) => edge.articles },
]
