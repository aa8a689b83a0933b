import type { ArticleFilter, ContributionArrays } from './article-nodes.ts'
import { finderOf } from './own-articles.ts'
import type { Pairs } from './pair-columns.ts'
import { PairColumns } from './pair-columns.ts'
import { waitingListsOf } from './waiting-lists.ts'

/**
 * All pairs with joint articles among a set of entities.
 *
 * One entity after another meets those before it, which wait in a list at each article: time is the contributions of
 * the set plus one step for each pair in each article, as few as can be. Memory: 12 bytes an article of the index (kept
 * with the arrays), 16 bytes a contribution of the set, 12 bytes an entity of the set, and 20 bytes (thrice that while
 * growing) for each pair found. A hyper-authored article takes no more than its contributions.
 * @param set distinct
 */
export function pairsByEntity(
  arrays: ContributionArrays,
  nodesOf: (entity: number) => ArrayLike<number>,
  set: readonly number[],
  filter: ArticleFilter,
): Pairs {
  const finder = finderOf(arrays)
  const waiting = waitingListsOf(arrays)
  const found = new PairColumns()
  const rowUnits = new Float64Array(set.length)
  const rowArticles = new Uint32Array(set.length)
  set.forEach((entity, me) => {
    const own = finder.find(nodesOf(entity), filter)
    const met: number[] = []
    waiting.reserve(own.size)
    const { head, next, member, units } = waiting
    for (let k = 0; k < own.size; k++) {
      const x = own.articles[k] as number
      const mine = own.unitsIn[x] as number
      for (let i = head[x] as number; i !== 0; i = next[i] as number) {
        const other = member[i] as number
        if (rowArticles[other] === 0) met.push(other)
        rowArticles[other]! += 1
        rowUnits[other]! += mine + (units[i] as number)
      }
      waiting.push(x, me, mine)
    }
    for (const other of Uint32Array.from(met).sort()) {
      found.push(set[other] as number, entity, rowUnits[other] as number, rowArticles[other] as number)
      rowUnits[other] = rowArticles[other] = 0
    }
  })
  waiting.clear()
  return found.pairs()
}
