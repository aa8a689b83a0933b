/** Suburbs and other names of cities, each with the city that it is counted in. */
import { nameKey } from '../../../shared/domain/slug.ts'

export interface Folding {
  /** A suburb, or another name of the city. */
  place: string
  /** ISO 3166-1 alpha-2. */
  country: string
  /** As GeoNames names it. */
  city: string
}

export class Foldings {
  private readonly cities = new Map<string, string>()

  constructor(rows: readonly Folding[]) {
    for (const { place, country, city } of rows) this.cities.set(`${nameKey(place)}|${country}`, city)
  }

  /** The city in which a place of that name is counted; null where it stands for itself. */
  cityOf(place: string, country: string): string | null {
    return this.cities.get(`${nameKey(place)}|${country}`) ?? null
  }
}
