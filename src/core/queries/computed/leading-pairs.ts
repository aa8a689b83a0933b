/** The first pairs of an index by score, without the hundreds of thousands behind them. */
import type { OpenDataset } from '../../context.ts'
import { UNITS } from '../../counting/units.ts'
import type { Group, PairKind, Period } from './collaborating.ts'
import { pairsOf, wholeGroup } from './collaborating.ts'
import type { ScoredPair } from './ranked-pairs.ts'
import { placesFrom, rankedPairs } from './ranked-pairs.ts'

/** Entities with most articles among which one looks first. */
const FIRST_AMONG = 256

type Members = Group['members']

/** The same pairs in the same order as the first `n` of all. */
export function leadingPairs(dataset: OpenDataset, kind: PairKind, period: Period, n: number): ScoredPair[] {
  const group = wholeGroup(dataset, kind, period)
  return leadingAmong(group.members, n, (members) => {
    const entities = members.map(({ entity }) => entity)
    const pairs = pairsOf(dataset, group, entities, period)
    return rankedPairs(pairs, placesFrom(pairs, 0), 0, n)
  })
}

/**
 * An article gives two ends together at most its whole, so a pair has at most as many units as its end with fewer articles
 * has articles: whoever has fewer than the n-th score found so far is in no pair before it.
 * @param among the first `n` pairs among some of the members, which stand in the same order
 */
export function leadingAmong(
  members: Members,
  n: number,
  among: (members: Members) => ScoredPair[],
  firstAmong = FIRST_AMONG,
): ScoredPair[] {
  const having = (articles: number) => members.filter((member) => member.articles >= articles)
  const fewest = members.map(({ articles }) => articles).sort((a, b) => b - a)[firstAmong - 1] ?? 0
  const first = having(fewest)
  const found = among(first)
  const last = found[n - 1]
  const needed = having(last ? last.units / UNITS : 0)
  return needed.length <= first.length ? found : among(needed)
}
