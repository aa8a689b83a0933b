/** The cities of the world by country and name, of GeoNames, CC BY 4.0 (`scripts/places/gazetteer.ts`). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { nameKey } from '../../../shared/domain/slug.ts'
import { distanceKm } from '../places/distance.ts'
import type { GazetteerCity } from './country-places.ts'
import { CountryPlaces } from './country-places.ts'

export type { GazetteerCity }

/** Namesakes that lie this near are one place. */
const ONE_PLACE_KM = 25

export class Gazetteer {
  /** Rows of each country. */
  private readonly rows = new Map<string, Buffer>()
  private readonly countries = new Map<string, CountryPlaces>()
  private divisionsByName: Map<string, { country: string; division: string }[]> | null = null

  /** @param bytes as the script writes it: `=` a country, `+` a division, else a city with its degrees. */
  constructor(bytes: Buffer) {
    let from = bytes.indexOf(COUNTRY)
    while (from >= 0) {
      const end = bytes.indexOf(COUNTRY, from + 1)
      const rows = bytes.subarray(bytes.indexOf('\n', from + 1) + 1, end < 0 ? bytes.length : end + 1)
      this.rows.set(bytes.toString('latin1', from + 2, from + 4), rows)
      from = end
    }
  }

  /** The places of that name in a country; several where the name alone does not tell. */
  named(name: string, country: string): readonly GazetteerCity[] {
    return this.country(country).named(nameKey(name))
  }

  /** The places of that name anywhere; where some are the main ones of their name in a country, those alone. */
  anywhere(name: string): readonly GazetteerCity[] {
    const found = [...this.rows.keys()].flatMap((country) => this.named(name, country))
    const main = found.filter(({ isMain }) => isMain)
    return main.length > 0 ? main : found
  }

  /** The code of a first-level division, by its name or code; null where the country has none of that name. */
  divisionOf(name: string, country: string): string | null {
    return this.country(country).divisions.get(nameKey(name)) ?? null
  }

  /** The first-level divisions of that name or code anywhere. */
  divisionsNamed(name: string): readonly { country: string; division: string }[] {
    if (!this.divisionsByName) {
      this.divisionsByName = new Map()
      for (const [country, rows] of this.rows) {
        const text = rows.toString('utf8')
        for (const [, code = '', called = ''] of text.matchAll(/^\+([^\t\n]*)\t(.*)$/gm)) {
          for (const word of new Set([code, called].filter((each) => /\p{L}/u.test(each)).map(nameKey))) {
            const listed = this.divisionsByName.get(word) ?? []
            this.divisionsByName.set(word, [...listed, { country, division: code }])
          }
        }
      }
    }
    return this.divisionsByName.get(nameKey(name)) ?? []
  }

  /** The name of a division by its code; null where the country has none of that code. */
  divisionName(code: string, country: string): string | null {
    return this.country(country).divisionNames.get(code) ?? null
  }

  /** Countries are read when first asked for: an import meets few of them. */
  private country(code: string): CountryPlaces {
    let country = this.countries.get(code)
    if (!country) {
      country = new CountryPlaces(code, this.rows.get(code) ?? NOTHING)
      this.countries.set(code, country)
    }
    return country
  }
}

const COUNTRY = '\n='
const NOTHING = Buffer.alloc(0)

/** One of several: of those in the division, where one is told; all that lie at one place are one. Null where undecided. */
export function theOne(places: readonly GazetteerCity[], division: string | null): GazetteerCity | null {
  const within = division === null ? places : places.filter((place) => place.division === division)
  const [first] = within
  if (!first) return null
  if (within.every((place) => distanceKm(first, place) <= ONE_PLACE_KM)) return first
  const main = within.filter(({ isMain }) => isMain)
  if (main.length > 0 && main.every((place) => distanceKm(main[0] as GazetteerCity, place) <= ONE_PLACE_KM)) {
    return main[0] ?? null
  }
  // The seat of a division often bears its name: Lima in Lima.
  const seats = within.filter(({ name, divisionName }) => nameKey(name) === nameKey(divisionName))
  return seats.length === 1 ? (seats[0] ?? null) : null
}

/** @param resourcesDir the app's folder of resources. */
export function loadGazetteer(resourcesDir: string): Gazetteer {
  const packed = readFileSync(join(resourcesDir, 'index', 'gazetteer.txt.gz'))
  return new Gazetteer(gunzipSync(packed))
}
