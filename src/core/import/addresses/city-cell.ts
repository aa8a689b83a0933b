/**
 * A cell that names a city, and often more than that: `Rochester, MN`, `Cambridge (UK)`, `Paris, France`, `City of London`,
 * `北京市海淀区`. What stands behind the name is taken off where it is a division or a country that is known.
 */
import type { Countries } from '../places/countries.ts'
import type { OtherNames } from '../../names/other-names.ts'
import type { Gazetteer, GazetteerCity } from './gazetteer.ts'
import { theOne } from './gazetteer.ts'
import { codedDivision, CODED_COUNTRIES, isLetteredDivision } from './division-codes.ts'
import { isDivision, isDivisionCode } from './divisions.ts'
import { isTerritory, isTerritoryOf } from './territories.ts'
import { plainNames } from './plain-names.ts'
import { withoutPostalCode } from './postal-codes.ts'

export interface CityCell {
  /** The city's name; null where the cell contradicts the country that its row names. */
  name: string | null
  /** Alpha-2, as row or cell say; null where neither does. */
  country: string | null
  /** Where the division tells which of several it is. */
  division: string | null
  geonames: number | null
  latitude: number | null
  longitude: number | null
}

/** What stands behind a city's name. */
interface Tail {
  country: string
  /** Code of the division; null where it names the country, or one that tells us nothing. */
  division: string | null
  /** Whether it says a country by its name, which nothing else could mean. */
  isSure: boolean
}

/** More than a name. */
const JOINED = /[,，、;/()（）[\]]/
const AFFIXED =
  /\s[A-Z]{2,3}$|^(?:\S+ ){1,2}(?:of|de|di)\s|[\s-](?:shi|si|city|municipality)$|^(?:stadt|gorod|г\.|м\.|город)\s?|[\p{Script=Han}\p{Script=Hangul}]{2}/iu

export class CityCells {
  private readonly countries: Countries
  private readonly others: OtherNames
  private readonly load: () => Gazetteer
  private loaded: Gazetteer | null = null

  /** @param load the gazetteer, which is read with the first cell that needs it */
  constructor(countries: Countries, others: OtherNames, load: () => Gazetteer) {
    this.countries = countries
    this.others = others
    this.load = load
  }

  private get gazetteer(): Gazetteer {
    this.loaded ??= this.load()
    return this.loaded
  }

  /** @param country alpha-2 that the row gives; null where it gives none */
  read(cell: string, given: string | null): CityCell {
    const country = given === null ? null : this.territoryOr(cell, given)
    const read = this.readName(cell, country)
    const bare = withoutPostalCode(cell)
    if (bare === cell || bare === '' || (read.name !== null && this.isKnown(read.name, read.country, null)))
      return read
    const found = this.readName(bare, country)
    return found.name !== null && this.isKnown(found.name, found.country, null) ? found : read
  }

  /** Hong Kong and Macao are cities and codes of their own, also where a row gives the country as China. */
  private territoryOr(cell: string, country: string): string {
    const code = this.countries.codeOf(cell)
    return code !== null && isTerritoryOf(code, country) ? code : country
  }

  private readName(cell: string, country: string | null): CityCell {
    const literal = { name: cell, country, ...NOWHERE }
    const isJoined = JOINED.test(cell)
    if (!isJoined && !AFFIXED.test(cell)) return literal
    const isName = this.others.find(cell, country) !== null
    if (isName && !isJoined) return literal
    if (country !== null && this.gazetteer.named(cell, country).length > 0) return literal
    const slashed = this.sameCity(cell.split('/'), country)
    if (slashed) return { ...literal, name: slashed }
    const read = isJoined ? this.withoutTails(partsOf(cell), country) : this.withCode(cell, country)
    if (read && !(isName && read.name === null)) return read
    const plain = this.plain(cell, country)
    return plain === null ? literal : { ...literal, ...plain }
  }

  /** `München/Munich`: names of one city. */
  private sameCity(names: readonly string[], country: string | null): string | null {
    if (names.length < 2) return null
    const known = names.map((name) => this.others.find(name.trim(), country))
    return known.every((city) => city !== null && city === known[0]) ? (known[0]?.name ?? null) : null
  }

  private withoutTails(parts: readonly string[], country: string | null): CityCell | null {
    const [head, ...behind] = parts
    if (head === undefined || behind.length === 0) return null
    let found = { country, division: null as string | null }
    for (const [at, part] of behind.toReversed().entries()) {
      const tail = this.tailOf(part, found.country, head)
      if (tail === 'elsewhere') return { name: null, country, ...NOWHERE }
      if (tail === null) {
        // What cannot be read stands between a city that is known and its country (`Oxford, Oxfordshire, UK`).
        if (at > 0 && this.isKnown(head, found.country, null)) continue
        return null
      }
      found = { country: country ?? tail.country, division: found.division ?? tail.division }
    }
    return this.cellOf(head, found.country, found.division)
  }

  /** `Boston MA`, `Washington DC`: a code without a comma, where the country has such a city in that division. */
  private withCode(cell: string, country: string | null): CityCell | null {
    const [, head = '', code = ''] = /^(.+)\s([A-Z]{2,3})$/.exec(cell) ?? []
    if (code === '') return null
    const tail = this.tailOf(code, country, head)
    if (tail === null || tail === 'elsewhere' || !this.isKnown(head, tail.country, tail.division)) return null
    return this.cellOf(head, tail.country, tail.division)
  }

  private cellOf(given: string, country: string | null, division: string | null): CityCell {
    const head = this.plain(given, country)?.name ?? given
    const place = country === null || division === null ? null : this.placeIn(head, country, division)
    const called =
      division === null || country === null ? null : this.gazetteer.divisionName(division, country)
    if (!place) return { ...NOWHERE, name: head, country, division: called }
    const { geonames, latitude, longitude } = place
    return { name: head, country, division: called, geonames, latitude, longitude }
  }

  /** @param head the city's name, by which a tail of two meanings is told */
  private tailOf(text: string, country: string | null, head: string): Tail | 'elsewhere' | null {
    if (country !== null) return this.tailWithin(text, country)
    const all = this.meanings(text)
    const countriesOf = (tails: readonly Tail[]) => new Set(tails.map((tail) => tail.country)).size
    const sure = all.find(({ isSure }) => isSure)
    if (sure && countriesOf(all) === 1) return sure
    const fitting = all.filter((tail) => this.isKnown(head, tail.country, tail.division))
    return countriesOf(fitting) === 1 ? (fitting[0] ?? null) : null
  }

  private tailWithin(text: string, country: string): Tail | 'elsewhere' | null {
    const nothing = { country, division: null, isSure: true }
    const code = this.codeOf(text)
    const own = this.divisionOf(text, country)
    // `Mexico City, Mexico` names the country, not its state of that name.
    if (code === country && (own === null || text.length > 3)) return nothing
    if (own !== null) return { country, division: own, isSure: true }
    if (code !== null && isTerritory(code, country)) return nothing
    if (isLetteredDivision(text, country) || (!isDivisionCode(text) && isDivision(text, country)))
      return nothing
    return this.meanings(text).length > 0 ? 'elsewhere' : null
  }

  /** All that a tail may mean: countries, and divisions of countries. */
  private meanings(text: string): Tail[] {
    const code = this.codeOf(text)
    const country =
      code === null ? [] : [{ country: code, division: null, isSure: text.length > 3 || text === 'USA' }]
    const named = this.gazetteer.divisionsNamed(text).map((each) => ({ ...each, isSure: false }))
    const coded = CODED_COUNTRIES.flatMap((each) => {
      const division = codedDivision(text, each) === null ? null : this.divisionOf(text, each)
      return division === null ? [] : [{ country: each, division, isSure: false }]
    })
    return [...country, ...named, ...coded]
  }

  private divisionOf(text: string, country: string): string | null {
    return this.gazetteer.divisionOf(codedDivision(text, country) ?? text, country)
  }

  private codeOf(text: string): string | null {
    const isLetters = /^[A-Za-z.\s]{1,4}$/.test(text)
    // Small letters of two are a word of a name.
    return isLetters && text !== text.toUpperCase() ? null : this.countries.codeOf(text)
  }

  /** Whether the country has a city of that name, in the division where one is given. */
  private isKnown(name: string, country: string | null, division: string | null): boolean {
    if (country === null) return false
    if (division !== null) return this.placeIn(name, country, division) !== null
    return this.others.find(name, country) !== null || this.gazetteer.named(name, country).length > 0
  }

  private placeIn(name: string, country: string, division: string): GazetteerCity | null {
    const called = this.others.find(name, country)?.name ?? name
    const places = [...this.gazetteer.named(name, country), ...this.gazetteer.named(called, country)]
    const within = places.filter((place) => place.division === division)
    return within.length === 0 ? null : (theOne(within, division) ?? within[0] ?? null)
  }

  /** The name without `City of`, 市 and the like, where that leaves a city that is known. */
  private plain(cell: string, country: string | null): Pick<CityCell, 'name' | 'country'> | null {
    if (this.others.find(cell, country) !== null) return null
    for (const name of plainNames(cell)) {
      const known = this.others.find(name, country)
      const isLatin = /\p{Script=Latin}/u.test(name)
      // A name in its own script tells the country as well.
      if (known) return { name: known.name, country: country ?? (isLatin ? null : known.country) }
      if (country !== null && isLatin && this.isKnown(name, country, null)) return { name, country }
    }
    return null
  }
}

const NOWHERE = { division: null, geonames: null, latitude: null, longitude: null }

/** `Cambridge, MA (USA)` → Cambridge, MA, USA. */
function partsOf(cell: string): string[] {
  return cell
    .split(/[,，、;()（）[\]]/)
    .map((part) => part.trim().replace(/\.$/, (dot) => (/\..*\.$/.test(part.trim()) ? dot : '')))
    .filter((part) => part !== '')
}
