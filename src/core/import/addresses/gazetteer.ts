/** The cities of the world by country and name, of GeoNames, CC BY 4.0 (`scripts/places/gazetteer.ts`). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { nameKey } from '../../../shared/domain/slug.ts'
import { distanceKm } from '../places/distance.ts'

export interface GazetteerCity {
  name: string
  /** ISO 3166-1 alpha-2. */
  country: string
  /** Code and name of the first-level division; empty where there is none. */
  division: string
  divisionName: string
  /** Degrees, to about a kilometre. */
  latitude: number
  longitude: number
  /** GeoNames id; null where the gazetteer has none. */
  geonames: number | null
  /** By far the largest of its name in the country. */
  isMain: boolean
}

interface Country {
  cities: Map<string, GazetteerCity[]>
  /** Codes of divisions by the keys of their names and codes. */
  divisions: Map<string, string>
  divisionNames: Map<string, string>
}

/** Namesakes that lie this near are one place. */
const ONE_PLACE_KM = 25

export class Gazetteer {
  private readonly texts = new Map<string, string>()
  private readonly countries = new Map<string, Country>()
  private divisionsByName: Map<string, { country: string; division: string }[]> | null = null

  /** @param text as the script writes it: `=` a country, `+` a division, else a city with its degrees. */
  constructor(text: string) {
    for (const part of text.split('\n=').slice(1)) this.texts.set(part.slice(0, 2), part)
  }

  /** The places of that name in a country; several where the name alone does not tell. */
  named(name: string, country: string): readonly GazetteerCity[] {
    return this.country(country).cities.get(nameKey(name)) ?? []
  }

  /** The places of that name anywhere; where some are the main ones of their name in a country, those alone. */
  anywhere(name: string): readonly GazetteerCity[] {
    const found = [...this.texts.keys()].flatMap((country) => this.named(name, country))
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
      for (const [country, text] of this.texts) {
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
  private country(code: string): Country {
    let country = this.countries.get(code)
    if (!country) {
      country = readCountry(code, this.texts.get(code) ?? '')
      this.countries.set(code, country)
    }
    return country
  }
}

function readCountry(code: string, text: string): Country {
  const country: Country = { cities: new Map(), divisions: new Map(), divisionNames: new Map() }
  let [division, divisionName] = ['', '']
  for (const line of text.split('\n').slice(1)) {
    const [name = '', second = '', third, id = '', mark] = line.split('\t')
    if (name.startsWith('+')) {
      ;[division, divisionName] = [name.slice(1), second]
      country.divisionNames.set(division, divisionName)
      for (const word of [division, divisionName]) {
        if (/\p{L}/u.test(word)) country.divisions.set(nameKey(word), division)
      }
    } else if (third !== undefined) {
      const city = { name, country: code, division, divisionName }
      const key = nameKey(name)
      const listed = country.cities.get(key) ?? []
      country.cities.set(key, listed)
      listed.push({
        ...city,
        latitude: Number(second),
        longitude: Number(third),
        geonames: id === '' ? null : parseInt(id, 36),
        isMain: mark === '*',
      })
    }
  }
  return country
}

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
  return new Gazetteer(gunzipSync(packed).toString('utf8'))
}
