/** A network as one JSON document: nodes, pairs and all that is drawn, for scripts. */
import type { Drawing } from '../../../shared/contract/drawings.ts'
import type { Limits } from '../../datasets/collected.ts'
import type { CitationLine, CitedSource } from '../citation.ts'
import { jsonText } from '../json-bytes.ts'
import type { FileStamp } from '../stamp.ts'
import { STAMP_NAME } from '../stamp.ts'

/** Pairs name their ends as graph tools do; places and lengths are those of the figure. Clusters count from 1. */
export function toNetworkJson(
  drawing: Drawing,
  citation: readonly CitationLine[],
  sources: readonly CitedSource[],
  stamp: FileStamp,
  limits: Limits = {},
): string {
  const { dataset, version, filters, nodes, edges, frame, nodesOf, edgesOf, histogram, provenance } = drawing
  const { layout, seed, clusters, words, finding } = drawing
  return jsonText({
    dataset,
    version,
    ...limits,
    filters,
    nodes: nodes.map((node) => ({ ...node, cluster: node.cluster + 1 })),
    edges: edges.map(({ a, b, ...edge }) => ({ source: a, target: b, ...edge })),
    shown: { nodes: [nodes.length, nodesOf], edges: [edges.length, edgesOf] },
    seed,
    layout,
    frame,
    clusters,
    title: words.title,
    finding,
    histogram,
    provenance,
    citation: Object.fromEntries(citation),
    sources,
    [STAMP_NAME]: stamp,
  })
}
