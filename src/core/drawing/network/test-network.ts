/** Synthetic networks for tests and benchmarks: the same on every machine. */
import type { NetworkEdge, NetworkNode } from '../../../shared/contract/networks.ts'
import { seededRandom } from './layout/random.ts'

const EDGES_A_NODE = 4
const SECTORS = ['academic', 'government', 'healthcare', 'corporate']
const REGIONS = ['CN', 'US', 'JP', 'DE', 'GB', 'FR']
const WORDS: [string, string][] = [
  ['University', '大学'],
  ['Medical University', '医科大学'],
  ['Institute of Technology', '理工学院'],
  ['National Laboratory for Materials Science', '国家材料科学实验室'],
  ['Children’s Hospital', '儿童医院'],
  ['University of Science and Technology (UST)', '科技大学'],
  ['Observatory', '天文台'],
]
const TOWNS: [string, string][] = [
  ['Northport', '北港'],
  ['Eastlake', '东湖'],
  ['Southhill', '南山'],
  ['Westbridge', '西桥'],
  ['Riverton', '河州'],
  ['Highfield', '高原'],
  ['Old Harbour', '旧港'],
  ['Goldmount', '金山'],
  ['Stonegate', '石门'],
  ['Clearwater', '清水'],
  ['Longbeach', '长滩'],
]

export interface TestNetwork {
  nodes: NetworkNode[]
  edges: NetworkEdge[]
  /** The planted community of each node. */
  community: number[]
}

/**
 * `n` institutions with heavy-tailed Shares in planted communities, joined by their strongest partners, about four
 * edges a node. Nodes by Share and edges by score, largest first, as queries give them.
 */
export function testNetwork(n: number, seed: number): TestNetwork {
  const random = seededRandom(seed * 7919 + n)
  const communities = n < 10 ? 2 : n < 40 ? 3 : n < 150 ? 4 : n < 600 ? 5 : 6
  const shares = Array.from({ length: n }, (_, i) =>
    toHundredths((1500 / ((i + 1.6) * Math.sqrt(Math.sqrt(1 / (i + 1.6))))) * unsteady(random, 0.3)),
  ).sort((a, b) => b - a)
  const community = shares.map(() => Math.floor(communities * Math.min(random(), Math.sqrt(random()))))
  const field = shares.map(() => random())
  const nodes = shares.map((share, i) => nodeOf(i, share))
  const scoreOf = (i: number, j: number) => {
    const near = community[i] === community[j] ? 0.35 + 1.4 / (1 + 6 * Math.abs(field[i]! - field[j]!)) : 0.22
    return toHundredths(Math.sqrt(shares[i]! * shares[j]!) * near * 0.6 * unsteady(random, 1) * random())
  }
  const edges = strongest(candidates(n, random, scoreOf), n)
  return {
    nodes,
    edges: edges.map(({ i, j, score }) => ({
      a: nodes[i]!.id,
      b: nodes[j]!.id,
      score,
      articles: Math.ceil(score * 2),
    })),
    community,
  }
}

/** Around 1: half the mean of uniform numbers, and now and then much more. */
function unsteady(random: () => number, tail: number): number {
  const rare = random()
  return 0.5 + random() + tail * rare * rare * rare * rare * 3
}

const toHundredths = (value: number) => Math.max(0.01, Math.round(value * 100) / 100)

function nodeOf(i: number, share: number): NetworkNode {
  const town = TOWNS[i % TOWNS.length]!
  const kind = WORDS[Math.floor(i / TOWNS.length) % WORDS.length]!
  const round = Math.floor(i / (TOWNS.length * WORDS.length))
  const more = round === 0 ? '' : ` ${round + 1}`
  return {
    id: `n${String(i).padStart(5, '0')}`,
    name: `${town[0]} ${kind[0]}${more}`,
    nameZh: `${town[1]}${kind[1]}${more}`,
    within: null,
    region: REGIONS[i % REGIONS.length]!,
    sector: SECTORS[i % SECTORS.length]!,
    share,
    links: 0,
    count: Math.ceil(share * 3),
  }
}

interface Candidate {
  i: number
  j: number
  score: number
}

/** All pairs; of many nodes some partners of each, large ones more often. */
function candidates(n: number, random: () => number, scoreOf: (i: number, j: number) => number): Candidate[] {
  const found = new Map<number, Candidate>()
  const add = (a: number, b: number) => {
    const i = Math.min(a, b)
    const j = Math.max(a, b)
    if (i !== j && !found.has(i * n + j)) found.set(i * n + j, { i, j, score: scoreOf(i, j) })
  }
  for (let i = 0; i < n; i++) {
    if (n <= 300) for (let j = i + 1; j < n; j++) add(i, j)
    else
      for (let k = 0; k < 40; k++)
        add(i, Math.floor(n * (k % 2 === 0 ? random() : random() * random() * random())))
  }
  return [...found.values()].sort((a, b) => b.score - a.score || a.i - b.i || a.j - b.j)
}

/** The strongest partner of each node, the second of each, … until there are enough edges. */
function strongest(sorted: readonly Candidate[], n: number): Candidate[] {
  const wanted = Math.min(EDGES_A_NODE * n, sorted.length - (n > 4 ? 2 : 0))
  const own: Candidate[][] = Array.from({ length: n }, () => [])
  for (const candidate of sorted) {
    own[candidate.i]!.push(candidate)
    own[candidate.j]!.push(candidate)
  }
  const chosen = new Set<Candidate>()
  for (let k = 0; k < n && chosen.size < wanted; k++) {
    for (let i = 0; i < n && chosen.size < wanted; i++) if (own[i]![k]) chosen.add(own[i]![k]!)
  }
  return sorted.filter((candidate) => chosen.has(candidate))
}
