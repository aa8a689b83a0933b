/** What a graph file is written from, whatever its format. */
import type { Colouring, Drawing, DrawnEdge, DrawnNode } from '../../../shared/contract/drawings.ts'
import { groupOf } from '../../../shared/figures/network/paint.ts'
import type { NodeKind } from '../../drawing/network/network-data.ts'
import type { NodeNames } from '../../drawing/network/node-names.ts'
import { labelOf } from '../../drawing/network/node-names.ts'
import type { CitationLine } from '../citation.ts'
import type { FileStamp } from '../stamp.ts'

export interface GraphFileNode extends DrawnNode {
  label: string
  /** `#rrggbb`. */
  colour: string
  /** Number of its colour group, from 1: its cluster, or its sector or country where those colour the figure. */
  group: number
}

export interface GraphFile {
  title: string
  /** The citation block, one statement a line. */
  description: string
  /** ISO date, or none. */
  date: string | undefined
  /** Of the view that made it; GraphML and GEXF have a place for it. */
  stamp?: FileStamp | undefined
  /** What a node is: `institution` or `city`. */
  item: NodeKind
  nodes: GraphFileNode[]
  edges: (DrawnEdge & {
    /** The score scaled to `MOST_WEIGHT`: viewers draw the weight as a width in pixels. */
    weight: number
  })[]
}

/** Weight of the strongest edge. */
export const MOST_WEIGHT = 8

/** @param colours one a node of the drawing, `#rrggbb` */
export function graphFileOf(
  drawing: Drawing,
  { colours, colour, names, item, citation, date, stamp }: GraphFileOptions,
): GraphFile {
  const groups = groupsOf(drawing.nodes, colour)
  const strongest = drawing.edges.reduce((most, { score }) => Math.max(most, score), 0)
  return {
    title: drawing.words.title,
    description: citation.map(([name, value]) => `${name}: ${value}`).join('\n'),
    date,
    stamp,
    item,
    nodes: drawing.nodes.map((node, i) => ({
      ...node,
      label: labelOf(node, names),
      colour: colours[i] ?? '#808080',
      group: groups[i] ?? 1,
    })),
    edges: drawing.edges.map((edge) => ({
      ...edge,
      weight: Number(((MOST_WEIGHT * edge.score) / strongest).toFixed(4)),
    })),
  }
}

export interface GraphFileOptions {
  colours: readonly string[]
  colour: Colouring
  names: NodeNames
  item: NodeKind
  citation: readonly CitationLine[]
  date: string | undefined
  stamp?: FileStamp | undefined
}

/** Nodes of one sector or country share a number, in the order in which they occur; nodes without one stand together. */
function groupsOf(nodes: readonly DrawnNode[], colour: Colouring): number[] {
  if (colour !== 'sector' && colour !== 'country') return nodes.map(({ cluster }) => cluster + 1)
  const numbers = new Map<string | number | null, number>()
  return nodes.map((node) => {
    const value = groupOf(node, colour)
    const number = numbers.get(value) ?? numbers.size + 1
    numbers.set(value, number)
    return number
  })
}
