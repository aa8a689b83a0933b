/** Which city a printed affiliation names: by its country at the end and a city of the gazetteer before it. */
import type { CityNamesZh } from '../places/city-names.ts'
import type { Countries } from '../places/countries.ts'
import type { Gazetteer, GazetteerCity } from './gazetteer.ts'
import { theOne } from './gazetteer.ts'
import { addressParts, withoutCode } from './address-parts.ts'
import { distanceKm } from '../places/distance.ts'
import type { Foldings } from './foldings.ts'

export interface PrintedPlace {
  /** Null where the address names none that is known, or one of several that cannot be told apart. */
  city: GazetteerCity | null
  /** ISO 3166-1 alpha-2. */
  country: string
  /** Whether a city stands there of which the country has several. */
  isAmbiguous: boolean
}

/** Parts before the country in which a city is looked for; what stands further left names streets and departments. */
const MOST_PARTS = 4
/** Words of a city's name where no comma parts it from what is before. */
const MOST_WORDS = 3
/** Ends of addresses remembered at a time. */
const REMEMBERED = 20_000
/** A suburb lies within so many kilometres of its city. */
const SUBURB_KM = 40

export class AddressReader {
  private readonly countries: Countries
  private readonly gazetteer: Gazetteer
  private readonly foldings: Foldings
  private readonly namesZh: CityNamesZh
  private readonly codes = new Map<string, string | null>()

  constructor(countries: Countries, gazetteer: Gazetteer, foldings: Foldings, namesZh: CityNamesZh) {
    this.countries = countries
    this.gazetteer = gazetteer
    this.foldings = foldings
    this.namesZh = namesZh
  }

  /** The place that an address names; null where it ends with no country. Of several addresses the first counts. */
  read(address: string): PrintedPlace | null {
    const parts = addressParts(address)
    const found = this.countryOf(parts)
    if (!found) return null
    const { country, before } = found
    return { country, ...this.cityIn(before, country) }
  }

  /** The country, and the parts before it; what stands in one part with it (`MD 20892 USA`) is the last of them. */
  private countryOf(parts: readonly string[]): { country: string; before: string[] } | null {
    const last = parts.at(-1)
    if (last === undefined) return null
    const before = parts.slice(0, -1)
    const whole = this.codeOf(last)
    if (whole) return { country: whole, before: isPlaceItself(whole) ? [...parts] : before }
    const words = withoutCode(last).split(' ')
    for (let from = 1; from < words.length; from++) {
      const country = this.codeOf(words.slice(from).join(' '))
      if (country) return { country, before: [...before, words.slice(0, from).join(' ')] }
    }
    // `Boston, MA 02115` and `Vancouver, BC, Canada, V6T 1Z3`
    if (before.length > 0 && US_STATE.test(last) && this.gazetteer.divisionOf(last.slice(0, 2), 'US')) {
      return { country: 'US', before: [...parts] }
    }
    return before.length > 1 && withoutCode(last) === '' ? this.countryOf(before) : null
  }

  /** Few texts end addresses: each is looked up once. */
  private codeOf(text: string): string | null {
    let code = this.codes.get(text)
    if (code === undefined) {
      if (this.codes.size >= REMEMBERED) this.codes.clear()
      this.codes.set(text, (code = this.lookUp(text)))
    }
    return code
  }

  private lookUp(text: string): string | null {
    const name = withoutCode(text)
    if (name.length < 2) return null
    // Two letters are more often a state or a province than a country.
    if (/^[A-Za-z]{2}$/.test(name)) return /^(?:UK|US|UAE)$/i.test(name) ? this.countries.codeOf(name) : null
    const inBrackets = /^(.*?)\s*\(([^)]*)\)$/.exec(name)
    return (
      this.countries.codeOf(name) ??
      (inBrackets &&
        (this.countries.codeOf(inBrackets[1] ?? '') ?? this.countries.codeOf(inBrackets[2] ?? '')))
    )
  }

  private cityIn(before: readonly string[], country: string): Omit<PrintedPlace, 'country'> {
    let division: string | null = null
    let asDivision: GazetteerCity | null = null
    let isAmbiguous = false
    let looked = 0
    for (const part of before.toReversed()) {
      if (looked++ >= MOST_PARTS) break
      const name = withoutCode(part)
      if (name === '') continue
      const places =
        ORGANISATION.test(name) && !PARKS.test(name) ? [] : this.placesOf(name, country, division)
      const own = this.gazetteer.divisionOf(name, country)
      if (own !== null && division === null) {
        division = own
        // `New York, USA` is the city, `Ithaca, New York, USA` the state.
        asDivision = theOne(places, null) ?? theOne(places, own)
        continue
      }
      const city =
        theOne(places, division) ??
        (division === null ? null : theOne(places, null)) ??
        this.withDivision(name, country)
      if (city) return { city, isAmbiguous: false }
      if (places.length > 0) isAmbiguous = true
      const within = before.length === 1 || looked === 1 ? this.atTheEnd(name, country, division) : null
      if (within) return { city: within, isAmbiguous: false }
    }
    return { city: asDivision, isAmbiguous: asDivision === null && isAmbiguous }
  }

  private placesOf(name: string, country: string, division: string | null): readonly GazetteerCity[] {
    const places = this.folded(name, country, division)
    if (places.length > 0) return places
    const short = /^(?:city of )?(.+?)(?: city| municipality| metropolitan)?$/i.exec(name)?.[1] ?? name
    return short === name ? places : this.folded(short, country, division)
  }

  /** The city that a suburb is counted in; of a name that is also borne by places elsewhere only where a division tells. */
  private folded(given: string, country: string, division: string | null): readonly GazetteerCity[] {
    const name = /\p{Script=Han}/u.test(given) ? (this.namesZh.findZh(given, country)?.name ?? given) : given
    const own = this.gazetteer.named(name, country)
    const called = this.foldings.cityOf(name, country)
    if (called === null) return own
    const city = theOne(this.gazetteer.named(called, country), null)
    if (!city) return own
    const isElsewhere = own.some((place) => distanceKm(place, city) > SUBURB_KM)
    return isElsewhere && division !== city.division ? own : [city]
  }

  /** A city and its division in one part: `Atlanta Georgia`, `Recife PE`. */
  private withDivision(part: string, country: string): GazetteerCity | null {
    const words = part.split(' ')
    for (let at = words.length - 1; at > 0; at--) {
      const tail = words.slice(at).join(' ')
      const division = this.gazetteer.divisionOf(tail, country)
      // Letters of a division that the gazetteer numbers, as those of Brazil
      if (division === null && !/^[A-Z]{2,3}$/.test(tail)) continue
      const city = theOne(this.placesOf(words.slice(0, at).join(' '), country, division), division)
      if (city) return city
    }
    return null
  }

  /** The city that ends a part without a comma before it: `Kintampo HDSS Kintampo`. */
  private atTheEnd(part: string, country: string, division: string | null): GazetteerCity | null {
    const words = part.split(' ')
    for (let count = Math.min(MOST_WORDS, words.length - 1); count > 0; count--) {
      const name = words.slice(-count).join(' ')
      if (!/^\p{Lu}/u.test(name) || ORGANISATION.test(name) || JOINING.test(words.at(-count - 1) ?? ''))
        continue
      const city = theOne(this.placesOf(name, country, division), division)
      if (city) return city
    }
    return null
  }
}

const US_STATE = /^[A-Z]{2}(?: \d{5}(?:-\d{4})?)?$/
/** Words of organisations and streets that are names of towns as well, such as College in Alaska. */
const ORGANISATION =
  /\b(?:univers\w*|college|school|cent(?:er|re|ro)|institut\w*|hospital|academy|faculty|department|division|street|road|avenue|park|campus|hall|health|science|research)\b/i
/** A word after these is a part of an organisation's name: `Bank of Kigali`. */
/** Suburbs that are named after one: `College Park`, `Menlo Park`. */
const PARKS = /^\p{Lu}\S+ park$/iu
const JOINING = /^(?:of|de|di|do|da|du|in|for|the|and|la|el)$/i
/** Where the country is a city; its name is looked for among the cities as well. */
const isPlaceItself = (country: string) =>
  ['HK', 'MO', 'SG', 'MC', 'LU', 'VA', 'GI', 'SM', 'DJ', 'KW', 'PA', 'GT'].includes(country)
