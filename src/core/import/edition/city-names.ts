import { nameKey } from '../../../shared/domain/slug.ts'
import { nearestNames } from '../../../shared/domain/name-distance.ts'
import type { RankedCity } from './model.ts'

/** Finds the city of the ranking that a printed name means. */
export class CityNames {
  private readonly byKey = new Map<string, string>()
  private readonly names: string[] = []

  constructor(cities: readonly RankedCity[], aliases: Readonly<Record<string, string>> = {}) {
    for (const city of cities) {
      this.names.push(city.name)
      this.byKey.set(nameKey(city.name), city.cityId)
      if (city.nameZh) this.byKey.set(city.nameZh, city.cityId)
    }
    for (const [printed, name] of Object.entries(aliases)) {
      const cityId = this.byKey.get(nameKey(name))
      if (cityId) this.byKey.set(nameKey(printed), cityId)
    }
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
