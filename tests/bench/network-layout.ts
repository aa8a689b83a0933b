/** Laying networks out and naming their nodes: times beside their goals, and how good the figures are. */
import { join } from 'node:path'
import type { DrawnEdge, DrawnNode } from '../../src/shared/contract/drawings.ts'
import { resourcesDir } from '../../src/core/app-info.ts'
import { textMetricsIn } from '../../src/core/drawing/text-metrics.ts'
import { centralitiesOf } from '../../src/core/drawing/network/centrality/centralities.ts'
import { communitiesOf } from '../../src/core/drawing/network/communities/communities.ts'
import { NETWORK_FRAME } from '../../src/core/drawing/network/frame.ts'
import { toGraph } from '../../src/core/drawing/network/graph.ts'
import { labelsOf } from '../../src/core/drawing/network/labels-of.ts'
import { layoutGraph } from '../../src/core/drawing/network/layout/layout-graph.ts'
import { radiiFor } from '../../src/core/drawing/network/layout/scales.ts'
import type { TestNetwork } from '../../src/core/drawing/network/test-network.ts'
import { testNetwork } from '../../src/core/drawing/network/test-network.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { median, timed } from './benchmark.ts'
import { crossingsPerEdge, overlaps, weightedStress } from './network/quality.ts'

/** Goals of layout and labels together, in ms. */
const SIZES = [
  { nodes: 50, times: 5 },
  { nodes: 200, times: 5, goal: 250 },
  { nodes: 1000, times: 3, goal: 1000 },
  { nodes: 5000, times: 1, goal: 6000 },
]
const CROSSINGS_TO = 1000
const { plot } = NETWORK_FRAME

async function measure({ nodes: n, times, goal }: (typeof SIZES)[number]): Promise<Figure[]> {
  const network = testNetwork(n, 1)
  const graph = toGraph(network)
  const { r } = radiiFor(graph.share)
  const place = () => layoutGraph(graph, r, { layout: 'force', seed: 1, plot })
  const xy = place()
  const label = () => labelsAt(network, r, xy)
  const milliseconds = async (run: () => unknown) =>
    median(await timed(async () => void run(), { times, warmUp: n > 1000 ? 0 : 1 }))
  const layout = await milliseconds(place)
  const labels = await milliseconds(label)
  const of = `${n.toLocaleString('en')} nodes: `
  return [
    { what: `${of}layout`, value: layout, unit: 'ms' },
    { what: `${of}labels (${label()} shown)`, value: labels, unit: 'ms' },
    { what: `${of}layout and labels`, value: layout + labels, unit: 'ms', ...(goal ? { goal } : {}) },
    { what: `${of}clusters`, value: await milliseconds(() => communitiesOf(graph, 1)), unit: 'ms' },
    { what: `${of}centralities`, value: await milliseconds(() => centralitiesOf(graph)), unit: 'ms' },
    { what: `${of}weighted stress`, value: weightedStress(graph, xy), unit: 'ratio' },
    ...(n <= CROSSINGS_TO
      ? [{ what: `${of}crossings an edge`, value: crossingsPerEdge(graph, xy), unit: 'ratio' } as const]
      : []),
    { what: `${of}pairs of circles that overlap`, value: overlaps(xy, r), unit: 'ratio', goal: 1 },
  ]
}

/** @returns how many labels found a place; nodes of a test network stand in the order of their graph */
function labelsAt({ nodes, edges }: TestNetwork, r: Float64Array, xy: Float64Array): number {
  const drawn = nodes.map((node, i): DrawnNode => ({
    ...node,
    x: xy[2 * i]!,
    y: xy[2 * i + 1]!,
    r: r[i]!,
    ...{ pinned: false, cluster: 0, degree: 0, weightedDegree: 0, betweenness: 0 },
  }))
  const lines = edges.map((edge): DrawnEdge => ({ ...edge, width: 1 }))
  const asked = { nodes: drawn, edges: lines, plot, names: 'en', language: 'en', labels: 'name' } as const
  return labelsOf(asked, textMetricsIn(join(resourcesDir, 'fonts')).width).length
}

export const networkLayout: Benchmark = {
  name: 'network-layout',
  about: 'laying out synthetic networks of about four edges a node, and naming their nodes',
  async run() {
    const figures: Figure[] = []
    for (const size of SIZES) figures.push(...(await measure(size)))
    return figures
  },
}
