import type { Graph } from '../graph.ts'
import type { Adjacency } from './adjacency.ts'
import { relativeLengths, strangeness } from './adjacency.ts'
import { nthRoot } from './arithmetic.ts'
import { choosePivots } from './pivots.ts'
import { pivotMds } from './pivot-mds.ts'
import { seededRandom } from './random.ts'
import { ShortestPaths } from './shortest-paths.ts'
import type { StressTerms } from './stress-terms.ts'
import { allPairs, sparsePairs } from './stress-terms.ts'

/** Up to so many nodes every pair of them counts. */
const ALL_PAIRS_TO = 800
const PIVOTS = 120
const START_PIVOTS = 50
/** The last step length, of what would satisfy the strongest wish at once. */
const LAST_STEP = 0.1

/**
 * Positions whose distances follow the lengths of paths: stress majorisation by stochastic gradient descent (Zheng,
 * Pawar and Goodman 2019) from a classical scaling.
 * @param r radii, which an edge is longer by
 * @param unit the length of a middling edge
 */
export function stressLayout(
  graph: Graph,
  links: Adjacency,
  r: Float64Array,
  { seed, rounds, unit }: { seed: number; rounds: number; unit: number },
): Float64Array {
  const n = graph.ids.length
  const strange = strangeness(graph, links)
  const length = relativeLengths(graph).map(
    (value, e) => unit * value * strange[e]! + r[graph.source[e]!]! + r[graph.target[e]!]!,
  )
  const paths = new ShortestPaths(links, length)
  const pivots = choosePivots(links, paths, Math.min(n, n <= ALL_PAIRS_TO ? START_PIVOTS : PIVOTS))
  const terms =
    n <= ALL_PAIRS_TO
      ? allPairs(n, paths, unit)
      : sparsePairs(graph, links, length, pivots, unit * Math.sqrt(n))
  const start = {
    ...pivots,
    nodes: pivots.nodes.slice(0, START_PIVOTS),
    distances: pivots.distances.slice(0, START_PIVOTS),
  }
  const random = seededRandom(seed)
  // Nodes that fall together (leaves of one hub, nodes without edges) need a direction in which to part.
  const xy = pivotMds(start, n).map((value) => value + unit * 0.02 * (random() - 0.5))
  descend(xy, terms, random, rounds)
  return xy
}

function descend(xy: Float64Array, terms: StressTerms, random: () => number, rounds: number): void {
  const { least, most } = extremes(terms.weightA)
  if (!(most > 0)) return
  const order = Int32Array.from(terms.a.keys())
  const slower = nthRoot((LAST_STEP * least) / most, rounds - 1)
  let step = 1 / least
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    descendOnce(xy, terms, order, step)
    step *= slower
  }
}

function descendOnce(xy: Float64Array, terms: StressTerms, order: Int32Array, step: number): void {
  const { a, b, length, weightA, weightB } = terms
  for (let k = 0; k < order.length; k++) {
    const term = order[k]!
    const i = 2 * a[term]!
    const j = 2 * b[term]!
    let dx = xy[i]! - xy[j]!
    const dy = xy[i + 1]! - xy[j + 1]!
    let far = Math.sqrt(dx * dx + dy * dy)
    if (far < 1e-9) {
      dx = 1e-6
      far = 1e-6
    }
    const part = (far - length[term]!) / (2 * far)
    const ofA = part * Math.min(1, step * weightA[term]!)
    const ofB = part * Math.min(1, step * weightB[term]!)
    xy[i] = xy[i]! - ofA * dx
    xy[i + 1] = xy[i + 1]! - ofA * dy
    xy[j] = xy[j]! + ofB * dx
    xy[j + 1] = xy[j + 1]! + ofB * dy
  }
}

/** Fisher and Yates. */
function shuffle(order: Int32Array, random: () => number): void {
  for (let k = order.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1))
    const kept = order[k]!
    order[k] = order[other]!
    order[other] = kept
  }
}

/** Of the weights above 0. */
function extremes(weights: Float64Array): { least: number; most: number } {
  let least = Infinity
  let most = 0
  for (const weight of weights) {
    if (weight > 0 && weight < least) least = weight
    if (weight > most) most = weight
  }
  return { least, most }
}
