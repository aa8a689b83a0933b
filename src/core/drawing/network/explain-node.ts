/** `networks.explain`: how a node's degree, sum of scores or betweenness comes about among the nodes and links drawn. */
import { AppError } from '../../../shared/contract/errors.ts'
import type {
  ExplainedNumber,
  FigureRef,
  ListedNumber,
  NumberList,
} from '../../../shared/contract/explained-numbers.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { NetworkData, NetworkNode } from '../../../shared/contract/networks.ts'
import { measureOf } from '../../../shared/measures/by-id.ts'
import type { ReaderContext } from '../../context.ts'
import { formed, LISTED, listedParts, residualOf } from '../../queries/lens/form.ts'
import type { Made } from '../../queries/lens/terms.ts'
import { made, nothingMade, term } from '../../queries/lens/terms.ts'
import { centralitiesOf } from './centrality/centralities.ts'
import { pathsThrough } from './centrality/paths-through.ts'
import { withoutHidden } from './compose-drawing.ts'
import type { Graph } from './graph.ts'
import { toGraph } from './graph.ts'
import { adjacencyOf } from './layout/adjacency.ts'
import { networkData, nodeKindOf } from './network-data.ts'

/** As the tables write it. */
const DECIMALS = { degree: 0, weightedDegree: measureOf('weightedDegree').decimals, betweenness: 3 }

/** @throws AppError node-unknown where the node is not drawn, and those of the network's query */
export function explainNode(
  input: ParsedInputOf<'networks.explain'>,
  context: ReaderContext,
): ExplainedNumber {
  const { network, measure } = input
  const shown = withoutHidden(networkData(network, context), new Set(input.hidden))
  const node = shown.nodes.find(({ id }) => id === input.node)
  if (!node) throw new AppError('node-unknown', `${input.node} is not drawn`, { values: { id: input.node } })
  const { subject, from, to } = shown.filters
  const asked = { kind: nodeKindOf(network), id: node.id, partner: null, subject, from, to, measure }
  const graph = toGraph(shown)
  const at = graph.ids.indexOf(node.id)
  const value = centralitiesOf(graph)[measure][at] ?? null
  const { list, own } =
    measure === 'betweenness'
      ? throughOf(graph, at, value, shown)
      : {
          list: linksOf(graph, at, measure === 'degree' ? null : value, asked, shown),
          own: nothingMade(value),
        }
  return formed(shown, {
    asked,
    entity: labelOf(node),
    partner: null,
    made: own,
    decimals: DECIMALS[measure],
    provenance: shown.provenance,
    list,
  })
}

const labelOf = ({ id, name, nameZh }: NetworkNode) => ({ id, name, nameZh })

/**
 * The links that are counted, or whose scores add up; the strongest first.
 * @param whole the sum of the scores; null where links are counted
 */
function linksOf(
  graph: Graph,
  at: number,
  whole: number | null,
  asked: FigureRef,
  { nodes, filters }: NetworkData,
): NumberList {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const links = Array.from(graph.score, (score, e) => ({ score, ends: [graph.source[e], graph.target[e]] }))
    .filter(({ ends }) => ends.includes(at))
    .map(({ score, ends }) => ({ score, other: graph.ids[ends.find((end) => end !== at) ?? -1] ?? '' }))
    .sort((a, b) => b.score - a.score || (a.other < b.other ? -1 : 1))
    .flatMap(({ score, other }) => {
      const node = byId.get(other)
      return node ? [{ score, node }] : []
    })
  const path = filters.city === null ? {} : { path: [{ by: 'city' as const, id: filters.city }] }
  return listedParts('links', links, {
    valueOf: ({ score }) => score,
    rowOf: ({ score, node }) => ({
      label: labelOf(node),
      value: score,
      decimals: measureOf('score').decimals,
      figure: { ...asked, partner: node.id, measure: 'score', ...path },
      isMarked: false,
    }),
    whole,
  })
}

/** Between whom the shortest paths lead through the node, and what part of them. */
function throughOf(
  graph: Graph,
  at: number,
  value: number | null,
  { nodes }: NetworkData,
): { list: NumberList; own: Made } {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const { listed, found, sum, listedSum } = pathsThrough(adjacencyOf(graph), at, LISTED)
  const n = graph.ids.length
  const pairs = ((n - 1) * (n - 2)) / 2
  const rows = listed.flatMap(({ a, b, part }): ListedNumber[] => {
    const [one, other] = [byId.get(graph.ids[a] ?? ''), byId.get(graph.ids[b] ?? '')]
    if (!one || !other) return []
    return [
      {
        label: labelOf(one),
        partner: labelOf(other),
        value: part,
        decimals: 3,
        figure: null,
        isMarked: false,
      },
    ]
  })
  const rest = found > listed.length ? { rows: found - listed.length, value: sum - listedSum } : null
  const off = sum - (value ?? 0) * pairs
  return {
    list: { of: 'paths', rows, rest, residual: residualOf(off) },
    own:
      pairs > 0
        ? made(
            value,
            '{pathParts} ÷ {otherPairs}',
            [term('pathParts', sum, { decimals: 3 }), term('otherPairs', pairs)],
            (parts, all) => parts / all,
          )
        : nothingMade(value),
  }
}
