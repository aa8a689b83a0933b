import type { InstitutionCity, InstitutionRecord } from './institution-record.ts'
import { openAlexInstitution, rorId } from '../../../shared/domain/identifiers.ts'
import type { Json } from './json-values.ts'
import { idIn, latitudeIn, listIn, longitudeIn, objectIn, placeCountry, textIn } from './json-values.ts'
import { furtherNames, listed, openAlexIds, textsIn } from './other-ids.ts'
import { sectorIn } from './sector.ts'

/** Simplified Chinese first; what is only called Chinese may be either. */
const CHINESE = ['zh-hans', 'zh-cn', 'zh-sg', 'zh', 'zh-hant', 'zh-tw', 'zh-hk'] as const

/** An institution of OpenAlex; null where it has no id of an institution or no name. */
export function parseOpenAlex(record: Json): InstitutionRecord | null {
  const openalex = openAlexInstitution(textIn(record['id']) ?? '')
  const names = objectIn(objectIn(record['international'])?.['display_name']) ?? {}
  const name = textIn(record['display_name']) ?? textIn(names['en'])
  if (openalex === null || !name) return null
  const geo = objectIn(record['geo']) ?? {}
  return {
    openalex,
    ror: rorId(textIn(record['ror']) ?? textIn(objectIn(record['ids'])?.['ror']) ?? ''),
    name,
    nameZh: CHINESE.map((language) => textIn(names[language])).find(Boolean) ?? null,
    city: cityIn(geo),
    ...placeCountry([record['country_code'], geo['country_code']], geo['country']),
    sector: sectorIn(record['type']),
    lineage: lineageIn(record['lineage'], openalex),
    active: true,
    ...furtherNames(
      [...textsIn(record['display_name_alternatives']), ...Object.values(names).map(textIn)],
      name,
    ),
    ...listed('acronyms', textsIn(record['display_name_acronyms'])),
    ...listed('otherIds', openAlexIds(objectIn(record['ids']))),
  }
}

function cityIn(geo: Json): InstitutionCity | null {
  const name = textIn(geo['city'])
  if (!name) return null
  return {
    name,
    nameZh: null,
    geonames: idIn(geo['geonames_city_id']),
    division: textIn(geo['region']),
    latitude: latitudeIn(geo['latitude']),
    longitude: longitudeIn(geo['longitude']),
  }
}

function lineageIn(value: unknown, self: number): number[] {
  const numbers = listIn(value).map((id) => openAlexInstitution(textIn(id) ?? ''))
  return [...new Set(numbers.filter((number) => number !== null && number !== self))] as number[]
}
