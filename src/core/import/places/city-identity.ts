import { cityKey } from '../../../shared/domain/city-key.ts'
import { slug } from '../../../shared/domain/slug.ts'
import { distanceKm } from './distance.ts'
import type { CityNamesZh } from './city-names.ts'

/** A way in which records name a city, and how many do. */
export interface CityMention {
  key: string
  name: string
  nameZh: string | null
  country: string | null
  geonames: number | null
  division: string | null
  position: [latitude: number, longitude: number] | null
  count: number
}

export interface RegisteredCity {
  /** `cambridge`, `cambridge-us`, `springfield-us-4409896`. */
  id: string
  name: string
  nameZh: string | null
  country: string | null
  geonames: number | null
  division: string | null
  latitude: number | null
  longitude: number | null
  /** Records that name it. */
  mentions: number
}

/**
 * The mentions of each city, the most frequent first; groups in the order of their first mention's key.
 * @param onUnsure told of each mention that could be one of several cities, and is dealt to the one named most
 * @param keyOf one key for all names of a city in a country
 */
export function groupMentions(
  mentions: readonly CityMention[],
  onUnsure: (mention: CityMention) => void = () => undefined,
  keyOf: (name: string, country: string | null) => string = cityKey,
): CityMention[][] {
  const countryOf = countriesByPosition(mentions)
  const named = (key: typeof keyOf) => (mention: CityMention) => {
    const country = countryOf.get(mention) ?? mention.country
    return `${key(mention.name, country)}|${country ?? ''}`
  }
  const [asSpelled, inAnyLanguage] = [named(cityKey), named(keyOf)]
  // A number that a file gives stands: names of two languages join no two numbered places.
  const byPlace = placesOf(mentions, asSpelled)
  const placesOfName = new Map<string, Set<number>>()
  for (const [place, group] of byPlace) {
    for (const mention of group) {
      for (const name of [asSpelled(mention), inAnyLanguage(mention)])
        placesOfName.set(name, (placesOfName.get(name) ?? new Set()).add(place))
    }
  }
  const byName = new Map<string, CityMention[]>()
  const weights = new Map([...byPlace].map(([place, group]) => [place, total(group)]))
  // Numbered groups stay as they are while mentions without a number are dealt out.
  const divisions = new Map([...byPlace].map(([place, group]) => [place, new Set(group.map(divisionOf))]))
  for (const mention of mentions) {
    if (mention.geonames !== null) continue
    const name = inAnyLanguage(mention)
    const places = [...(placesOfName.get(asSpelled(mention)) ?? placesOfName.get(name) ?? [])]
    const division = divisionOf(mention)
    const fitting = places.filter((place) => division !== '' && divisions.get(place)?.has(division))
    const candidates = fitting.length > 0 ? fitting : places
    if (candidates.length > 1) onUnsure(mention)
    const place = mostNamed(candidates, weights)
    if (place === null) byName.set(name, [...(byName.get(name) ?? []), mention])
    else byPlace.get(place)?.push(mention)
  }
  return [...byPlace.values(), ...byName.values()]
    .map((group) => group.toSorted(asShown(group, keyOf)))
    .toSorted((a, b) => compare(a[0]?.key ?? '', b[0]?.key ?? ''))
}

/** GeoNames numbers a town and the municipality around it apart; nearer than this, one name is one city. */
export const SAME_CITY_KM = 25

/** Mentions by GeoNames id; ids of one name and country that lie close together are one, the lowest. */
function placesOf(
  mentions: readonly CityMention[],
  nameAndCountry: (mention: CityMention) => string,
): Map<number, CityMention[]> {
  const numbered = mentions
    .filter(({ geonames }) => geonames !== null)
    .toSorted((a, b) => (a.geonames ?? 0) - (b.geonames ?? 0) || compare(a.key, b.key))
  const lowest = new Map<number, number>()
  const byName = new Map<string, CityMention[]>()
  for (const mention of numbered) {
    const name = nameAndCountry(mention)
    const earlier = byName.get(name) ?? []
    const near = earlier.find((other) => isNear(other, mention))
    const place = mention.geonames ?? 0
    const own = lowest.get(place) ?? place
    lowest.set(place, Math.min(own, lowest.get(near?.geonames ?? place) ?? place))
    byName.set(name, [...earlier, mention])
  }
  const places = new Map<number, CityMention[]>()
  for (const mention of numbered) {
    const place = lowest.get(mention.geonames ?? 0) ?? 0
    places.set(place, [...(places.get(place) ?? []), mention])
  }
  return places
}

/** Countries of mentions that name none: that of the nearest city of the same name, where it is as near as one city is. */
function countriesByPosition(mentions: readonly CityMention[]): Map<CityMention, string> {
  const found = new Map<CityMention, string>()
  const homeless = mentions.filter(({ country, position }) => country === null && position !== null)
  if (homeless.length === 0) return found
  const located = mentions.filter(({ country, position }) => country !== null && position !== null)
  const byName = Map.groupBy(located, ({ name }) => cityKey(name, null))
  for (const mention of homeless) {
    const near = (byName.get(cityKey(mention.name, null)) ?? [])
      .map((other) => ({ other, km: distanceOf(mention, other) }))
      .filter(({ km }) => km <= SAME_CITY_KM)
      .toSorted((a, b) => a.km - b.km || compare(a.other.key, b.other.key))[0]
    if (near?.other.country) found.set(mention, near.other.country)
  }
  return found
}

function isNear(a: CityMention, b: CityMention): boolean {
  return distanceOf(a, b) <= SAME_CITY_KM
}

/** In kilometres; without end where a position is not known. */
function distanceOf({ position: a }: CityMention, { position: b }: CityMention): number {
  if (!a || !b) return Infinity
  return distanceKm({ latitude: a[0], longitude: a[1] }, { latitude: b[0], longitude: b[1] })
}

function mostNamed(places: readonly number[], weights: ReadonlyMap<number, number>): number | null {
  return places.toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0) || a - b)[0] ?? null
}

function divisionOf({ division }: CityMention): string {
  return division === null ? '' : slug(division)
}

function total(group: readonly CityMention[]): number {
  return group.reduce((sum, { count }) => sum + count, 0)
}

/**
 * The name that is shown comes first: one in usual case, that of a place's record, with its marks where only tables name
 * the city (they are lost on the way, never added), the more frequent.
 */
function bySpelling(a: CityMention, b: CityMention): number {
  const numbered = (mention: CityMention) => Number(mention.geonames !== null)
  const bare = numbered(a) + numbered(b) === 0 ? marksOf(b.name) - marksOf(a.name) : 0
  return (
    Number(isShouted(a.name)) - Number(isShouted(b.name)) ||
    numbered(b) - numbered(a) ||
    bare ||
    b.count - a.count ||
    marksOf(b.name) - marksOf(a.name) ||
    compare(a.key, b.key)
  )
}

/**
 * The same where tables name the city as well: then the English name goes before its other names.
 * @param keyOf gives of every name of a city the key of the English one
 */
function asShown(group: readonly CityMention[], keyOf: (name: string, country: string | null) => string) {
  if (group.every(({ geonames }) => geonames !== null)) return bySpelling
  const isOther = ({ name, country }: CityMention) => Number(keyOf(name, country) !== cityKey(name, country))
  return (a: CityMention, b: CityMention) => isOther(a) - isOther(b) || bySpelling(a, b)
}

/** In capitals alone, or none. */
const isShouted = (name: string) => (name === name.toUpperCase()) !== (name === name.toLowerCase())

/** Letters with marks, or of their own. */
const marksOf = (name: string) => [...name.normalize('NFC')].filter((sign) => sign > '\u007f').length

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/**
 * One city a group, in the groups' order. Of cities that share a slug, the one that the published edition
 * prints keeps it, else the one named most; the others add their country, then their GeoNames id.
 */
export function assignIds(
  groups: readonly CityMention[][],
  namesZh: CityNamesZh,
  englishOf: (name: string, country: string | null) => string = (name) => name,
): RegisteredCity[] {
  const cities = groups.map((group) => cityFrom(group, namesZh, englishOf))
  const inEdition = (city: RegisteredCity) => (namesZh.find(city.name, city.country)?.edition ? 1 : 0)
  const order = cities.toSorted(
    (a, b) =>
      inEdition(b) - inEdition(a) ||
      b.mentions - a.mentions ||
      compare(a.country ?? '~', b.country ?? '~') ||
      (a.geonames ?? Infinity) - (b.geonames ?? Infinity) ||
      compare(a.name, b.name),
  )
  const taken = new Set<string>()
  for (const city of order) {
    city.id = freeId(city, taken)
    taken.add(city.id)
  }
  return cities
}

function freeId(city: RegisteredCity, taken: ReadonlySet<string>): string {
  const plain = slug(city.name)
  const withCountry = city.country === null ? plain : `${plain}-${city.country.toLowerCase()}`
  const withPlace = city.geonames === null ? withCountry : `${withCountry}-${city.geonames}`
  const free = [plain, withCountry, withPlace].find((id) => !taken.has(id))
  if (free) return free
  let number = 2
  while (taken.has(`${withPlace}-${number}`)) number += 1
  return `${withPlace}-${number}`
}

function cityFrom(
  group: readonly CityMention[],
  namesZh: CityNamesZh,
  englishOf: (name: string, country: string | null) => string,
): RegisteredCity {
  const [first] = group
  const name = first?.name ?? ''
  const country = most(group, ({ country }) => country)
  const positions = group.map(({ position }) => position).filter((position) => position !== null)
  const [position] = positions.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
  const named = group
    .map((mention) => namesZh.find(englishOf(mention.name, country), country)?.nameZh)
    .find(Boolean)
  return {
    id: '',
    name,
    nameZh: most(group, ({ nameZh }) => nameZh) ?? named ?? null,
    country,
    geonames: lowestPlace(group),
    division: most(group, ({ division }) => division),
    latitude: position?.[0] ?? null,
    longitude: position?.[1] ?? null,
    mentions: total(group),
  }
}

function lowestPlace(group: readonly CityMention[]): number | null {
  const places = group.map(({ geonames }) => geonames).filter((geonames) => geonames !== null)
  return places.length === 0 ? null : Math.min(...places)
}

/** The value that most mentions give; of equals the first in order. */
function most(group: readonly CityMention[], value: (mention: CityMention) => string | null): string | null {
  const counts = new Map<string, number>()
  for (const mention of group) {
    const given = value(mention)
    if (given !== null) counts.set(given, (counts.get(given) ?? 0) + mention.count)
  }
  return [...counts].toSorted((a, b) => b[1] - a[1] || compare(a[0], b[0]))[0]?.[0] ?? null
}
