/** The app's own counting, applied to the plain articles of the reference. */
import type { ContributionArrays } from '../../src/core/counting/article-nodes.ts'
import { invert } from '../../src/core/counting/article-nodes.ts'
import type { Contribution } from '../../src/core/counting/exact.ts'
import { ArticleCounter } from '../../src/core/counting/units.ts'
import { SUBJECTS } from '../../src/shared/domain/subjects.ts'
import type { Affiliation, Article, At, Level, Places } from './model.ts'
import { entityOf, keyOf } from './model.ts'
import { Rational } from './rational.ts'
import { partsOf } from './reference-index.ts'

export interface Counted {
  articles: readonly Article[]
  spreadUnknown: boolean
  arrays: ContributionArrays
  /** By node; null for node 0, no affiliation. */
  nodes: (Affiliation | null)[]
  /** By article: authors among whom it is divided, and whether units tell exact fractions. */
  divisors: number[]
  exact: boolean[]
  unaffiliatedAuthors: number
}

/** Counts articles in the order given; nodes are numbered as they come, which must not matter. */
export function countArticles(articles: readonly Article[], spreadUnknown = false): Counted {
  const nodes: (Affiliation | null)[] = [null]
  const numbers = new Map<string, number>()
  const keys = ['']
  const counter = new ArticleCounter({ spreadUnknown })
  const start = [0]
  const node: number[] = []
  const units: number[] = []
  const counted = { divisors: [] as number[], exact: [] as boolean[], unaffiliatedAuthors: 0 }
  for (const { authors } of articles) {
    counter.begin()
    for (const affiliations of authors) {
      for (const each of affiliations) {
        const key = keyOf(each)
        if (!numbers.has(key)) {
          numbers.set(key, nodes.length)
          nodes.push(each)
          keys.push(key)
        }
        counter.affiliation(numbers.get(key) ?? 0)
      }
      counter.endAuthor()
    }
    const size = counter.finish((a, b) => (keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : 0))
    node.push(...counter.nodes.subarray(0, size))
    units.push(...counter.units.subarray(0, size))
    start.push(node.length)
    counted.divisors.push(counter.divisor)
    counted.exact.push(counter.exact)
    counted.unaffiliatedAuthors += counter.unaffiliatedAuthors
  }
  const bits = (article: Article) =>
    article.subjects.reduce((mask, each) => mask | (1 << SUBJECTS.indexOf(each)), 0)
  const arrays = invert(
    {
      start: Uint32Array.from(start),
      node: Uint32Array.from(node),
      units: Uint32Array.from(units),
      year: Uint16Array.from(articles, ({ year }) => year),
      subjects: Uint8Array.from(articles, bits),
    },
    nodes.length,
  )
  return { articles, spreadUnknown, arrays, nodes, ...counted }
}

/** Entities of a level: their ids, and node → entity. */
export function entitiesOf(
  { nodes }: Counted,
  level: Level,
  places: Places,
): { ids: string[]; of: Int32Array } {
  const ids: string[] = []
  const of = Int32Array.from(nodes, (affiliation) => {
    const id = affiliation && entityOf(affiliation, level, places)
    if (id === null) return -1
    if (!ids.includes(id)) ids.push(id)
    return ids.indexOf(id)
  })
  return { ids, of }
}

/** The filter that stands for `at` in the arrays. */
export function filterOf({ subject = 'all', from, to }: At) {
  return { subjectBit: subject === 'all' ? 0 : SUBJECTS.indexOf(subject) + 1, yearFrom: from, yearTo: to }
}

/** A contribution as `exact.ts` takes it: where units do not tell the fraction, the fraction, from the article itself. */
function contribution(counted: Counted, x: number, i: number): Contribution {
  if (counted.exact[x]) return { units: counted.arrays.units[i]!, authors: counted.divisors[x]! }
  const affiliation = counted.nodes[counted.arrays.node[i]!]
  const key = affiliation ? keyOf(affiliation) : null
  return Rational.sum(
    partsOf(counted.articles[x]!, counted)
      .filter((part) => (part.affiliation ? keyOf(part.affiliation) : null) === key)
      .map(({ part }) => part),
  )
}

export interface Sum {
  units: number
  articles: Set<number>
  contributions: Contribution[]
}

/** By entity of `of`, −1 for none: its units, its articles and its contributions. */
export function sumsBy(counted: Counted, of: Int32Array, at: At): Map<number, Sum> {
  const { arrays } = counted
  const { subjectBit, yearFrom, yearTo } = filterOf(at)
  const sums = new Map<number, Sum>()
  counted.articles.forEach(({ year }, x) => {
    if (year < yearFrom || year > yearTo) return
    if (subjectBit > 0 && (arrays.subjects[x]! & (1 << (subjectBit - 1))) === 0) return
    for (let i = arrays.start[x]!; i < arrays.start[x + 1]!; i++) {
      const entity = of[arrays.node[i]!]!
      const sum = sums.get(entity) ?? { units: 0, articles: new Set(), contributions: [] }
      sum.units += arrays.units[i]!
      sum.articles.add(x)
      sum.contributions.push(contribution(counted, x, i))
      sums.set(entity, sum)
    }
  })
  return sums
}
