/** The tables of places that a plan carries: made by the same code as those of an import, so that no rule is told twice. */
import type { NodeKey, Sighting } from '../articles/nodes.ts'
import { UNAFFILIATED_KEY } from '../articles/nodes.ts'
import { loadOtherNames } from '../names/other-names.ts'
import { loadCityNamesZh } from '../import/places/city-names.ts'
import { CityRegister } from '../import/places/cities.ts'
import type { InstitutionRecord } from '../import/places/institution-record.ts'
import type { Institutions } from '../import/places/institutions.ts'
import type { MetroTable } from '../import/places/metros.ts'
import { PrintedBook } from '../import/settle/printed-city.ts'
import type { ResolvedPlaces } from '../import/settle/resolve-places.ts'
import { resolvePlaces } from '../import/settle/resolve-places.ts'

/** Where an institution lies; what is not known is null. Ids are those of an index. */
export interface PlacedInstitution {
  name: string
  nameZh: string | null
  sector: string | null
  ror: string | null
  city: string | null
  metro: string | null
  /** The country that its record names, and that of its city: what a work says of the country stands between them. */
  country: string | null
  cityCountry: string | null
}

export interface PlanPlaces {
  /** By `I` and the number of OpenAlex. */
  byNode: [node: string, place: PlacedInstitution][]
  /** By the nine signs of ROR, for institutions that a work names and no file by its number. */
  byRor: [ror: string, place: PlacedInstitution][]
  resolved: ResolvedPlaces
}

/** Numbers for institutions that have none; no id of OpenAlex is that large. */
const BEYOND = 9e15

/** @param resourcesDir the app's folder of resources */
export function planPlaces(institutions: Institutions, metros: MetroTable, resourcesDir: string): PlanPlaces {
  const records = [...institutions.all()]
  const numbered = records.filter(({ openalex }) => openalex !== null)
  // Of several records with one ROR id the one that an import would ask.
  const rors = [...new Set(records.flatMap(({ ror }) => ror ?? []))]
  const numbers = numbered.map(({ openalex }) => openalex as number)
  const alone = rors.map((_, k) => BEYOND + k)
  const sightings = new Map<number, Sighting>(
    rors.map((ror, k) => [
      BEYOND + k,
      { key: BEYOND + k, updated: 0, work: 0, name: null, ror, country: null },
    ]),
  )
  const keys: NodeKey[] = [UNAFFILIATED_KEY, ...numbers, ...alone]
  const resolved = resolvePlaces(keys, sightings, {
    institutions,
    register: new CityRegister(loadCityNamesZh(resourcesDir), loadOtherNames(resourcesDir)),
    metros,
    printed: new PrintedBook(),
  })
  const placed = (record: InstitutionRecord, node: number): PlacedInstitution => {
    const { maps, cities, metros: areas } = resolved
    const city = cities[maps.city[node] as number]
    const metro = areas[maps.metro[node] as number]
    return {
      name: record.name,
      nameZh: record.nameZh,
      sector: record.sector,
      ror: record.ror,
      city: city?.id ?? null,
      metro: metro?.id ?? null,
      country: record.country,
      cityCountry: city?.country ?? null,
    }
  }
  return {
    byNode: numbered.map((record, k) => [`I${record.openalex}`, placed(record, 1 + k)]),
    byRor: rors.map((ror, k) => [
      ror,
      placed(institutions.byRor(ror) as InstitutionRecord, 1 + numbered.length + k),
    ]),
    resolved,
  }
}
