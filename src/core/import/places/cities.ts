/** Tells which mentions of cities are one city, and names each. */
import { slug } from '../../../shared/domain/slug.ts'
import type { CityNamesZh } from './city-names.ts'
import type { CityMention, RegisteredCity } from './city-identity.ts'
import { assignIds, groupMentions } from './city-identity.ts'
import type { NamedCity } from '../../names/other-names.ts'
import { OtherNames } from '../../names/other-names.ts'

export interface CityInput {
  name: string
  nameZh?: string | null
  /** ISO 3166-1 alpha-2; null where unknown. */
  country: string | null
  geonames?: number | null
  division?: string | null
  latitude?: number | null
  longitude?: number | null
}

export interface CityRegistry {
  /** By id, ascending. */
  cities: RegisteredCity[]
  /** The city of a mention, by what `note` gave for it. */
  cityOf(mention: number): RegisteredCity
  /** Whether a mention could be one of several cities of its name and country. */
  isUnsure(mention: number): boolean
}

/**
 * Two mentions of one name (in any spelling, see `cityKey`) and country are one city unless both have GeoNames ids that differ
 * and lie apart; mentions of one GeoNames id are one city whatever their names. A mention without such an id is also the
 * city that other languages call so (see `OtherNames`), and without a country the city of its name that lies where it lies.
 * Which city a mention belongs to, and every id, is settled when all are known, so the order of records changes nothing.
 */
export class CityRegister {
  private readonly mentions: CityMention[] = []
  private readonly byKey = new Map<string, number>()
  private readonly namesZh: CityNamesZh
  private readonly others: OtherNames

  /** @param others names of cities in other languages; a city of any of them is one with that of the others */
  constructor(namesZh: CityNamesZh, others = new OtherNames([])) {
    this.namesZh = namesZh
    this.others = others
  }

  /**
   * Notes a city as a record names it, once an institution. Chinese names that are known are understood.
   * @returns the mention, for `cityOf`; null where the name has no letter or digit.
   */
  note(input: CityInput): number | null {
    const known = this.knownAs(input)
    const name = known?.name ?? input.name.trim()
    const country = input.country ?? known?.country ?? null
    if (slug(name) === '') return null
    const nameZh = known?.nameZh ?? input.nameZh ?? null
    const { geonames = null, division = null } = input
    const key = JSON.stringify([name, country, geonames, division, nameZh])
    let index = this.byKey.get(key)
    if (index === undefined) {
      index = this.mentions.length
      this.byKey.set(key, index)
      this.mentions.push({
        key,
        name,
        nameZh,
        country,
        geonames,
        division,
        position: null,
        count: 0,
      })
    }
    const mention = this.mentions[index]
    if (mention) addTo(mention, input)
    return index
  }

  /** What a place's record calls it stands; a city that is merely named is the one that is known by the name. */
  private knownAs({ name, country, geonames }: CityInput): NamedCity | null {
    const isHan = /\p{Script=Han}/u.test(name)
    const known = isHan ? this.namesZh.findZh(name, country) : null
    if (known || (geonames ?? null) !== null) return known
    const other = this.others.find(name, country)
    if (!other || (country === null && !isOwnScript(name))) return null
    // What can be read by all is left as it is written; it is joined all the same.
    return isOwnScript(name) ? { ...other, nameZh: isHan ? other.nameZh : null } : null
  }

  /** Whether two names, in any language and spelling, name one city of the country. */
  isOne(a: string, b: string, country: string | null): boolean {
    return this.keyOf(a, country) === this.keyOf(b, country)
  }

  /** The usual English name of a city; the name itself where no other is known. */
  englishOf(name: string, country: string | null): string {
    return (country === null ? null : this.others.find(name, country))?.name ?? name
  }

  /** One key for all names and spellings of a city. */
  keyOf(name: string, country: string | null): string {
    return this.others.keyOf(name, country)
  }

  /** Settles which mentions are one city, and their ids. */
  finish(): CityRegistry {
    const unsure = new Set<number>()
    const groups = groupMentions(
      this.mentions,
      ({ key }) => unsure.add(this.byKey.get(key) ?? -1),
      (name, country) => this.others.keyOf(name, country),
    )
    const cities = assignIds(groups, this.namesZh, (name, country) => this.englishOf(name, country))
    const cityOf = new Map<number, RegisteredCity>()
    groups.forEach((group, at) => {
      const city = cities[at]
      if (city) for (const mention of group) cityOf.set(this.byKey.get(mention.key) ?? -1, city)
    })
    return {
      cities: cities.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      cityOf(mention) {
        const city = cityOf.get(mention)
        if (!city) throw new Error(`mention ${mention} was not noted`)
        return city
      },
      isUnsure: (mention) => unsure.has(mention),
    }
  }
}

/** Without a Latin letter: such a name is given to no second place in passing. */
const isOwnScript = (name: string) => !/\p{Script=Latin}/u.test(name)

function addTo(mention: CityMention, { latitude, longitude }: CityInput): void {
  mention.count += 1
  if (latitude === null || latitude === undefined || longitude === null || longitude === undefined) return
  const [lat, lon] = mention.position ?? [Infinity, Infinity]
  // Of several positions the southernmost: any rule will do that does not ask which came first.
  if (latitude < lat || (latitude === lat && longitude < lon)) mention.position = [latitude, longitude]
}
