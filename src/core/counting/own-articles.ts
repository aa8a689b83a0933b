import type { ArticleFilter, ContributionArrays } from './article-nodes.ts'

/** The articles of one entity, each once, with the entity's units in it. */
export interface OwnArticles {
  size: number
  /** Index of the article; holds up to `size`. In order of the first node's articles, then those new with the next. */
  articles: Uint32Array
  /** By article of the index, not by place in `articles`. */
  unitsIn: Uint32Array
}

/**
 * Finds the articles of entities, one entity after another, in arrays that are reused: 8 bytes an article of the index.
 * Units of a contribution are at least 1 (they are, unless authors × affiliations pass a thousand million).
 */
export class OwnArticleFinder {
  readonly #arrays: ContributionArrays
  readonly #found: OwnArticles

  constructor(arrays: ContributionArrays) {
    const articles = arrays.start.length - 1
    this.#arrays = arrays
    this.#found = { size: 0, articles: new Uint32Array(articles), unitsIn: new Uint32Array(articles) }
  }

  /** The result holds until the next call. */
  find(nodes: ArrayLike<number>, filter: ArticleFilter): OwnArticles {
    const { nodeStart, nodeArticle, nodeUnits, year, subjects, inOrderOfYear } = this.#arrays
    const { articles, unitsIn } = this.#found
    for (let i = 0; i < this.#found.size; i++) unitsIn[articles[i] as number] = 0
    const { yearFrom, yearTo } = filter
    const bits = filter.subjectBit === 0 ? 0 : 1 << (filter.subjectBit - 1)
    const [from, to] = inOrderOfYear ? articlesOfYears(year, yearFrom, yearTo) : [0, year.length]
    let size = 0
    for (let n = 0; n < nodes.length; n++) {
      const node = nodes[n] as number
      const end = nodeStart[node + 1] ?? 0
      for (let i = lowerBound(nodeArticle, from, nodeStart[node] ?? 0, end); i < end; i++) {
        const x = nodeArticle[i] as number
        if (x >= to) break
        if (bits !== 0 && ((subjects[x] as number) & bits) === 0) continue
        if (!inOrderOfYear && ((year[x] as number) < yearFrom || (year[x] as number) > yearTo)) continue
        if (unitsIn[x] === 0) articles[size++] = x
        unitsIn[x]! += nodeUnits[i] as number
      }
    }
    this.#found.size = size
    return this.#found
  }
}

/** @returns the first article of the years and the one after the last. */
export function articlesOfYears(year: Uint16Array, yearFrom: number, yearTo: number): [number, number] {
  return [lowerBound(year, yearFrom, 0, year.length), lowerBound(year, yearTo + 1, 0, year.length)]
}

/** The first place in `values[low … high)`, ascending, that is not below `value`. */
export function lowerBound(
  values: Uint16Array | Uint32Array,
  value: number,
  low: number,
  high: number,
): number {
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((values[middle] as number) < value) low = middle + 1
    else high = middle
  }
  return low
}

const finders = new WeakMap<ContributionArrays, OwnArticleFinder>()

/** One finder for each set of arrays, as long as these live. */
export function finderOf(arrays: ContributionArrays): OwnArticleFinder {
  let finder = finders.get(arrays)
  if (!finder) finders.set(arrays, (finder = new OwnArticleFinder(arrays)))
  return finder
}
