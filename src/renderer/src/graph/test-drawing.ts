/** A drawing for tests and benchmarks: nodes in a sunflower by Share, edges to partners drawn by a seeded generator. */
import type { DrawnEdge, DrawnLabel, DrawnNode, Drawing } from '../../../shared/contract/drawings.ts'

const FRAME = { width: 1000, height: 640, plot: { x: 14, y: 48, width: 972, height: 508 } }
const GOLDEN = Math.PI * (3 - Math.sqrt(5))

function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

function node(i: number, count: number): DrawnNode {
  const away = Math.sqrt((i + 0.5) / count)
  const share = 1200 / (i + 2)
  const r = (0.3 * Math.sqrt((FRAME.plot.width * FRAME.plot.height) / count)) / (1 + Math.sqrt(i / count) * 2)
  return {
    id: `institution-${i}`,
    name: `Institution ${i}`,
    nameZh: i % 3 === 0 ? `机构 ${i}` : null,
    within: null,
    region: ['CN', 'US', 'GB'][i % 3]!,
    sector: ['education', 'government', 'company'][i % 3]!,
    share,
    count: Math.round(share * 2),
    links: count - 1,
    x: 500 + 440 * away * Math.cos(i * GOLDEN),
    y: 302 + 225 * away * Math.sin(i * GOLDEN),
    r,
    pinned: false,
    cluster: i % 4,
    degree: 0,
    weightedDegree: 0,
    betweenness: 0,
  }
}

function edgesOf(nodes: DrawnNode[], wanted: number, random: () => number): DrawnEdge[] {
  const seen = new Set<number>()
  const edges: DrawnEdge[] = []
  const most = (nodes.length * (nodes.length - 1)) / 2
  while (edges.length < Math.min(wanted, most)) {
    const one = Math.floor(nodes.length * random() ** 2)
    const two = Math.floor(nodes.length * random())
    const [a, b] = [Math.min(one, two), Math.max(one, two)]
    if (a === b || seen.has(a * nodes.length + b)) continue
    seen.add(a * nodes.length + b)
    const score = 0.1 + 40 * random() ** 4
    edges.push({ a: nodes[a]!.id, b: nodes[b]!.id, score, articles: Math.ceil(score), width: 0.15 * score })
  }
  return edges.sort((x, y) => y.score - x.score)
}

function labelOf({ id, name, x, y, r }: DrawnNode): DrawnLabel {
  const size = 10
  const left = x + r + 3
  return {
    id,
    box: [left, y - size / 2, left + name.length * size * 0.5, y + size / 2],
    lines: [{ text: name, y: y + 0.35 * size, value: false }],
    x: left,
    anchor: 'start',
    size,
    inside: false,
    leader: null,
  }
}

/** @param labelled how many of the largest have a label */
export function testDrawing(count: number, edgeCount: number, labelled = Math.min(count, 100)): Drawing {
  const nodes = Array.from({ length: count }, (_, i) => node(i, count))
  const edges = edgesOf(nodes, edgeCount, generator(7))
  return {
    dataset: 'sample',
    version: 'r1-0123456789ab',
    provenance: 'sample',
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
    nodesOf: count,
    edgesOf: edges.length,
    histogram: { edges: [0, 50], counts: [edges.length] },
    frame: FRAME,
    layout: 'force',
    seed: 1,
    layoutKey: 'test',
    pinsKey: 'test',
    nodes,
    edges,
    hidden: [],
    labels: nodes.slice(0, labelled).map(labelOf),
    labelsShown: labelled,
    clusters: { count: 4, modularity: 0.4 },
    areaScale: 1,
    widthScale: 0.15,
    legend: {
      areas: [400, 100, 25].map((value) => ({ value, r: Math.sqrt(value) })),
      widths: [20, 5].map((value) => ({ value, width: 0.15 * value })),
    },
    words: {
      title: 'Beijing: leading institutions',
      subtitle: `${count} institutions by Share, ${edges.length} pairs`,
      source: 'Source: synthetic sample. Layout seed 1.',
      legendArea: 'Circle area: Share',
      legendWidth: 'Line width: score',
      fileStem: 'network',
    },
    finding: null,
  }
}
