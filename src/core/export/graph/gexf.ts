/** GEXF 1.3, as Gephi and Gephi Lite open it: positions and colours in its `viz` namespace, y grows upwards. */
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES } from './attributes.ts'
import type { GraphFile, GraphFileNode } from './graph-file.ts'
import { STAMP_NAME, stampMarkup } from '../stamp.ts'
import { upwards, xmlText } from './xml-text.ts'

export function toGexf(graph: GraphFile): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    // The schema has no place for more metadata than title, description and creator.
    ...(graph.stamp ? [`<!-- ${STAMP_NAME} ${stampMarkup(graph.stamp)} -->`] : []),
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">',
    // The schema knows no creation date; without one given the attribute is left out, so that exports are repeatable.
    `<meta${graph.date === undefined ? '' : ` lastmodifieddate="${graph.date}"`}>`,
    '<creator>Science Cities</creator>',
    `<title>${xmlText(graph.title)}</title>`,
    `<description>${xmlText(graph.description)}</description>`,
    '</meta>',
    '<graph mode="static" defaultedgetype="undirected">',
    declared('node', NODE_ATTRIBUTES),
    declared('edge', EDGE_ATTRIBUTES),
    '<nodes>',
    ...graph.nodes.map(nodeTag),
    '</nodes>',
    '<edges>',
    ...graph.edges.map(edgeTag),
    '</edges>',
    '</graph>',
    '</gexf>',
    '',
  ].join('\n')
}

function declared(kind: string, attributes: readonly { id: string; title: string; type: string }[]): string {
  const lines = attributes.map(
    ({ id, title, type }) => `<attribute id="${id}" title="${xmlText(title)}" type="${type}"/>`,
  )
  return `<attributes class="${kind}">${lines.join('')}</attributes>`
}

type Valued<Row> = readonly { id: string; value(row: Row): string | number | null }[]

function values<Row>(row: Row, attributes: Valued<Row>): string {
  const lines = attributes.flatMap(({ id, value }) => {
    const found = value(row)
    return found === null ? [] : [`<attvalue for="${id}" value="${xmlText(String(found))}"/>`]
  })
  return `<attvalues>${lines.join('')}</attvalues>`
}

function nodeTag(node: GraphFileNode): string {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(node.colour.slice(at, at + 2), 16))
  return (
    `<node id="${xmlText(node.id)}" label="${xmlText(node.label)}">${values(node, NODE_ATTRIBUTES)}` +
    `<viz:color r="${r}" g="${g}" b="${b}"/>` +
    `<viz:position x="${node.x}" y="${upwards(node.y)}" z="0"/>` +
    // Gephi's size is a diameter.
    `<viz:size value="${2 * node.r}"/></node>`
  )
}

function edgeTag(edge: GraphFile['edges'][number], at: number): string {
  return (
    `<edge id="${at}" source="${xmlText(edge.a)}" target="${xmlText(edge.b)}" weight="${edge.weight}">` +
    `${values(edge, EDGE_ATTRIBUTES)}</edge>`
  )
}
