/** Which institution an affiliation in words means: by its ids, or by its name where one institution alone has it. */
import type { NodeKey, Sighting, WordKey } from '../../articles/nodes.ts'
import { openAlexInstitution, rorId } from '../../../shared/domain/identifiers.ts'
import { cityKey } from '../../../shared/domain/city-key.ts'
import { nameKey, slug } from '../../../shared/domain/slug.ts'
import type { InstitutionRecord } from '../places/institution-record.ts'
import type { Institutions } from '../places/institutions.ts'

/** An id in one spelling: `I27837315`, the nine signs of ROR, else as the source writes it. */
function plainId(id: string): string {
  const number = openAlexInstitution(id)
  return number === null ? (rorId(id) ?? id) : `I${number}`
}

/** A name as it is matched: "The University of Tokyo" is "University of Tokyo". */
const institutionKey = (name: string) => (nameKey(name) || name).replace(/^the (?=\S+ )/, '')

/** The id of an institution that has none: its name and country. */
export function idOfName(name: string, region: string | null): string {
  const words = (slug(name) || name).replace(/^the-(?=[^-]+-)/, '')
  return region === null ? words : `${words}-${region.toLowerCase()}`
}

interface Known {
  id: string
  country: string | null
  city: string | null
}

/**
 * What is one does not depend on which row or file came first: all names and ids of an import are known before any is
 * asked for.
 */
export class InstitutionIdentity {
  private readonly institutions: Institutions
  private readonly numberOfRor = new Map<string, number>()
  private readonly byName = new Map<string, Map<string, Known>>()

  constructor(
    keys: readonly NodeKey[],
    sightings: ReadonlyMap<number, Sighting>,
    institutions: Institutions,
  ) {
    this.institutions = institutions
    const words = keys.filter((key): key is string => typeof key === 'string' && key.startsWith('['))
    if (words.length === 0) return
    for (const { key, ror } of sightings.values()) if (ror !== null) this.noteRor(ror, key)
    const asked = words.map((key) => JSON.parse(key) as WordKey)
    const names = new Set(asked.flatMap(([, name]) => (name === null ? [] : institutionKey(name))))
    const note = (name: string | null, known: Known) => {
      if (name !== null) this.noteName(names, name, known)
    }
    for (const { openalex, ror, name, nameZh, country, city } of institutions.all()) {
      const known = {
        id: openalex === null ? (ror as string) : `I${openalex}`,
        country,
        city: city?.name ?? null,
      }
      note(name, known)
      note(nameZh, known)
    }
    for (const { key, name, country } of sightings.values())
      note(name, { id: `I${key}`, country, city: null })
    for (const [id, name, city, country] of asked) {
      if (id === null) continue
      const record = this.recordOf(id)
      note(name, { id: this.idOf(id), country: country ?? record?.country ?? null, city })
    }
    this.joinIds()
  }

  /** The record that an id names; null where no file has it. */
  recordOf(id: string): InstitutionRecord | null {
    const number = openAlexInstitution(id)
    if (number !== null) return this.institutions.byOpenAlex(number)
    const ror = rorId(id)
    if (ror === null) return null
    const record = this.institutions.byRor(ror)
    const known = this.numberOfRor.get(ror)
    return record ?? (known === undefined ? null : this.institutions.byOpenAlex(known))
  }

  /** The id of OpenAlex where it is known, so that works and tables meet; else the id in one spelling. */
  idOf(id: string): string {
    const plain = plainId(id)
    const number = this.recordOf(id)?.openalex ?? this.numberOfRor.get(plain)
    return number === undefined || number === null ? plain : `I${number}`
  }

  /**
   * The id that an institution of this name has elsewhere: in the country, or where none is given in any; of several the
   * one in the city. Null where that is none, or more than one.
   */
  ofName(name: string, country: string | null, city: string | null): string | null {
    const all = [...(this.byName.get(institutionKey(name))?.values() ?? [])]
    const inCountry = country === null ? all : all.filter((known) => known.country === country)
    const own = distinct(inCountry)
    if (own.length < 2) return own[0] ?? null
    const here = distinct(inCountry.filter((known) => sameCity(known.city, city, known.country ?? country)))
    return here.length === 1 ? (here[0] ?? null) : null
  }

  private noteRor(ror: string, number: number): void {
    this.numberOfRor.set(ror, Math.min(this.numberOfRor.get(ror) ?? Infinity, number))
  }

  private noteName(asked: ReadonlySet<string>, name: string, known: Known): void {
    const key = institutionKey(name)
    if (!asked.has(key)) return
    const all = this.byName.get(key) ?? new Map<string, Known>()
    all.set(JSON.stringify(known), known)
    this.byName.set(key, all)
  }

  /** An id of ROR and one of OpenAlex under one name and country, each the only one of its kind, are one institution's. */
  private joinIds(): void {
    for (const all of this.byName.values()) {
      for (const [country, inCountry] of Map.groupBy(all.values(), (known) => known.country)) {
        const ids = distinct(inCountry)
        const [number, second] = ids.flatMap((id) => openAlexInstitution(id) ?? [])
        const [ror, other] = ids.filter((id) => rorId(id) !== null)
        if (country === null || !number || !ror || second !== undefined || other !== undefined) continue
        if (this.institutions.byRor(ror) !== null || this.institutions.byOpenAlex(number)?.ror) continue
        this.noteRor(ror, number)
      }
    }
    for (const all of this.byName.values())
      for (const [key, known] of all) all.set(key, { ...known, id: this.idOf(known.id) })
  }
}

const distinct = (known: readonly Known[]): string[] => [...new Set(known.map(({ id }) => id))].sort()

function sameCity(a: string | null, b: string | null, country: string | null): boolean {
  return a !== null && b !== null && cityKey(a, country) === cityKey(b, country)
}
