/** GraphML with the attributes that Gephi, yEd, igraph and NetworkX read: `label`, `x`, `y` (upwards), `size`, `color`, `weight`. */
import { EDGE_ATTRIBUTES, NODE_ATTRIBUTES } from './attributes.ts'
import type { GraphFile, GraphFileNode } from './graph-file.ts'
import { STAMP_NAME, stampText } from '../stamp.ts'
import { upwards, xmlText } from './xml-text.ts'

interface Key<Row> {
  id: string
  name: string
  type: string
  value(row: Row): string | number | null
}

const TYPES = { string: 'string', integer: 'int', double: 'double' } as const

const NODE_KEYS: readonly Key<GraphFileNode>[] = [
  { id: 'label', name: 'label', type: 'string', value: (node) => node.label },
  { id: 'x', name: 'x', type: 'double', value: (node) => node.x },
  { id: 'y', name: 'y', type: 'double', value: (node) => upwards(node.y) },
  // A diameter, as Gephi has it.
  { id: 'size', name: 'size', type: 'double', value: (node) => 2 * node.r },
  { id: 'color', name: 'color', type: 'string', value: (node) => node.colour },
  ...NODE_ATTRIBUTES.map(({ title, type, ...rest }) => ({ ...rest, name: title, type: TYPES[type] })),
]

const EDGE_KEYS: readonly Key<GraphFile['edges'][number]>[] = [
  { id: 'weight', name: 'weight', type: 'double', value: (edge) => edge.weight },
  ...EDGE_ATTRIBUTES.map(({ title, type, ...rest }) => ({ ...rest, name: title, type: TYPES[type] })),
]

const SCHEMA = 'http://graphml.graphdrawing.org/xmlns'

export function toGraphml(graph: GraphFile): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<graphml xmlns="${SCHEMA}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"` +
      ` xsi:schemaLocation="${SCHEMA} ${SCHEMA}/1.0/graphml.xsd">`,
    '<key id="title" for="graph" attr.name="title" attr.type="string"/>',
    '<key id="description" for="graph" attr.name="description" attr.type="string"/>',
    ...(graph.stamp ? [`<key id="stamp" for="graph" attr.name="${STAMP_NAME}" attr.type="string"/>`] : []),
    ...NODE_KEYS.map((key) => keyTag('node', key)),
    ...EDGE_KEYS.map((key) => keyTag('edge', key)),
    '<graph id="network" edgedefault="undirected">',
    data('title', graph.title),
    data('description', graph.description),
    ...(graph.stamp ? [data('stamp', stampText(graph.stamp))] : []),
    ...graph.nodes.map((node) => `<node id="${xmlText(node.id)}">${all(node, NODE_KEYS)}</node>`),
    ...graph.edges.map(
      (edge, at) =>
        `<edge id="e${at}" source="${xmlText(edge.a)}" target="${xmlText(edge.b)}">${all(edge, EDGE_KEYS)}</edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n')
}

function keyTag(of: string, { id, name, type }: { id: string; name: string; type: string }): string {
  return `<key id="${id}" for="${of}" attr.name="${xmlText(name)}" attr.type="${type}"/>`
}

function data(key: string, value: string | number): string {
  return `<data key="${key}">${xmlText(String(value))}</data>`
}

function all<Row>(row: Row, keys: readonly Key<Row>[]): string {
  return keys
    .map(({ id, value }) => [id, value(row)] as const)
    .flatMap(([id, value]) => (value === null ? [] : [data(id, value)]))
    .join('')
}
