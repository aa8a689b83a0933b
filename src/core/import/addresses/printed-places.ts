/**
 * Places that printed addresses name, for those of whom no file tells: collected by a parsing thread. Addresses repeat, so
 * each is read once while it is remembered.
 */
import { nameKey } from '../../../shared/domain/slug.ts'
import type { PrintedMark, PrintedSighting } from '../../articles/nodes.ts'
import { loadCityNamesZh } from '../places/city-names.ts'
import { loadCountries } from '../places/countries.ts'
import { Foldings } from './foldings.ts'
import type { Folding } from './foldings.ts'
import { loadGazetteer } from './gazetteer.ts'
import type { PrintedPlace } from './read-address.ts'
import { AddressReader } from './read-address.ts'

/** Addresses remembered at a time: a few megabytes. */
const REMEMBERED = 40_000
/** Verdicts on nodes; 0 is none yet. */
const [PLACED, WANTED] = [1, 2]

export interface PrintedSources {
  resourcesDir: string
  suburbs: readonly Folding[]
  /** Numbers of the institutions whose city a file tells. */
  placed: Iterable<number>
}

export class PrintedPlaces {
  private readonly sources: PrintedSources
  private reader: AddressReader | null = null
  private readonly placed: ReadonlySet<number>
  private verdicts = new Uint8Array(1024)
  private readonly remembered = new Map<string, PrintedPlace | null>()
  private readonly keys = new Map<string, string>()
  private readonly sightings = new Map<number, Map<string, PrintedSighting>>()

  constructor(sources: PrintedSources) {
    this.sources = sources
    this.placed = new Set(sources.placed)
  }

  /** Whether nobody tells where an institution is. */
  isWanted(institution: number): boolean {
    return !this.placed.has(institution)
  }

  /** As `isWanted`, remembered by the node that this thread gave the institution: each author asks. */
  isWantedNode(node: number, institution: number): boolean {
    if (node >= this.verdicts.length) {
      const longer = new Uint8Array(2 * node)
      longer.set(this.verdicts)
      this.verdicts = longer
    }
    if (this.verdicts[node] === 0) this.verdicts[node] = this.isWanted(institution) ? WANTED : PLACED
    return this.verdicts[node] === WANTED
  }

  placeOf(address: string): PrintedPlace | null {
    let place = this.remembered.get(address)
    if (place === undefined) {
      if (this.remembered.size >= REMEMBERED) this.remembered.clear()
      this.remembered.set(address, (place = this.read(address)))
    }
    return place
  }

  /** The gazetteer is loaded with the first address: most imports bring files that place everything. */
  private read(address: string): PrintedPlace | null {
    const { resourcesDir, suburbs } = this.sources
    this.reader ??= new AddressReader(
      loadCountries(resourcesDir),
      loadGazetteer(resourcesDir),
      new Foldings(suburbs),
      loadCityNamesZh(resourcesDir),
    )
    return this.reader.read(address)
  }

  /**
   * Notes the addresses of an author who is at these institutions. Where there are several, an address is only that of one
   * whose name stands in it.
   */
  note(institutions: readonly { number: number; name: string | null }[], addresses: Iterable<string>): void {
    for (const address of addresses) {
      const place = this.placeOf(address)
      if (!place?.city) continue
      const text = this.keyOf(address)
      for (const { number, name } of institutions) {
        if (!this.isWanted(number)) continue
        const isNamed = name !== null && text.includes(this.keyOf(plainName(name)))
        if (isNamed || institutions.length === 1) this.add(number, place, isNamed)
      }
    }
  }

  /** Names and addresses repeat from author to author. */
  private keyOf(text: string): string {
    let key = this.keys.get(text)
    if (key === undefined) {
      if (this.keys.size >= REMEMBERED) this.keys.clear()
      this.keys.set(text, (key = nameKey(text)))
    }
    return key
  }

  private add(number: number, { city, country }: PrintedPlace, isNamed: boolean): void {
    if (!city) return
    const key = `${city.name}|${city.geonames}|${city.latitude}|${city.longitude}`
    const ofInstitution = this.sightings.get(number) ?? new Map<string, PrintedSighting>()
    this.sightings.set(number, ofInstitution)
    let sighting = ofInstitution.get(key)
    if (!sighting) {
      sighting = { key: number, city: city.name, country, mark: markOf(city), named: 0, other: 0 }
      ofInstitution.set(key, sighting)
    }
    if (isNamed) sighting.named += 1
    else sighting.other += 1
  }

  /** What was noted since the last call. */
  take(): PrintedSighting[] {
    const taken = [...this.sightings.values()].flatMap((cities) => [...cities.values()])
    this.sightings.clear()
    return taken
  }
}

/** A company's name carries its country in brackets, which addresses do not. */
const plainName = (name: string) => (name.endsWith(')') ? name.replace(/\s*\([^)]*\)$/, '') : name)

export function markOf(city: NonNullable<PrintedPlace['city']>): PrintedMark {
  return [city.geonames, city.divisionName || null, city.latitude, city.longitude]
}
