/** Institutions of any number of files, joined by OpenAlex number and ROR id. */
import type { InstitutionCity, InstitutionRecord } from './institution-record.ts'
import { furtherNames, listed, otherIds } from './other-ids.ts'

export interface InstitutionsSummary {
  openalex: number
  ror: number
  /** OpenAlex institutions that a ROR record completed. */
  joined: number
  /** Further records of one id; the more complete one is kept. */
  duplicates: number
  /** Pairs of institutions each of which names the other as its ancestor, lower number first; neither is kept. */
  cycles: [number, number][]
}

/**
 * An OpenAlex record comes first; ROR's record of the same id gives what it lacks. What is found does not depend
 * on the order in which records were added.
 */
export class Institutions {
  private readonly openalex = new Map<number, InstitutionRecord>()
  private readonly ror = new Map<string, InstitutionRecord>()
  /** Of tables that give places and no names. */
  private readonly places = new Map<number, InstitutionRecord>()
  private readonly numberOfRor = new Map<string, number>()
  private readonly merged = new Map<number, InstitutionRecord>()
  private byOther: Map<string, InstitutionRecord[]> | null = null
  private duplicates = 0

  add(record: InstitutionRecord): void {
    this.merged.clear()
    this.byOther = null
    if (record.name === '') {
      if (record.openalex !== null)
        this.places.set(record.openalex, this.better(this.places.get(record.openalex), record))
      return
    }
    if (record.openalex === null) {
      if (record.ror !== null) this.ror.set(record.ror, this.better(this.ror.get(record.ror), record))
      return
    }
    const kept = this.better(this.openalex.get(record.openalex), record)
    this.openalex.set(record.openalex, kept)
    if (record.ror === null) return
    const known = this.numberOfRor.get(record.ror) ?? Infinity
    this.numberOfRor.set(record.ror, Math.min(known, record.openalex))
  }

  get size(): number {
    const alone = [...this.ror.keys()].filter((id) => !this.numberOfRor.has(id)).length
    return this.openalex.size + alone
  }

  byOpenAlex(number: number): InstitutionRecord | null {
    const known = this.merged.get(number)
    if (known) return known
    const record = this.openalex.get(number) ?? this.places.get(number)
    if (!record) return null
    const merged = this.complete(record)
    this.merged.set(number, merged)
    return merged
  }

  /** @param id nine signs, lower case (see `rorId`). */
  byRor(id: string): InstitutionRecord | null {
    const number = this.numberOfRor.get(id)
    return number === undefined ? (this.ror.get(id) ?? null) : this.byOpenAlex(number)
  }

  /**
   * The institution that has an id of another register (GRID, Wikidata, ISNI, funders of Crossref, MAG); null where none or
   * more than one has it. @param fits asked where the id does not say of which register it is
   */
  byOtherId(text: string, fits: (record: InstitutionRecord) => boolean): InstitutionRecord | null {
    const { ids, isSure } = otherIds(text)
    if (ids.length === 0) return null
    this.byOther ??= this.indexOthers()
    const found = new Set(ids.flatMap((id) => this.byOther?.get(id) ?? []))
    const [record] = found
    return found.size === 1 && record && (isSure || fits(record)) ? record : null
  }

  private indexOthers(): Map<string, InstitutionRecord[]> {
    const index = new Map<string, InstitutionRecord[]>()
    for (const record of this.all())
      for (const id of record.otherIds ?? []) index.set(id, [...(index.get(id) ?? []), record])
    return index
  }

  /** OpenAlex numbers of those whose city is known. */
  placed(): Float64Array {
    return Float64Array.from([...this.openalex.keys()].filter((number) => this.byOpenAlex(number)?.city))
  }

  /** Every institution once, OpenAlex numbers ascending, then those that only ROR has. */
  *all(): Generator<InstitutionRecord> {
    for (const number of [...this.openalex.keys()].sort((a, b) => a - b)) {
      const record = this.byOpenAlex(number)
      if (record) yield record
    }
    for (const id of [...this.ror.keys()].sort()) {
      const record = this.ror.get(id)
      if (record && !this.numberOfRor.has(id)) yield record
    }
  }

  summary(): InstitutionsSummary {
    const cycles = new Map<string, [number, number]>()
    let joined = 0
    for (const [number, record] of this.openalex) {
      if (record.ror !== null && this.ror.has(record.ror)) joined += 1
      for (const ancestor of record.lineage) {
        if (!this.isCyclic(number, ancestor)) continue
        const pair: [number, number] = number < ancestor ? [number, ancestor] : [ancestor, number]
        cycles.set(pair.join('-'), pair)
      }
    }
    return {
      openalex: this.openalex.size,
      ror: this.ror.size,
      joined,
      duplicates: this.duplicates,
      cycles: [...cycles.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]),
    }
  }

  private isCyclic(number: number, ancestor: number): boolean {
    return this.openalex.get(ancestor)?.lineage.includes(number) ?? false
  }

  private better(known: InstitutionRecord | undefined, other: InstitutionRecord): InstitutionRecord {
    if (!known) return other
    this.duplicates += 1
    const gain = completeness(other) - completeness(known)
    if (gain !== 0) return gain > 0 ? other : known
    // Equally complete: any rule will do that does not ask which came first.
    return JSON.stringify(other) < JSON.stringify(known) ? other : known
  }

  private complete(given: InstitutionRecord): InstitutionRecord {
    const place = this.places.get(given.openalex ?? 0)
    const record = place
      ? { ...given, city: completeCity(given.city, place.city), country: given.country ?? place.country }
      : given
    const ror = record.ror === null ? undefined : this.ror.get(record.ror)
    const number = record.openalex ?? 0
    const lineage = record.lineage.filter((ancestor) => !this.isCyclic(number, ancestor))
    if (!ror) return { ...record, lineage }
    return {
      ...record,
      lineage,
      nameZh: record.nameZh ?? ror.nameZh,
      city: completeCity(record.city, ror.city),
      country: record.country ?? ror.country,
      sector: record.sector ?? ror.sector,
      ...joinedLists(record, ror),
    }
  }
}

/** What either says of further names and ids, and ROR's name. */
function joinedLists(record: InstitutionRecord, ror: InstitutionRecord): Partial<InstitutionRecord> {
  return {
    ...furtherNames([...(record.names ?? []), ror.name, ror.nameZh, ...(ror.names ?? [])], record.name),
    ...listed('acronyms', [...(record.acronyms ?? []), ...(ror.acronyms ?? [])]),
    ...listed('otherIds', [...(record.otherIds ?? []), ...(ror.otherIds ?? [])]),
  }
}

/** ROR's city where OpenAlex has none; where both name one place, what OpenAlex leaves out. */
function completeCity(city: InstitutionCity | null, other: InstitutionCity | null): InstitutionCity | null {
  if (!city || !other) return city ?? other
  const samePlace = city.geonames === null ? city.name === other.name : city.geonames === other.geonames
  if (!samePlace) return city
  return {
    name: city.name,
    nameZh: city.nameZh ?? other.nameZh,
    geonames: city.geonames ?? other.geonames,
    division: city.division ?? other.division,
    latitude: city.latitude ?? other.latitude,
    longitude: city.longitude ?? other.longitude,
  }
}

/** A record that is active and has a city comes before one that has more of the rest. */
function completeness(record: InstitutionRecord): number {
  const { active, city, country, ror, nameZh, sector } = record
  const facts = [country, ror, nameZh, sector, city?.geonames, city?.division]
  return (
    (active ? 100 : 0) + (city ? 50 : 0) + facts.filter((fact) => fact !== null && fact !== undefined).length
  )
}
