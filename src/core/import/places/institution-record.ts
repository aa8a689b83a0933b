/** An institution as an institutions file (OpenAlex or ROR) describes it. */
export interface InstitutionRecord {
  /** Number of the OpenAlex id (`I27837315` → 27837315); null where unknown. */
  openalex: number | null
  /** The nine signs of the ROR id (`https://ror.org/02nr0ka47` → `02nr0ka47`), lower case; null where unknown. */
  ror: string | null
  name: string
  /** Simplified Chinese where the source has it, else any Chinese name; null where none. */
  nameZh: string | null
  city: InstitutionCity | null
  /** ISO 3166-1 alpha-2, upper case; null where unknown. */
  country: string | null
  /** The country's name, where the source gives no code. */
  countryName?: string
  /** `education`, `healthcare`, `company`, `archive`, `nonprofit`, `government`, `facility`, `funder`, `other`; null where unknown. */
  sector: string | null
  /** Numbers of the OpenAlex ids of its ancestors, without itself. */
  lineage: number[]
  /** False for records that the source calls inactive or withdrawn. */
  active: boolean
  /** Labels in other languages, aliases and former names. */
  names?: string[]
  acronyms?: string[]
  /** Ids of other registers, as in `other-ids.ts`. */
  otherIds?: string[]
}

export interface InstitutionCity {
  name: string
  nameZh: string | null
  /** GeoNames id of the city; null where unknown. */
  geonames: number | null
  /** First-level division, to tell cities of one name and country apart; null where unknown. */
  division: string | null
  /** Degrees; null where unknown. */
  latitude: number | null
  longitude: number | null
}

/** The record with the code of a country that its source only names. @param codeOf null where a name is not known */
export function withCountry(
  record: InstitutionRecord,
  codeOf: (name: string) => string | null,
): InstitutionRecord {
  const { countryName, ...rest } = record
  return countryName === undefined ? record : { ...rest, country: rest.country ?? codeOf(countryName) }
}
