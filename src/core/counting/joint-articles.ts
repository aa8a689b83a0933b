import type { ArticleFilter, ContributionArrays } from './article-nodes.ts'
import { largest } from './article-nodes.ts'
import { articlesOfYears, lowerBound } from './own-articles.ts'
import type { Pairs } from './pair-columns.ts'
import { MOST_MEMBERS, Triangle } from './triangle.ts'

/**
 * The articles of several entities of a kind. Entities are numbered by what they have in all, largest first, and stand in
 * this order in each article: of a set of leading ones an article is left at the first that lies behind all of them, and
 * most articles are passed over at one glance. Memory: 12 bytes an article, 8 for each entity in it.
 */
export interface JointArticles {
  /** Ascending numbers in the arrays that they were made from. */
  article: Uint32Array
  /** The entities of the k-th article are `start[k] … start[k + 1] − 1`. */
  start: Uint32Array
  place: Uint32Array
  units: Uint32Array
  /** By article: the place of the second entity. */
  second: Uint32Array
  /** By entity: its place in the order of size. */
  placeOf: Int32Array
}

/** Time: a walk over all contributions. @param entityOf node → entity, −1 for none */
export function jointArticles(arrays: ContributionArrays, entityOf: Int32Array): JointArticles {
  const placeOf = placesBySize(arrays, entityOf)
  const { start, node, units } = arrays
  const size = start[start.length - 1] ?? 0
  const found = {
    article: new Uint32Array(start.length),
    start: new Uint32Array(start.length),
    place: new Uint32Array(size),
    units: new Uint32Array(size),
    second: new Uint32Array(start.length),
  }
  const unitsHere = new Uint32Array(placeOf.length)
  let here = new Uint32Array(64)
  let k = 0
  let at = 0
  for (let x = 0; x + 1 < start.length; x++) {
    const [from, end] = [start[x] as number, start[x + 1] as number]
    if (here.length < end - from) here = new Uint32Array(2 * (end - from))
    let entities = 0
    for (let i = from; i < end; i++) {
      const entity = entityOf[node[i] as number] as number
      if (!(entity >= 0)) continue
      const place = placeOf[entity] as number
      if (unitsHere[place] === 0) here[entities++] = place
      unitsHere[place]! += units[i] as number
    }
    if (entities > 1) {
      here.subarray(0, entities).sort()
      found.article[k] = x
      found.second[k] = here[1] as number
    }
    for (let i = 0; i < entities; i++) {
      const place = here[i] as number
      if (entities > 1) {
        found.place[at] = place
        found.units[at++] = unitsHere[place] as number
      }
      unitsHere[place] = 0
    }
    if (entities > 1) found.start[++k] = at
  }
  return {
    article: found.article.slice(0, k),
    start: found.start.slice(0, k + 1),
    place: found.place.slice(0, at),
    units: found.units.slice(0, at),
    second: found.second.slice(0, k),
    placeOf,
  }
}

function placesBySize({ nodeStart }: ContributionArrays, entityOf: Int32Array): Int32Array {
  const sizes = new Float64Array(largest(entityOf) + 1)
  for (let node = 0; node < entityOf.length; node++) {
    const entity = entityOf[node] as number
    if (entity >= 0) sizes[entity]! += (nodeStart[node + 1] ?? 0) - (nodeStart[node] ?? 0)
  }
  const order = Uint32Array.from(sizes.keys()).sort((a, b) => sizes[b]! - sizes[a]! || a - b)
  const placeOf = new Int32Array(order.length)
  order.forEach((entity, place) => (placeOf[entity] = place))
  return placeOf
}

/** Whether pairs of a set can be read from them: years are a stretch of the articles, and the sums have room. */
export const canReadJointly = ({ inOrderOfYear }: ContributionArrays, members: number): boolean =>
  inOrderOfYear && members <= MOST_MEMBERS

/** The same pairs as `pairsByArticle`, from the articles of several entities alone. @param set distinct entities, at most `MOST_MEMBERS` */
export function pairsByJointArticle(
  { year, subjects }: ContributionArrays,
  joint: JointArticles,
  set: readonly number[],
  filter: ArticleFilter,
): Pairs {
  const { article, start, place, units, second, placeOf } = joint
  const memberAt = new Int16Array(placeOf.length).fill(-1)
  let last = -1
  set.forEach((entity, member) => {
    const at = placeOf[entity] ?? -1
    if (at < 0) return
    memberAt[at] = member
    last = Math.max(last, at)
  })
  const sums = new Triangle(set.length)
  const bits = filter.subjectBit === 0 ? 0 : 1 << (filter.subjectBit - 1)
  const [from, to] = articlesOfYears(year, filter.yearFrom, filter.yearTo)
  const unitsHere = new Uint32Array(set.length)
  const here = new Int16Array(set.length)
  const end = lowerBound(article, to, 0, article.length)
  for (let k = lowerBound(article, from, 0, article.length); k < end; k++) {
    if ((second[k] as number) > last) continue
    if (bits !== 0 && ((subjects[article[k] as number] as number) & bits) === 0) continue
    let size = 0
    for (let i = start[k] as number, stop = start[k + 1] as number; i < stop; i++) {
      const at = place[i] as number
      if (at > last) break
      const member = memberAt[at] as number
      if (member < 0) continue
      here[size++] = member
      unitsHere[member] = units[i] as number
    }
    if (size > 1) sums.add(here, size, unitsHere)
  }
  return sums.pairs(set)
}
