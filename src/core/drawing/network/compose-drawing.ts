/** From positions to a drawing: what is hidden leaves, then come clusters, centralities, labels, legend and words. */
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type { Drawing, DrawnEdge, DrawnNode, Frame, LabelMode } from '../../../shared/contract/drawings.ts'
import type { LayoutName, NetworkRequest } from '../../../shared/contract/drawings.ts'
import type { NetworkData } from '../../../shared/contract/networks.ts'
import type { Language } from '../../../shared/domain/language.ts'
import type { Measure } from '../../../shared/figures/text.ts'
import type { OpenDataset } from '../../context.ts'
import { limitsOf } from '../../datasets/collected.ts'
import { amongCollected } from '../../findings/collected-finding.ts'
import { networkFinding } from '../../findings/network-finding.ts'
import { centralitiesOf } from './centrality/centralities.ts'
import { communitiesOf } from './communities/communities.ts'
import { toGraph } from './graph.ts'
import { labelsOf } from './labels-of.ts'
import { legendSteps, spanOf } from '../legend-steps.ts'
import type { NodeNames } from './node-names.ts'
import { pinsKeyOf } from './pins.ts'
import type { Placed } from './place-network.ts'
import { groupWords, networkWords } from './words.ts'

export interface Composition {
  request: NetworkRequest
  frame: Frame
  language: Language
  names: NodeNames
  labels: LabelMode
  layout: LayoutName
  seed: number
  hidden: ReadonlySet<string>
  pinned: ReadonlySet<string>
  /** Of label text, against that of a figure of its own. */
  textScale?: number
  /** Of every label, where it is not by the circles: no label is written smaller. */
  size?: number
}

/** The whole network has been laid out: hiding a node moves no other. */
export function composeDrawing(
  placed: Placed,
  asked: Composition,
  dataset: OpenDataset,
  measure: Measure,
): Drawing {
  const { data, areaScale, widthScale } = placed
  const { hidden, layout, seed, frame } = asked
  const clusters = communitiesOf(placed.graph, seed)
  const shown = withoutHidden(data, hidden)
  const nodes = drawnNodes(placed, shown, clusters.cluster, asked.pinned)
  const edges = drawnEdges(shown, widthScale)
  const drawn = { ...shown, nodes, edges }
  const labels = labelsOf({ ...asked, nodes, edges, plot: frame.plot }, measure)
  const wordsOf = {
    ...asked,
    data: drawn,
    hidden: hidden.size,
    labels: asked.labels === 'none' ? null : { shown: labels.length, of: nodes.length },
  }
  return {
    ...drawn,
    frame,
    layout,
    seed,
    layoutKey: placed.layoutKey,
    pinsKey: pinsKeyOf({ filters: data.filters, layout, seed }),
    hidden: data.nodes.filter(({ id }) => hidden.has(id)).map(labelOnly),
    labels,
    labelsShown: labels.length,
    clusters: { count: clusters.count, modularity: clusters.modularity },
    areaScale,
    widthScale,
    legend: legendSteps(
      spanOf(nodes.map(({ share }) => share)),
      areaScale,
      spanOf(edges.map(({ score }) => score)),
      widthScale,
    ),
    words: { ...networkWords(wordsOf, dataset), groups: groupWords(nodes, dataset, asked.language) },
    finding: amongCollected(networkFinding(drawn), limitsOf(dataset.db).collectedFor ?? null),
  }
}

const labelOnly = ({ id, name, nameZh }: EntityLabel): EntityLabel => ({ id, name, nameZh })

/** The network as it is drawn: hidden nodes leave with their edges. */
export function withoutHidden(data: NetworkData, hidden: ReadonlySet<string>): NetworkData {
  if (hidden.size === 0) return data
  return {
    ...data,
    nodes: data.nodes.filter(({ id }) => !hidden.has(id)),
    edges: data.edges.filter(({ a, b }) => !hidden.has(a) && !hidden.has(b)),
  }
}

/** Clusters are those of the whole network; partners and paths are counted among the nodes drawn. */
function drawnNodes(
  { graph, xy, r }: Placed,
  shown: NetworkData,
  cluster: Int32Array,
  pinned: ReadonlySet<string>,
): DrawnNode[] {
  const whole = new Map(graph.ids.map((id, number) => [id, number]))
  const part = toGraph(shown)
  const { degree, weightedDegree, betweenness } = centralitiesOf(part)
  const among = new Map(part.ids.map((id, number) => [id, number]))
  return shown.nodes.map((node) => {
    const i = whole.get(node.id) as number
    const k = among.get(node.id) as number
    return {
      ...node,
      x: xy[2 * i] as number,
      y: xy[2 * i + 1] as number,
      r: r[i] as number,
      pinned: pinned.has(node.id),
      cluster: cluster[i] as number,
      degree: degree[k] as number,
      weightedDegree: weightedDegree[k] as number,
      betweenness: betweenness[k] as number,
    }
  })
}

function drawnEdges({ edges }: NetworkData, widthScale: number): DrawnEdge[] {
  return edges.map((edge) => ({ ...edge, width: widthScale * edge.score }))
}
