import type { ArticleNodes } from '../counting/article-nodes.ts'

/** By node: institution, city and country, −1 where not known. Metro areas may stand for cities. */
export interface NodePlaces {
  institution: Int32Array
  city: Int32Array
  country: Int32Array
}

/** Percent of an entity's articles; they overlap. Null where not defined, or where the entity has no articles. */
export interface CollaborationReach {
  /** Written with another country. */
  international: number | null
  /** Written with another city of the country; null for a country. */
  domestic: number | null
  /** Written with another institution of the city (for a city: by two of its institutions); null for a country. */
  local: number | null
}

/**
 * With whom an entity writes. What is not known is never "another": an affiliation without a known city counts for no
 * domestic or local collaboration.
 * @param articles indices of the articles of the entity, distinct
 */
export function collaborationReach(
  arrays: Pick<ArticleNodes, 'start' | 'node'>,
  places: NodePlaces,
  level: keyof NodePlaces,
  entity: number,
  articles: ArrayLike<number>,
): CollaborationReach {
  const found = { international: 0, domestic: 0, local: 0 }
  const { start, node } = arrays
  for (let k = 0; k < articles.length; k++) {
    const x = articles[k] as number
    const nodes = node.subarray(start[x], start[x + 1])
    const reach = reachOfArticle(nodes, places, level, entity)
    if (reach.international) found.international += 1
    if (reach.domestic) found.domestic += 1
    if (reach.local) found.local += 1
  }
  return toReach(found, articles.length, level)
}

/** From numbers of articles to percent of all `articles` of the entity. */
export function toReach(
  found: { international: number; domestic: number; local: number },
  articles: number,
  level: keyof NodePlaces,
): CollaborationReach {
  const percent = (count: number) => (articles === 0 ? null : (100 * count) / articles)
  const within = level !== 'country'
  return {
    international: percent(found.international),
    domestic: within ? percent(found.domestic) : null,
    local: within ? percent(found.local) : null,
  }
}

/** Of one article, by its nodes. */
export function reachOfArticle(
  nodes: Uint32Array,
  places: NodePlaces,
  level: keyof NodePlaces,
  entity: number,
): { international: boolean; domestic: boolean; local: boolean } {
  const { institution, city, country } = places
  const owner = places[level]
  const countries = new Set<number>()
  const cities = new Set<number>()
  const institutions = new Set<number>()
  for (const q of nodes) {
    if (owner[q] !== entity) continue
    countries.add(country[q] as number)
    cities.add(city[q] as number)
    institutions.add(institution[q] as number)
  }
  for (const known of [countries, cities, institutions]) known.delete(-1)
  const reach = { international: false, domestic: false, local: level === 'city' && institutions.size > 1 }
  for (const q of nodes) {
    if (owner[q] === entity) continue
    const there = country[q] as number
    const town = city[q] as number
    if (there !== -1 && countries.size > 0 && !countries.has(there)) reach.international = true
    if (town !== -1 && cities.size > 0 && !cities.has(town) && countries.has(there)) reach.domestic = true
    if (institution[q] !== -1 && cities.has(town)) reach.local = true
  }
  return reach
}
