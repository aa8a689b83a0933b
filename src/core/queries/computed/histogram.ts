import type { NetworkData } from '../../../shared/contract/networks.ts'

const MOST_BUCKETS = 24

/**
 * Numbers of scores in buckets of equal ratio, for scores of very different size; the last bucket holds its upper edge
 * too. Fewer buckets where there are few scores; one where all are equal.
 * @param scores above 0, the largest first
 */
export function histogramOf(scores: readonly number[]): NetworkData['histogram'] {
  const [highest] = scores
  const lowest = scores.at(-1)
  if (highest === undefined || lowest === undefined) return { edges: [], counts: [] }
  if (highest === lowest) return { edges: [lowest, highest], counts: [scores.length] }
  const buckets = Math.min(MOST_BUCKETS, scores.length)
  const edges = Array.from({ length: buckets + 1 }, (_, i) => lowest * (highest / lowest) ** (i / buckets))
  edges[buckets] = highest // the power may miss it by a bit
  const counts = new Array<number>(buckets).fill(0)
  let bucket = buckets - 1
  for (const score of scores) {
    while (bucket > 0 && score < (edges[bucket] as number)) bucket -= 1
    counts[bucket]! += 1
  }
  return { edges, counts }
}
