/** Organisations of ROR dumps, in the schemas 1 and 2. */
import type { InstitutionCity, InstitutionRecord } from './institution-record.ts'
import { rorId } from '../../../shared/domain/identifiers.ts'
import type { Json } from './json-values.ts'
import { idIn, latitudeIn, listIn, longitudeIn, objectIn, placeCountry, textIn } from './json-values.ts'
import { furtherNames, listed, rorIds, textsIn } from './other-ids.ts'
import { sectorIn } from './sector.ts'

export interface RorOrganisation {
  record: InstitutionRecord
  /** How many places it has; its institution is in the first. */
  locations: number
}

/** Null where it has no ROR id or no name. */
export function parseRorV1(record: Json): RorOrganisation | null {
  const ror = rorId(textIn(record['id']) ?? '')
  const name = textIn(record['name'])
  if (!ror || !name) return null
  const addresses = listIn(record['addresses'])
  const country = objectIn(record['country'])
  const labels = listIn(record['labels']).map(objectIn)
  const chinese = labels.find((label) => isChinese(label?.['iso639']))
  return {
    locations: addresses.length,
    record: {
      openalex: null,
      ror,
      name,
      nameZh: textIn(chinese?.['label']),
      city: cityV1(objectIn(addresses[0])),
      ...placeCountry([country?.['country_code']], country?.['country_name']),
      sector: firstSector(record['types']),
      lineage: [],
      active: isActive(record['status']),
      ...furtherNames(
        [...textsIn(record['aliases']), ...labels.map((label) => textIn(label?.['label']))],
        name,
      ),
      ...listed('acronyms', textsIn(record['acronyms'])),
      ...listed('otherIds', rorIds(record['external_ids'])),
    },
  }
}

function cityV1(address: Json | null): InstitutionCity | null {
  if (!address) return null
  const geonames = objectIn(address['geonames_city'])
  const name = textIn(geonames?.['city']) ?? textIn(address['city'])
  if (!name) return null
  return {
    name,
    nameZh: null,
    geonames: idIn(geonames?.['id']),
    division: textIn(objectIn(geonames?.['geonames_admin1'])?.['name']) ?? textIn(address['state']),
    latitude: latitudeIn(address['lat']),
    longitude: longitudeIn(address['lng']),
  }
}

/** Null where it has no ROR id or no name. */
export function parseRorV2(record: Json): RorOrganisation | null {
  const ror = rorId(textIn(record['id']) ?? '')
  const names = listIn(record['names']).map(objectIn)
  const typed = (type: string) => names.find((name) => listIn(name?.['types']).includes(type))
  const shown = typed('ror_display') ?? typed('label') ?? names.find((name) => textIn(name?.['value']))
  const name = textIn(shown?.['value'])
  if (!ror || !name) return null
  const locations = listIn(record['locations'])
  const place = objectIn(locations[0])
  const details = objectIn(place?.['geonames_details']) ?? {}
  const chinese = names.filter(
    (entry) => isChinese(entry?.['lang']) && !listIn(entry?.['types']).includes('acronym'),
  )
  const label = chinese.find((entry) => listIn(entry?.['types']).includes('label')) ?? chinese[0]
  return {
    locations: locations.length,
    record: {
      openalex: null,
      ror,
      name,
      nameZh: textIn(label?.['value']),
      city: cityV2(details, idIn(place?.['geonames_id'])),
      ...placeCountry([details['country_code']], details['country_name']),
      sector: firstSector(record['types']),
      lineage: [],
      active: isActive(record['status']),
      ...furtherNames(valuesOf(names.filter((each) => !isAcronym(each))), name),
      ...listed('acronyms', valuesOf(names.filter(isAcronym))),
      ...listed('otherIds', rorIds(record['external_ids'])),
    },
  }
}

const isAcronym = (name: Json | null) => listIn(name?.['types']).includes('acronym')
const valuesOf = (names: readonly (Json | null)[]) => names.flatMap((name) => textIn(name?.['value']) ?? [])

function cityV2(details: Json, geonames: number | null): InstitutionCity | null {
  const name = textIn(details['name'])
  if (!name) return null
  return {
    name,
    nameZh: null,
    geonames,
    division: textIn(details['country_subdivision_name']),
    latitude: latitudeIn(details['lat']),
    longitude: longitudeIn(details['lng']),
  }
}

function isChinese(language: unknown): boolean {
  return /^(zh|chi|zho)\b/i.test(textIn(language) ?? '')
}

/** Many organisations are funders besides; what else they are says more. */
function firstSector(types: unknown): string | null {
  const sectors = listIn(types).map(sectorIn)
  return sectors.find((sector) => sector !== null && sector !== 'funder') ?? sectors.find(Boolean) ?? null
}

/** `inactive`, `withdrawn`, and `obsolete` of older dumps are not. */
function isActive(status: unknown): boolean {
  const text = textIn(status)?.toLowerCase()
  return text === undefined || text === 'active'
}
