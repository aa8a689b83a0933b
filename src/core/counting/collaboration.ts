/**
 * Bilateral collaboration scores on demand, from the arrays of contributions: no table of pairs is kept.
 * Hyper-authored articles count like any other.
 */
import type { ArticleFilter, ContributionArrays } from './article-nodes.ts'
import { largest, nodesByEntity } from './article-nodes.ts'
import { finderOf } from './own-articles.ts'
import type { Pairs } from './pair-columns.ts'
import { isQuickerByArticle, pairsByArticle } from './pairs-by-article.ts'
import { pairsByEntity } from './pairs-by-entity.ts'

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
 * All pairs with joint articles among a set of entities, in order of the later one's place in the set, then of the earlier
 * one's: in one walk over the articles of the period, or entity by entity, whichever takes fewer steps.
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
  return isQuickerByArticle(arrays, set.map(nodesOf), set.length, filter)
    ? pairsByArticle(arrays, entityOf, set, filter)
    : pairsByEntity(arrays, nodesOf, set, filter)
}
