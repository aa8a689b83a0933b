import { nameKey } from '../../../shared/domain/slug.ts'
import { nearestNames } from '../../../shared/domain/name-distance.ts'
import type { EditionCity } from './model.ts'

/** Finds the city of the ranking that a printed name means. */
export class CityNames {
  private readonly byKey = new Map<string, string>()
  private readonly names: string[] = []
  private readonly cities: EditionCity[] = []
  /** Cities that stand in no ranking, in the order of their first mention. */
  readonly others: EditionCity[] = []

  constructor(cities: readonly EditionCity[], aliases: Readonly<Record<string, string>> = {}) {
    for (const city of cities) this.know(city)
    for (const [printed, name] of Object.entries(aliases)) {
      const cityId = this.byKey.get(nameKey(name))
      if (cityId) this.byKey.set(nameKey(printed), cityId)
    }
  }

  /** Takes in a city that stands in no ranking. @returns its id */
  add(city: EditionCity): string {
    this.others.push(city)
    this.know(city)
    return city.cityId
  }

  /** How the edition names a region; undefined for one that it does not name. */
  regionName(region: string): Pick<EditionCity, 'regionName' | 'regionNameZh'> | undefined {
    return this.cities.find((city) => city.region === region)
  }

  private know(city: EditionCity): void {
    this.cities.push(city)
    this.names.push(city.name)
    this.byKey.set(nameKey(city.name), city.cityId)
    if (city.nameZh) this.byKey.set(city.nameZh, city.cityId)
  }

  /** The city's id, or null. Names match without regard to case, accents and kinds of dash. */
  find(printed: string): string | null {
    return this.byKey.get(nameKey(printed)) ?? this.byKey.get(printed) ?? null
  }

  /** The most similar name, for the words of an issue. */
  nearest(printed: string): string {
    return nearestNames(printed, this.names, 1)[0] ?? ''
  }
}
