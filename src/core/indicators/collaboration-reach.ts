import type { ArticleNodes } from '../counting/article-nodes.ts'
import { largest } from '../counting/article-nodes.ts'

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
  { start, node }: Pick<ArticleNodes, 'start' | 'node'>,
  places: NodePlaces,
  level: keyof NodePlaces,
  entity: number,
  articles: ArrayLike<number>,
): CollaborationReach {
  const found = { international: 0, domestic: 0, local: 0 }
  const reader = new ReachReader(places, level)
  for (let k = 0; k < articles.length; k++) {
    const x = articles[k] as number
    reader.add(node, start[x] as number, start[x + 1] as number, entity, found)
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

/** Numbers of articles. */
interface ReachCounts {
  international: number
  domestic: number
  local: number
}

/**
 * Reads the reach of single articles. Which places are an entity's own in an article is written into arrays with the
 * number of the reading, as sets would have to be made for each of the millions that one answer reads.
 */
export class ReachReader {
  readonly #places: NodePlaces
  readonly #level: keyof NodePlaces
  readonly #countries: Uint32Array
  readonly #cities: Uint32Array
  #reading = 0

  constructor(places: NodePlaces, level: keyof NodePlaces) {
    this.#places = places
    this.#level = level
    this.#countries = new Uint32Array(largest(places.country) + 1)
    this.#cities = new Uint32Array(largest(places.city) + 1)
  }

  /** Counts one article of an entity. @param node the article's from `from` to before `to` */
  add(node: Uint32Array, from: number, to: number, entity: number, into: ReachCounts): void {
    const { institution, city, country } = this.#places
    const owner = this.#places[this.#level]
    const [countries, cities, reading] = [this.#countries, this.#cities, ++this.#reading]
    let knowsCountry = false
    let knowsCity = false
    let house = -1
    let local = false
    for (let i = from; i < to; i++) {
      const q = node[i] as number
      if (owner[q] !== entity) continue
      const [here, town, own] = [country[q] as number, city[q] as number, institution[q] as number]
      if (here !== -1) {
        countries[here] = reading
        knowsCountry = true
      }
      if (town !== -1) {
        cities[town] = reading
        knowsCity = true
      }
      // Of a city two of its own institutions.
      if (own !== -1 && house !== -1 && own !== house && this.#level === 'city') local = true
      if (own !== -1) house = own
    }
    let international = false
    let domestic = false
    for (let i = from; i < to; i++) {
      const q = node[i] as number
      if (owner[q] === entity) continue
      const there = country[q] as number
      const town = city[q] as number
      const isOwnCountry = there !== -1 && countries[there] === reading
      const isOwnCity = town !== -1 && cities[town] === reading
      if (there !== -1 && knowsCountry && !isOwnCountry) international = true
      if (town !== -1 && knowsCity && !isOwnCity && isOwnCountry) domestic = true
      if (institution[q] !== -1 && isOwnCity) local = true
    }
    if (international) into.international += 1
    if (domestic) into.domestic += 1
    if (local) into.local += 1
  }
}
