import type { ArticleFilter, ContributionArrays } from './article-nodes.ts'
import { largest } from './article-nodes.ts'
import { articlesOfYears } from './own-articles.ts'
import type { Pairs } from './pair-columns.ts'
import { MOST_MEMBERS, Triangle } from './triangle.ts'

/**
 * A step of the walk over all articles of the period, beside one of the walk over the set's own: the first reads memory in
 * its order, the second jumps (measured with 675,000 articles).
 */
const WALK = 1 / 8

/** Whether one walk over the articles of the period takes fewer steps than one over those of each entity. */
export function isQuickerByArticle(
  arrays: ContributionArrays,
  nodesOfSet: Iterable<ArrayLike<number>>,
  members: number,
  filter: ArticleFilter,
): boolean {
  if (members > MOST_MEMBERS || !arrays.inOrderOfYear) return false
  const { start, nodeStart, year } = arrays
  const [from, to] = articlesOfYears(year, filter.yearFrom, filter.yearTo)
  const all = (start[to] as number) - (start[from] as number)
  // Of the set's own contributions so many lie in the period as of all.
  const part = all / Math.max(1, start.at(-1) as number)
  let own = 0
  for (const nodes of nodesOfSet) {
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i] as number
      own += (nodeStart[node + 1] ?? 0) - (nodeStart[node] ?? 0)
    }
  }
  return all * WALK < own * part
}

/**
 * All pairs with joint articles among a set of entities, in one walk over the articles of the period, which are in order of
 * year. Time: the contributions of the period plus one step for each pair in each article. Memory: 12 bytes for each pair
 * of the set, whether it has joint articles or not.
 * @param set distinct
 */
export function pairsByArticle(
  arrays: ContributionArrays,
  entityOf: Int32Array,
  set: readonly number[],
  filter: ArticleFilter,
): Pairs {
  const { start, node, units, year, subjects } = arrays
  const memberOf = membersByNode(entityOf, set)
  const sums = new Triangle(set.length)
  const bits = filter.subjectBit === 0 ? 0 : 1 << (filter.subjectBit - 1)
  const [from, to] = articlesOfYears(year, filter.yearFrom, filter.yearTo)
  const unitsHere = new Uint32Array(set.length)
  const here = new Int16Array(set.length)
  for (let x = from; x < to; x++) {
    if (bits !== 0 && ((subjects[x] as number) & bits) === 0) continue
    let size = 0
    for (let i = start[x] as number, end = start[x + 1] as number; i < end; i++) {
      const member = memberOf[node[i] as number] as number
      if (!(member >= 0)) continue
      if (unitsHere[member] === 0) here[size++] = member
      unitsHere[member]! += units[i] as number
    }
    if (size > 1) sums.add(here, size, unitsHere)
    for (let i = 0; i < size; i++) unitsHere[here[i] as number] = 0
  }
  return sums.pairs(set)
}

function membersByNode(entityOf: Int32Array, set: readonly number[]): Int16Array {
  const memberOf = new Int16Array(Math.max(largest(entityOf), ...set) + 1).fill(-1)
  set.forEach((entity, member) => {
    if (entity >= 0) memberOf[entity] = member
  })
  return Int16Array.from(entityOf, (entity) => (entity < 0 ? -1 : (memberOf[entity] as number)))
}
