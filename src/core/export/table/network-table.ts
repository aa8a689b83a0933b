/** What a network draws as a table: its nodes or its pairs, with the numbers of the figure. */
import type { Drawing, DrawnEdge, DrawnNode } from '../../../shared/contract/drawings.ts'
import type { TableRequest } from '../../../shared/contract/exports.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import type { ReaderContext } from '../../context.ts'
import { drawNetwork } from '../../drawing/network/draw-network.ts'
import { drawnFilters } from '../drawn-filters.ts'
import type { Column, ExportTable } from './columns.ts'
import { columnHead, toCells } from './columns.ts'

type Request = Extract<TableRequest, { of: 'network' }>

export function networkTable(
  { part, drawing: input }: Request,
  language: Language,
  context: ReaderContext,
): Pick<ExportTable, 'name' | 'columns' | 'rows' | 'records'> & {
  filters: Record<string, unknown>
  seed: number
} {
  const drawing = drawNetwork({ ...input, language, labels: 'none' }, context)
  const head = <Row>(columns: readonly Column<Row>[]) =>
    columns.map(({ id }) => ({ id, head: columnHead(id, language) }))
  const common = {
    name: `${drawing.words.fileStem}-${part}`,
    filters: drawnFilters(drawing),
    seed: drawing.seed,
  }
  if (part === 'nodes') {
    const columns = nodeColumns(language)
    const records = drawing.nodes.map((node) => ({ ...node, cluster: node.cluster + 1 }))
    return { ...common, columns: head(columns), rows: toCells(drawing.nodes, columns), records }
  }
  const columns = edgeColumns(drawing, language)
  const records = drawing.edges.map(({ a, b, ...rest }) => ({ source: a, target: b, ...rest }))
  return { ...common, columns: head(columns), rows: toCells(drawing.edges, columns), records }
}

function nodeColumns(language: Language): Column<DrawnNode>[] {
  return [
    { id: 'entityId', value: (node) => node.id },
    { id: 'entityName', value: (node) => nameIn(language, node.name, node.nameZh) },
    { id: 'city', value: ({ within }) => within && nameIn(language, within.name, within.nameZh) },
    { id: 'region', value: (node) => node.region },
    { id: 'sector', value: (node) => node.sector },
    { id: 'share', value: (node) => node.share },
    { id: 'count', value: (node) => node.count },
    { id: 'cluster', value: (node) => node.cluster + 1 },
    { id: 'degree', value: (node) => node.degree },
    { id: 'weightedDegree', value: (node) => node.weightedDegree },
    { id: 'betweenness', value: (node) => node.betweenness },
    { id: 'x', value: (node) => node.x },
    { id: 'y', value: (node) => node.y },
    { id: 'r', value: (node) => node.r },
    { id: 'pinned', value: (node) => (node.pinned ? 1 : 0) },
  ]
}

function edgeColumns({ nodes }: Drawing, language: Language): Column<DrawnEdge>[] {
  const names = new Map(nodes.map((node) => [node.id, nameIn(language, node.name, node.nameZh)]))
  return [
    { id: 'nodeA', value: ({ a }) => a },
    { id: 'nodeAName', value: ({ a }) => names.get(a) ?? a },
    { id: 'nodeB', value: ({ b }) => b },
    { id: 'nodeBName', value: ({ b }) => names.get(b) ?? b },
    { id: 'score', value: ({ score }) => score },
    { id: 'articles', value: ({ articles }) => articles },
    { id: 'width', value: ({ width }) => width },
  ]
}
