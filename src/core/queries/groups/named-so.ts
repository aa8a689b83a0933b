/** Who may be meant by a name as somebody wrote it, with what stands beside it. */
import type { GroupKind } from '../../../shared/domain/groups.ts'
import { nearestNames } from '../../../shared/domain/name-distance.ts'
import { nameKey } from '../../../shared/domain/slug.ts'
import type { OpenDataset } from '../../context.ts'
import { calledSo } from '../city-aliases.ts'
import { institutionsNamed } from '../computed/find-entity.ts'
import { institutionsOf } from '../computed/index-names.ts'
import { allCities, citiesAlike, citiesNamed } from '../find-city.ts'
import { recognisedCountries } from './country-hints.ts'
import { cityEntity, institutionEntity } from './named-entity.ts'
import type { NamedEntity } from './named-entity.ts'

/** How many near names are offered for one that nobody has. */
const MOST_NEAR = 4
/** Names compared with one that nobody has: of many, those that begin alike. */
const MOST_COMPARED = 5000

/**
 * Those of the name: by id, in English, Chinese or another language. What stands beside the name (a country, a state, a
 * city) decides among several, and refuses one that lies in another country.
 * @param hints the other cells of the row
 */
export function namedSo(
  dataset: OpenDataset,
  kind: GroupKind,
  text: string,
  hints: readonly string[],
): NamedEntity[] {
  for (const form of formsOf(text)) {
    const named = entitiesNamed(dataset, kind, form.name)
    if (named.length > 0) return fitting(dataset, named, [...form.hints, ...hints])
  }
  return []
}

/** Near names, of whom none is meant for certain. */
export function nearBy(dataset: OpenDataset, kind: GroupKind, text: string): NamedEntity[] {
  const entities = kind === 'city' ? allCities(dataset).map(cityEntity) : null
  const all = entities ?? institutionsOf(dataset).map((_, number) => number)
  const nameOf = (each: NamedEntity | number) =>
    typeof each === 'number' ? (institutionsOf(dataset)[each]?.foundName ?? '') : each.foundName
  const key = nameKey(text)
  if (key === '') return []
  const begun = all.filter((each) => nameKey(nameOf(each)).startsWith(`${key} `)).slice(0, MOST_NEAR)
  const alike = all.filter((each) => nameKey(nameOf(each))[0] === key[0]).slice(0, MOST_COMPARED)
  const near = new Set(nearestNames(text, alike.map(nameOf), MOST_NEAR))
  const found = new Set([...begun, ...alike.filter((each) => near.has(nameOf(each)))])
  return [...found]
    .slice(0, MOST_NEAR)
    .map((each) => (typeof each === 'number' ? institutionEntity(dataset, each) : each))
}

function entitiesNamed(dataset: OpenDataset, kind: GroupKind, text: string): NamedEntity[] {
  if (kind === 'institution')
    return institutionsNamed(dataset, text).map((number) => institutionEntity(dataset, number))
  // An id is one city's alone; as a name it may be that of several: `cambridge`.
  const alike = citiesAlike(dataset, text)
  const named = alike.length > 0 ? alike : citiesNamed(dataset, text)
  return (named.length > 0 ? named : calledSo(text, allCities(dataset))).map(cityEntity)
}

/** All that is said beside the name, in its own cell too: `Cambridge, MA`. */
export const hintsOf = (text: string, beside: readonly string[]): string[] => [
  ...formsOf(text).flatMap(({ hints }) => hints),
  ...beside,
]

interface Form {
  name: string
  hints: string[]
}

/** As written; without 市; and what stands before a comma or a bracket, with the rest as a hint. */
function formsOf(text: string): Form[] {
  const forms: Form[] = [{ name: text, hints: [] }]
  if (/\p{Script=Han}{2,}市$/u.test(text)) forms.push({ name: text.slice(0, -1), hints: [] })
  const [, before = '', inside = ''] = /^(.+?)\s*[(（]([^()（）]+)[)）]\s*$/.exec(text) ?? []
  if (before !== '') forms.push({ name: before, hints: inside.split(/[,，]/).map((part) => part.trim()) })
  const [name = '', ...rest] = text.split(/[,，]/).map((part) => part.trim())
  if (rest.length > 0 && name !== '') forms.push({ name, hints: rest })
  return forms
}

function fitting(dataset: OpenDataset, named: NamedEntity[], hints: readonly string[]): NamedEntity[] {
  const keys = new Set(hints.map(keyOf).filter((key) => key !== ''))
  const countries = recognisedCountries(dataset, hints)
  const scores = named.map((each) => scoreOf(each, keys, countries))
  const best = Math.max(...scores)
  if (best === 0) return countries.size === 0 ? named : []
  return named.filter((_, at) => scores[at] === best)
}

/** How many of the hints say the same of it. */
function scoreOf(each: NamedEntity, keys: ReadonlySet<string>, countries: ReadonlySet<string>): number {
  const own = [each.division, each.within?.name, each.within?.nameZh, each.ror]
  const said = own.filter((text) => text != null && keys.has(keyOf(text))).length
  return said + (each.region !== null && countries.has(each.region) ? 1 : 0)
}

const keyOf = (text: string): string => nameKey(text) || text.trim()
