/** Which institution an affiliation in words means: by its ids, or by its name where one institution alone has it. */
import type { Sighting } from '../../articles/nodes.ts'
import { openAlexInstitution, rorId } from '../../../shared/domain/identifiers.ts'
import type { CityRegister } from '../places/cities.ts'
import type { InstitutionRecord } from '../places/institution-record.ts'
import type { Institutions } from '../places/institutions.ts'
import { mergedInto } from '../places/merged-ids.ts'
import { idOfName, institutionKey, joinSpellings, looseKey } from './institution-names.ts'
import type { Words } from './words.ts'

/** An id in one spelling: `I27837315`, the nine signs of ROR, else as the source writes it. */
function plainId(id: string): string {
  const number = openAlexInstitution(id)
  return number === null ? (rorId(id) ?? id) : `I${number}`
}

interface Known {
  id: string
  country: string | null
  city: string | null
}

/** Institutions by the keys of their names, as far as they are asked for. */
type Names = Map<string, Map<string, Known>>

export interface IdentitySources {
  institutions: Institutions
  register: CityRegister
  /** Numbers of institutions that were merged into others. */
  merged?: ReadonlyMap<number, number>
}

/**
 * What is one does not depend on which row or file came first: all names and ids of an import are known before any is
 * asked for.
 */
export class InstitutionIdentity {
  /** Names of tables, each in its country, that a further name of a record explained, and that could be several records'. */
  readonly aliased = new Set<string>()
  readonly unsureAliases = new Set<string>()
  private readonly sources: IdentitySources
  private readonly numberOfRor = new Map<string, number>()
  private readonly byName: Names = new Map()
  private readonly byLooseName: Names = new Map()
  private readonly byAlias: Names = new Map()
  private readonly byLooseAlias: Names = new Map()
  private readonly byAcronym: Names = new Map()
  private spellings: ReadonlyMap<string, string> = new Map()

  /** @param asked all affiliations in words */
  constructor(asked: readonly Words[], sightings: ReadonlyMap<number, Sighting>, sources: IdentitySources) {
    this.sources = sources
    if (asked.length === 0) return
    for (const { key, ror } of sightings.values()) if (ror !== null) this.noteRor(ror, key)
    this.noteRecords(asked)
    const names = new Set(asked.flatMap(({ name }) => (name === null ? [] : institutionKey(name))))
    for (const { key, name, country } of sightings.values())
      note(this.byName, names, name, { id: `I${key}`, country, city: null }, institutionKey)
    for (const { id: own, name, city, country } of asked) {
      if (own === null) continue
      const id = this.ownId(own, name)
      const known = {
        id: this.idOf(id),
        country: country ?? this.recordOf(id)?.country ?? null,
        city: city?.name ?? null,
      }
      note(this.byName, names, name, known, institutionKey)
    }
    this.joinIds()
    this.joinNames(asked)
  }

  /** The record that an id names; null where no file has it. */
  recordOf(id: string): InstitutionRecord | null {
    const { institutions } = this.sources
    const number = openAlexInstitution(id)
    if (number !== null) return institutions.byOpenAlex(number)
    const ror = rorId(id)
    if (ror === null) return null
    const record = institutions.byRor(ror)
    const known = this.numberOfRor.get(ror)
    return record ?? (known === undefined ? null : institutions.byOpenAlex(known))
  }

  /** The id of OpenAlex where it is known, so that works and tables meet; else the id in one spelling. */
  idOf(id: string): string {
    const plain = plainId(id)
    const number = this.recordOf(id)?.openalex ?? this.numberOfRor.get(plain)
    return number === undefined || number === null ? plain : `I${number}`
  }

  /** A row's id: of one that was merged the other; of GRID, ISNI and the like that of the record which has it. */
  ownId(id: string, name: string | null): string {
    const { institutions, merged } = this.sources
    const number = openAlexInstitution(id)
    if (number !== null) return merged ? `I${mergedInto(number, merged)}` : id
    if (rorId(id) !== null) return id
    const record = institutions.byOtherId(id, (known) => name === null || hasName(known, name))
    return record === null ? id : idOfRecord(record)
  }

  /**
   * The id that an institution of this name has elsewhere: in the country, or where none is given in any; of several the
   * one in the city. Null where that is none, or more than one. A further name of a record, or an acronym, counts within the
   * country, or for an acronym within the city as well, and only where no institution is called so.
   */
  ofName(name: string, country: string | null, city: string | null): string | null {
    const key = institutionKey(name)
    const all = this.among(this.byName.get(key), country, city)
    if (all.ids.length > 0) return all.one
    const loose = this.looselyIn(this.byLooseName, name, country, city)
    if (loose !== null) return loose
    const aliased = this.ofAlias(key, country, city)
    if (aliased !== null || this.unsureAliases.has(askedBy(key, country))) return aliased
    const found = this.looselyIn(this.byLooseAlias, name, country, city)
    if (found !== null) this.aliased.add(askedBy(key, country))
    return found
  }

  /** The one institution in the city whose name differs by letters alone that have no plain one. */
  private looselyIn(names: Names, name: string, country: string | null, city: string | null): string | null {
    if (country === null || city === null) return null
    const inCity = [...(names.get(looseKey(name))?.values() ?? [])].filter(
      (known) => known.country === country && this.isOneCity(known.city, city, country),
    )
    const [id, other] = distinct(inCity)
    return id !== undefined && other === undefined ? id : null
  }

  /** The spelling that stands for a name of no id. */
  spellingOf(name: string, country: string | null): string {
    return this.spellings.get(idOfName(name, country)) ?? name
  }

  private ofAlias(key: string, country: string | null, city: string | null): string | null {
    const asked = askedBy(key, country)
    for (const names of [this.byAlias, this.byAcronym]) {
      const known = [...(names.get(key)?.values() ?? [])]
      const here =
        country !== null || names === this.byAlias
          ? known
          : known.filter((each) => this.isOneCity(each.city, city, each.country))
      const found =
        country === null && names === this.byAlias ? { ids: [], one: null } : this.among(here, country, city)
      if (found.one !== null) {
        this.aliased.add(asked)
        return found.one
      }
      if (found.ids.length > 1) {
        this.unsureAliases.add(asked)
        return null
      }
    }
    return null
  }

  /** Those in the country; of several the one in the city. */
  private among(
    known: Iterable<Known> | Map<string, Known> | undefined,
    country: string | null,
    city: string | null,
  ): { ids: string[]; one: string | null } {
    const all = known === undefined ? [] : known instanceof Map ? [...known.values()] : [...known]
    const inCountry = country === null ? all : all.filter((each) => each.country === country)
    const ids = distinct(inCountry)
    if (ids.length < 2) return { ids, one: ids[0] ?? null }
    const here = distinct(
      inCountry.filter((each) => this.isOneCity(each.city, city, each.country ?? country)),
    )
    return { ids, one: here.length === 1 ? (here[0] ?? null) : null }
  }

  private isOneCity(a: string | null, b: string | null, country: string | null): boolean {
    return a !== null && b !== null && this.sources.register.isOne(a, b, country)
  }

  private noteRecords(asked: readonly Words[]): void {
    const names = asked.flatMap(({ name }) => name ?? [])
    const [plain, loose] = [new Set(names.map(institutionKey)), new Set(names.map(looseKey))]
    for (const record of this.sources.institutions.all()) {
      const known = { id: idOfRecord(record), country: record.country, city: record.city?.name ?? null }
      for (const name of [record.name, record.nameZh]) {
        note(this.byName, plain, name, known, institutionKey)
        note(this.byLooseAlias, loose, name, known, looseKey)
      }
      // Predecessors that are no more have names of those that are.
      if (!record.active) continue
      for (const name of record.names ?? []) {
        note(this.byAlias, plain, name, known, institutionKey)
        note(this.byLooseAlias, loose, name, known, looseKey)
      }
      for (const name of record.acronyms ?? []) note(this.byAcronym, plain, name, known, institutionKey)
    }
  }

  private noteRor(ror: string, number: number): void {
    this.numberOfRor.set(ror, Math.min(this.numberOfRor.get(ror) ?? Infinity, number))
  }

  /** An id of ROR and one of OpenAlex under one name and country, each the only one of its kind, are one institution's. */
  private joinIds(): void {
    const { institutions } = this.sources
    for (const all of this.byName.values()) {
      for (const [country, inCountry] of Map.groupBy(all.values(), (known) => known.country)) {
        const ids = distinct(inCountry)
        const [number, second] = ids.flatMap((id) => openAlexInstitution(id) ?? [])
        const [ror, other] = ids.filter((id) => rorId(id) !== null)
        if (country === null || !number || !ror || second !== undefined || other !== undefined) continue
        if (institutions.byRor(ror) !== null || institutions.byOpenAlex(number)?.ror) continue
        this.noteRor(ror, number)
      }
    }
    for (const names of [this.byName, this.byLooseName, this.byAlias, this.byLooseAlias, this.byAcronym])
      for (const all of names.values())
        for (const [key, known] of all) all.set(key, { ...known, id: this.idOf(known.id) })
  }

  /** Spellings of one name, where no id tells. */
  private joinNames(asked: readonly Words[]): void {
    const { register } = this.sources
    const named = asked.flatMap(({ id, name, city, country }) =>
      id === null && name !== null && city !== null && country !== null
        ? [{ name, city: city.name, country }]
        : [],
    )
    const free = named.filter(({ name, country, city }) => this.ofName(name, country, city) === null)
    this.spellings = joinSpellings(free, (city, country) => register.keyOf(city, country))
  }
}

/** A name as it was asked for, in its country. */
const askedBy = (key: string, country: string | null) => `${key}|${country ?? ''}`

const idOfRecord = ({ openalex, ror }: InstitutionRecord) =>
  openalex === null ? (ror as string) : `I${openalex}`

/** Whether a record is called so, by any of its names. */
function hasName({ name, nameZh, names = [], acronyms = [] }: InstitutionRecord, asked: string): boolean {
  const key = institutionKey(asked)
  return [name, nameZh, ...names, ...acronyms].some((each) => each !== null && institutionKey(each) === key)
}

function note(
  names: Names,
  asked: ReadonlySet<string>,
  name: string | null,
  known: Known,
  keyOf: (name: string) => string,
): void {
  if (name === null) return
  const key = keyOf(name)
  if (!asked.has(key)) return
  const all = names.get(key) ?? new Map<string, Known>()
  all.set(JSON.stringify(known), known)
  names.set(key, all)
}

const distinct = (known: readonly Known[]): string[] => [...new Set(known.map(({ id }) => id))].sort()
