/** From the kinds of affiliation that articles name to institutions, cities, metropolitan areas and regions. */
import type { EntityKind, EntityMaps } from '../../articles/entities.ts'
import { UNAFFILIATED } from '../../articles/entities.ts'
import type { CityCells } from '../addresses/city-cell.ts'
import type { RegisteredCity } from '../places/city-identity.ts'
import type { CityInput, CityRegister } from '../places/cities.ts'
import { SAME_CITY_KM } from '../places/city-identity.ts'
import { distanceKm } from '../places/distance.ts'
import { rorId } from '../../../shared/domain/identifiers.ts'
import type { Institutions } from '../places/institutions.ts'
import { mergedInto } from '../places/merged-ids.ts'
import type { Metro, MetroTable } from '../places/metros.ts'
import type { InstitutionRecord } from '../places/institution-record.ts'
import { InstitutionIdentity } from './institution-identity.ts'
import { idOfName, usualSpelling } from './institution-names.ts'
import { partsOf } from './parts.ts'
import type { PrintedBook } from './printed-city.ts'
import type { NodeKey, PrintedMark, Sighting } from '../../articles/nodes.ts'
import { compareKeys } from '../../articles/nodes.ts'
import { countryIn, isElsewhere } from './row-country.ts'
import type { Words } from './words.ts'
import { readWords } from './words.ts'

export interface ResolvedInstitution {
  id: string
  name: string
  nameZh: string | null
  ror: string | null
  sector: string | null
  region: string | null
  cityId: string | null
}

export interface ResolvedPlaces {
  /** Each list is in the order of its ids; an entity's number is its place there. */
  institutions: ResolvedInstitution[]
  cities: (RegisteredCity & { metroId: string | null })[]
  metros: Metro[]
  regions: string[]
  /** Numbers of institutions whose record names their city. */
  seated: ReadonlySet<number>
  /** Institution and city of each part, where an institution has affiliations in several cities. */
  parts: { institution: number; city: number }[]
  maps: EntityMaps
  sizes: Record<EntityKind, number>
  /** By node: 1 where its city comes from printed addresses. */
  printed: Uint8Array
  /** By node: 1 where what names its city could be one of several cities. */
  unsure: Uint8Array
  /** By node: 1 where the city's cell contradicts the country beside it. */
  contradicting: Uint8Array
  /** Names of tables that further names of records explained, and that could be those of several records. */
  aliases: { joined: number; unsure: number }
  /** Numbers of institutions that a file of institutions describes. */
  described: ReadonlySet<number>
}

export interface PlaceSources {
  institutions: Institutions
  register: CityRegister
  metros: MetroTable
  /** Numbers of institutions that were merged into others. */
  merged?: ReadonlyMap<number, number>
  printed: PrintedBook
  /** Reads cells of cities; without it they are taken as they stand. */
  cells?: CityCells
}

interface Sources extends PlaceSources {
  identity: InstitutionIdentity
  words: ReadonlyMap<string, Words>
}

/** What a node names, before its entities are numbered. */
interface Place {
  institution: Omit<ResolvedInstitution, 'cityId' | 'region'> | null
  record: InstitutionRecord | null
  mention: number | null
  /** The city that its record names. */
  seat: number | null
  region: string | null
  /** Whether the city comes from printed addresses. */
  printed?: boolean
  contradicts?: boolean
}

/** @param keys the nodes' keys, by node @param sightings what works say of institutions, by OpenAlex number */
export function resolvePlaces(
  keys: readonly NodeKey[],
  sightings: ReadonlyMap<number, Sighting>,
  given: PlaceSources,
): ResolvedPlaces {
  const words = readWords(keys, given.cells)
  const asked = [...words.values()]
  const identity = new InstitutionIdentity(asked, sightings, given)
  const sources = { ...given, identity, words }
  // Cities are noted in an order of their own, so that names do not depend on which thread was faster.
  const order = keys
    .map((_, node) => node)
    .sort((a, b) => compareKeys(keys[a] as NodeKey, keys[b] as NodeKey))
  const places: Place[] = []
  for (const node of order) {
    places[node] = node === UNAFFILIATED ? NOWHERE : placeOf(keys[node] as NodeKey, sightings, sources)
  }
  return number(places, sources)
}

const NOWHERE: Place = { institution: null, record: null, mention: null, seat: null, region: null }

function placeOf(key: NodeKey, sightings: ReadonlyMap<number, Sighting>, sources: Sources): Place {
  if (typeof key === 'number') {
    const number = sources.merged ? mergedInto(key, sources.merged) : key
    return placeOfNumber(number, sightings.get(number) ?? sightings.get(key), sources)
  }
  if (/^[A-Z]{2}$/.test(key)) return { ...NOWHERE, region: key }
  return placeOfWords(sources.words.get(key) as Words, sources)
}

function placeOfNumber(number: number, seen: Sighting | undefined, sources: PlaceSources): Place {
  const { institutions } = sources
  const record = institutions.byOpenAlex(number) ?? (seen?.ror ? institutions.byRor(seen.ror) : null)
  const region = record?.country ?? seen?.country ?? null
  const told = noteCity(record, null, region, sources.register)
  return {
    institution: {
      id: `I${number}`,
      name: (record?.name || seen?.name) ?? `I${number}`,
      nameZh: record?.nameZh ?? null,
      ror: record?.ror ?? seen?.ror ?? null,
      sector: record?.sector ?? null,
    },
    record,
    mention: told ?? notePrinted(number, region, sources),
    seat: record?.city ? told : null,
    region,
    printed: told === null,
  }
}

/** The city that printed addresses give an institution of which no record tells where it is. */
function notePrinted(
  number: number,
  region: string | null,
  { register, printed }: PlaceSources,
): number | null {
  const seen = printed.cityOf(number, region)
  return seen && register.note(printedCity(seen.city, seen.country, seen.mark))
}

function printedCity(name: string, country: string | null, [geonames, division, ...degrees]: PrintedMark) {
  return { name, country, geonames, division, latitude: degrees[0], longitude: degrees[1] }
}

function placeOfWords({ id: ownId, name, city, country, mark, contradicts }: Words, sources: Sources): Place {
  const { identity, register } = sources
  const id =
    ownId !== null
      ? identity.ownId(ownId, name)
      : name === null
        ? null
        : identity.ofName(name, country, city?.name ?? null)
  const record = id === null ? null : identity.recordOf(id)
  const region = countryIn(country, record?.country ?? null)
  const spelling = name === null || id !== null ? name : identity.spellingOf(name, region)
  // What a record says comes before what was read from an address.
  const printed = mark !== undefined && city !== null && !record?.city
  const elsewhere = city === null && isElsewhere(country, record?.country ?? null)
  const mention = elsewhere
    ? null
    : printed
      ? register.note(printedCity(city.name, country, mark))
      : noteCity(record, mark ? null : city, region, register)
  const contradiction = contradicts || (elsewhere && record?.city !== null)
  if (id === null && name === null) return { ...NOWHERE, mention, region, printed, contradicts }
  return {
    institution: {
      id: id === null ? idOfName(spelling as string, region) : identity.idOf(id),
      name: (record?.name || spelling) ?? (id as string),
      nameZh: record?.nameZh ?? null,
      ror: record?.ror ?? (id === null ? null : rorId(id)),
      sector: record?.sector ?? null,
    },
    record,
    mention,
    seat: seatOf(record, city, mention, sources.register),
    region,
    printed,
    contradicts: contradiction,
  }
}

/** The city of the record: noted by itself only where the affiliation names another. */
function seatOf(
  record: InstitutionRecord | null,
  own: CityInput | null,
  mention: number | null,
  register: CityRegister,
): number | null {
  if (!record?.city) return null
  const same = own === null || isOwnCity(record.city, own, record.country, register)
  return same ? mention : noteCity(record, null, record.country, register)
}

function noteCity(
  record: InstitutionRecord | null,
  own: CityInput | null,
  region: string | null,
  register: CityRegister,
): number | null {
  const city = record?.city ?? null
  if (own === null) return city && register.note({ ...city, country: record?.country ?? region })
  const same = city !== null && isOwnCity(city, own, region, register)
  return register.note({ ...(same ? city : own), country: region })
}

/** Whether an affiliation names the city of its institution's record: by any of its names, and no other place of the name. */
function isOwnCity(
  city: NamedPlace,
  own: NamedPlace,
  country: string | null,
  register: CityRegister,
): boolean {
  if (!register.isOne(city.name, own.name, country)) return false
  const [at, other] = [placeOn(city), placeOn(own)]
  return at === null || other === null || distanceKm(at, other) <= SAME_CITY_KM
}

type NamedPlace = Omit<CityInput, 'country'>

function placeOn({ latitude, longitude }: NamedPlace): { latitude: number; longitude: number } | null {
  return latitude == null || longitude == null ? null : { latitude, longitude }
}

function number(places: readonly Place[], { register, metros: table, identity }: Sources): ResolvedPlaces {
  const registry = register.finish()
  const cities = registry.cities.map((city) => {
    const named = table.metroOf(city.name, city.country, city)
    const english = register.englishOf(city.name, city.country)
    const metro = named ?? table.metroOf(english, city.country, city)
    return { ...city, metro, metroId: metro?.id ?? null }
  })
  const cityNumber = new Map(cities.map(({ id }, i) => [id, i]))
  const metros = sortedById(cities.flatMap(({ metro }) => metro ?? []))
  const metroNumber = new Map(metros.map(({ id }, i) => [id, i]))
  const cityOf = places.map(({ mention }) =>
    mention === null ? -1 : (cityNumber.get(registry.cityOf(mention).id) as number),
  )
  const regionOf = places.map(({ region }, node) => region ?? cities[cityOf[node] as number]?.country ?? null)
  const named = [...regionOf, ...cities.map(({ country }) => country)]
  const regions = [...new Set(named.filter((region) => region !== null))].sort()
  const regionNumber = new Map(regions.map((region, i) => [region, i]))
  const found = institutionsOf(places, cityOf, regionOf, cities)
  const seats = seatsOf(places, (mention) => registry.cityOf(mention))
  const institutions = found.map((each) => ({ ...each, ...seats.get(each.id) }))
  const institutionNumber = new Map(institutions.map(({ id }, i) => [id, i]))
  const institutionOf = places.map(({ institution }) =>
    institution === null ? -1 : (institutionNumber.get(institution.id) as number),
  )
  const { parts, partOf } = partsOf(institutionOf, cityOf)
  return {
    institutions,
    cities: cities.map(({ metro: _, ...city }) => city),
    metros,
    regions,
    parts,
    seated: new Set(institutions.flatMap(({ id }, i) => (seats.has(id) ? i : []))),
    maps: {
      institution: Int32Array.from(institutionOf),
      city: Int32Array.from(cityOf),
      metro: Int32Array.from(cityOf, (city) => metroNumber.get(cities[city]?.metroId ?? '') ?? -1),
      region: Int32Array.from(regionOf, (region) =>
        region === null ? -1 : (regionNumber.get(region) as number),
      ),
      part: Int32Array.from(partOf),
    },
    sizes: {
      institution: institutions.length,
      city: cities.length,
      metro: metros.length,
      region: regions.length,
      part: parts.length,
    },
    printed: Uint8Array.from(places, ({ printed }, node) => Number(printed === true && cityOf[node] !== -1)),
    unsure: Uint8Array.from(places, ({ mention }) => Number(mention !== null && registry.isUnsure(mention))),
    contradicting: Uint8Array.from(places, ({ contradicts }) => Number(contradicts === true)),
    aliases: { joined: identity.aliased.size, unsure: identity.unsureAliases.size },
    described: new Set(
      places.flatMap(({ record }, node) => (record === null ? [] : (institutionOf[node] as number))),
    ),
  }
}

/** City and region of institutions whose record names a city. */
function seatsOf(
  places: readonly Place[],
  cityOf: (mention: number) => RegisteredCity,
): Map<string, Pick<ResolvedInstitution, 'cityId' | 'region'>> {
  const seats = new Map<string, Pick<ResolvedInstitution, 'cityId' | 'region'>>()
  for (const { institution, record, seat } of places) {
    if (institution === null || seat === null) continue
    const city = cityOf(seat)
    seats.set(institution.id, { cityId: city.id, region: record?.country ?? city.country })
  }
  return seats
}

/** Institutions by id, with the city and region of one of their nodes (see `seatsOf` and `seat.ts`). */
function institutionsOf(
  places: readonly Place[],
  cityOf: readonly number[],
  regionOf: readonly (string | null)[],
  cities: ResolvedPlaces['cities'],
): ResolvedInstitution[] {
  const found = new Map<string, ResolvedInstitution>()
  const spellings = new Map<string, string[]>()
  places.forEach(({ institution }, node) => {
    if (!institution) return
    const made = {
      ...institution,
      cityId: cities[cityOf[node] as number]?.id ?? null,
      region: regionOf[node] ?? null,
    }
    const known = found.get(institution.id)
    if (known && known.name !== made.name)
      spellings.set(made.id, [...(spellings.get(made.id) ?? [known.name]), made.name])
    if (!known || preference(made) < preference(known)) found.set(institution.id, made)
  })
  for (const [id, names] of spellings) {
    const each = found.get(id) as ResolvedInstitution
    found.set(id, { ...each, name: usualSpelling(each.name, names) })
  }
  return sortedById([...found.values()])
}

/** Complete before incomplete, then by words: does not ask which came first. */
function preference({ cityId, region, name, nameZh }: ResolvedInstitution): string {
  return JSON.stringify([cityId === null, region === null, nameZh === null, cityId, region, name])
}

function sortedById<T extends { id: string }>(items: readonly T[]): T[] {
  const byId = new Map(items.map((item) => [item.id, item]))
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}
