/**
 * Bilateral collaboration scores on demand, from the arrays of contributions: no table of pairs is kept.
 * Hyper-authored articles count like any other.
 */
import type { ArticleFilter, ContributionArrays } from './article-nodes.ts'
import { largest, nodesByEntity } from './article-nodes.ts'
import { finderOf } from './own-articles.ts'
import type { Pairs } from './pair-columns.ts'
import { PairColumns } from './pair-columns.ts'
import { waitingListsOf } from './waiting-lists.ts'

export type { Pairs }

export interface Partner {
  entity: number
  /** Units of both sides, summed over the joint articles. */
  units: number
  /** Joint articles. */
  articles: number
}

/**
 * All entities with which an entity shares articles, in no particular order; entity −1 is nobody's partner.
 * An entity's units in an article are the sum over its nodes.
 *
 * Time: the contributions to the entity's articles. Memory: 8 bytes an article of the index (kept with the arrays)
 * and 16 bytes an entity, whatever the number of authors or partners, besides the result.
 * @param entityOf node → entity, −1 for none
 * @param nodes the nodes of `entity` (`nodesByEntity` tells them)
 */
export function partnersOf(
  arrays: ContributionArrays,
  entityOf: Int32Array,
  entity: number,
  nodes: ArrayLike<number>,
  filter: ArticleFilter,
): Partner[] {
  const { start, node, units } = arrays
  const own = finderOf(arrays).find(nodes, filter)
  const row = new Row(largest(entityOf) + 1)
  for (let k = 0; k < own.size; k++) {
    const x = own.articles[k] as number
    const unitsOfOwn = own.unitsIn[x] as number
    for (let i = start[x] as number, end = start[x + 1] as number; i < end; i++) {
      const other = entityOf[node[i] as number] as number
      if (other < 0 || other === entity) continue
      row.add(other, k + 1, units[i] as number, unitsOfOwn)
    }
  }
  return row.partners()
}

/** Scores of one entity with all others, while its articles pass. */
class Row {
  readonly units: Float64Array
  readonly articles: Uint32Array
  /** The last article counted for each, so that several nodes of a partner are one joint article. */
  readonly #last: Uint32Array
  readonly touched: number[] = []

  constructor(entities: number) {
    this.units = new Float64Array(entities)
    this.articles = new Uint32Array(entities)
    this.#last = new Uint32Array(entities)
  }

  add(other: number, article: number, units: number, unitsOfOwn: number): void {
    if (this.#last[other] === article) {
      this.units[other]! += units
      return
    }
    if (this.#last[other] === 0) this.touched.push(other)
    this.#last[other] = article
    this.articles[other]! += 1
    this.units[other]! += units + unitsOfOwn
  }

  partners(): Partner[] {
    return this.touched.map((entity) => ({
      entity,
      units: this.units[entity] as number,
      articles: this.articles[entity] as number,
    }))
  }
}

/**
 * All pairs with joint articles among a set of entities.
 *
 * One entity after another meets those before it, which wait in a list at each article: time is the contributions of
 * the set plus one step for each pair in each article, as few as can be. Memory: 12 bytes an article of the index (kept
 * with the arrays), 16 bytes a contribution of the set, 12 bytes an entity of the set, and 20 bytes (thrice that while
 * growing) for each pair found. A hyper-authored article takes no more than its contributions.
 * @param entities distinct; repeats are ignored
 */
export function pairsAmong(
  arrays: ContributionArrays,
  entityOf: Int32Array,
  entities: ArrayLike<number>,
  filter: ArticleFilter,
): Pairs {
  const set = [...new Set(Array.from(entities))]
  const byEntity = nodesByEntity(entityOf)
  const nodesOf = (entity: number) =>
    byEntity.nodes.subarray(byEntity.start[entity] ?? 0, byEntity.start[entity + 1] ?? 0)
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
    for (const other of met) {
      found.push(set[other] as number, entity, rowUnits[other] as number, rowArticles[other] as number)
      rowUnits[other] = rowArticles[other] = 0
    }
  })
  waiting.clear()
  return found.pairs()
}
