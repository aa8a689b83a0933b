/** From what a user calls an entity of a computed index to its number. */
import type { EntityLabel, EntityName } from '../../../shared/contract/common.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { nameKey } from '../../../shared/domain/slug.ts'
import type { EntityKind } from '../../articles/entities.ts'
import type { OpenDataset } from '../../context.ts'
import { openAlexInstitution, rorId } from '../../../shared/domain/identifiers.ts'
import { findCity } from '../find-city.ts'
import { nearestNames } from '../../../shared/domain/name-distance.ts'
import type { Named } from './index-names.ts'
import { citiesOf, countriesOf, institutionsOf, metrosOf } from './index-names.ts'

/** An entity as statistics and nodes know it. */
export interface Entity {
  kind: EntityKind
  number: number
  label: EntityLabel
}

/** Names compared with a mistyped one; of a large index those that begin alike. */
const MOST_COMPARED = 5000

/**
 * The entity of an id or a name. In `metro` a city outside any area stands for itself.
 * @throws AppError entity-unknown, city-unknown, city-ambiguous, institution-unknown, institution-ambiguous.
 */
export function findEntity(dataset: OpenDataset, by: EntityName, text: string): Entity {
  switch (by) {
    case 'institution':
      return findInstitution(dataset, text)
    case 'city':
      return findIndexCity(dataset, text)
    case 'country':
      return findCountry(dataset, text)
    case 'metro':
      return findMetro(dataset, text)
  }
}

function numbersById(
  dataset: OpenDataset,
  list: string,
  names: readonly Named[],
): ReadonlyMap<string, number> {
  return dataset.memo(`numbers/${list}`, () => new Map(names.map(({ id }, number) => [id, number])))
}

/** @throws AppError city-unknown, city-ambiguous. */
export function findIndexCity(dataset: OpenDataset, text: string): Entity {
  const { city_id: id, name, name_zh: nameZh } = findCity(dataset, text)
  const number = numbersById(dataset, 'cities', citiesOf(dataset)).get(id)
  if (number === undefined) throw new Error(`city ${id} has no number`)
  return { kind: 'city', number, label: { id, name, nameZh } }
}

interface InstitutionKeys {
  byRor: ReadonlyMap<string, number>
  /** Numbers of the institutions of a name in English (`nameKey`) or Chinese. */
  byName: ReadonlyMap<string, number[]>
  /** Of institutions that are told apart from others of their name: by the name that is shown (`nameKey`; in Chinese as it is). */
  byShown: ReadonlyMap<string, number>
}

function institutionKeys(dataset: OpenDataset): InstitutionKeys {
  return dataset.memo('institution-keys', () => {
    const byRor = new Map<string, number>()
    const byName = new Map<string, number[]>()
    const byShown = new Map<string, number>()
    institutionsOf(dataset).forEach(({ ror, key, name, nameZh, foundName, foundZh }, number) => {
      if (ror !== null) byRor.set(ror, number)
      for (const each of new Set([key, foundZh])) {
        if (each) byName.set(each, [...(byName.get(each) ?? []), number])
      }
      if (name !== foundName) byShown.set(nameKey(name), number)
      if (nameZh !== null && nameZh !== foundZh) byShown.set(nameZh, number)
    })
    return { byRor, byName, byShown }
  })
}

/**
 * By id (of OpenAlex or ROR, as a web address or alone, or the source's own), by name in English or Chinese, or by the
 * words with which one name alone begins.
 * @throws AppError institution-unknown with the nearest names, institution-ambiguous with the candidates' names and ids.
 */
export function findInstitution(dataset: OpenDataset, text: string): Entity {
  const names = institutionsOf(dataset)
  const entity = (number: number): Entity => ({
    kind: 'institution',
    number,
    label: (names[number] as Named).label,
  })
  const named = institutionsNamed(dataset, text)
  const key = nameKey(text)
  const found = named.length > 0 || key === '' ? named : beginningWith(names, `${key} `)
  if (found.length === 1) return entity(found[0] as number)
  if (found.length > 1) {
    throw new AppError('institution-ambiguous', `${text} may be several institutions`, {
      values: { institution: text },
      suggestions: found.slice(0, 10).map((number) => `${names[number]?.name} (${names[number]?.id})`),
    })
  }
  throw new AppError('institution-unknown', `no institution named ${text}`, {
    values: { institution: text },
    suggestions: nearestNames(text, alike(names, key), 3),
  })
}

/** Numbers of those that a text names as it stands, by id (which only one has) or by name in English or Chinese. */
export function institutionsNamed(dataset: OpenDataset, text: string): readonly number[] {
  const { byRor, byName, byShown } = institutionKeys(dataset)
  const openAlex = openAlexInstitution(text)
  const byId = numbersById(dataset, 'institutions', institutionsOf(dataset))
  const known = byId.get(text) ?? (openAlex === null ? undefined : byId.get(`I${openAlex}`))
  const exact = known ?? byRor.get(rorId(text) ?? '') ?? byShown.get(text.trim())
  if (exact !== undefined) return [exact]
  const key = nameKey(text)
  const told = key === '' ? undefined : byShown.get(key)
  if (told !== undefined) return [told]
  return byName.get(text) ?? (key === '' ? undefined : byName.get(key)) ?? []
}

/** Numbers of those whose name begins with the words. */
function beginningWith(names: readonly Named[], words: string): number[] {
  return names.flatMap(({ key }, number) => (key.startsWith(words) ? [number] : []))
}

function alike(names: readonly Named[], key: string): string[] {
  const compared = names.length > MOST_COMPARED ? names.filter((each) => each.key[0] === key[0]) : names
  return compared.slice(0, MOST_COMPARED).map(({ name }) => name)
}

function findCountry(dataset: OpenDataset, text: string): Entity {
  const names = countriesOf(dataset)
  const number = byIdOrName(names, text)
  if (number < 0) throw unknown('country', text, names)
  return { kind: 'region', number, label: (names[number] as Named).label }
}

function findMetro(dataset: OpenDataset, text: string): Entity {
  const names = metrosOf(dataset)
  const number = byIdOrName(names, text)
  if (number >= 0) return { kind: 'metro', number, label: (names[number] as Named).label }
  const city = findIndexCity(dataset, text)
  const area = names[citiesOf(dataset)[city.number]?.metro ?? -1]
  if (area) throw unknown('metro', text, [area])
  return city
}

function byIdOrName(names: readonly Named[], text: string): number {
  const key = nameKey(text)
  const id = text.toLowerCase()
  const exact = names.findIndex((each) => each.id.toLowerCase() === id)
  if (exact >= 0) return exact
  return names.findIndex(
    (each) =>
      (key !== '' && (each.key === key || each.key === `${key} metropolitan area`)) ||
      each.nameZh === text ||
      each.nameZh === `${text}都市圈`,
  )
}

function unknown(kind: EntityName, text: string, names: readonly Named[]): AppError {
  const suggestions = names.length === 1 ? names.map(({ name }) => name) : []
  return new AppError('entity-unknown', `no ${kind} named ${text}`, {
    values: { kind, id: text },
    suggestions:
      suggestions.length > 0
        ? suggestions
        : nearestNames(
            text,
            names.map(({ name }) => name),
            3,
          ),
  })
}
