/** A made-up drawing for tests of the screens: positions on a spiral, figures that follow from the number of a node. */
import type { DrawnEdge, DrawnNode, Drawing } from '../../../../shared/contract/drawings.ts'

function nodeOf(index: number, count: number): DrawnNode {
  const share = Math.round((10_000 / (index + 1)) * 100) / 100
  return {
    id: `I${index + 1}`,
    name: `Institute ${index + 1}`,
    nameZh: `研究所${index + 1}`,
    within: { id: 'beijing', name: 'Beijing', nameZh: '北京' },
    region: 'CN',
    sector: index % 2 === 0 ? 'education' : 'government',
    share,
    count: Math.round(share * 2),
    links: index === 0 ? count - 1 : 1,
    x: 100 + ((index * 137) % 800),
    y: 100 + ((index * 89) % 400),
    r: Math.max(3, Math.sqrt(share) / 3),
    pinned: false,
    cluster: index % 3,
    degree: index === 0 ? count - 1 : 1,
    weightedDegree: 0,
    betweenness: index === 0 ? 1 : 0,
  }
}

/** `count` nodes of which the first works with every other; scores fall. */
export function testDrawing(count: number, over: Partial<Drawing> = {}): Drawing {
  const nodes = Array.from({ length: count }, (_, index) => nodeOf(index, count))
  const edges: DrawnEdge[] = nodes.slice(1).map((node, index) => ({
    a: 'I1',
    b: node.id,
    score: Math.round(1000 / (index + 1)) / 10,
    articles: 100 - index,
    width: 4,
  }))
  for (const node of nodes)
    node.weightedDegree = edges
      .filter(({ a, b }) => a === node.id || b === node.id)
      .reduce((sum, { score }) => sum + score, 0)
  return {
    dataset: 'sample',
    version: 'r1-000000000000',
    filters: {
      of: 'institutions',
      city: 'beijing',
      region: null,
      centre: null,
      subject: 'all',
      from: 2019,
      to: 2023,
      top: count,
      minScore: 0,
      strongest: null,
    },
    nodesOf: 187,
    edgesOf: edges.length,
    histogram: { edges: [1, 10, 100], counts: [2, edges.length - 2] },
    nodes,
    edges,
    provenance: 'sample',
    frame: { width: 1000, height: 640, plot: { x: 14, y: 48, width: 972, height: 508 } },
    layout: 'force',
    seed: 1,
    layoutKey: `test-${count}`,
    pinsKey: `pins-${count}`,
    hidden: [],
    labels: [],
    labelsShown: 0,
    clusters: { count: 3, modularity: 0.31 },
    areaScale: 1 / 3,
    widthScale: 1,
    legend: { areas: [], widths: [] },
    words: {
      title: 'Beijing: leading institutions',
      subtitle: '',
      source: '',
      legendArea: '',
      legendWidth: '',
      fileStem: 'beijing-network',
    },
    finding: { en: 'Institute 1 leads.', zh: '研究所1居首。' },
    ...over,
  }
}
