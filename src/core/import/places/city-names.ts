import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cityKey } from '../../../shared/domain/city-key.ts'

export interface KnownCity {
  name: string
  nameZh: string
  country: string
  /** Printed in the published edition. */
  edition: boolean
}

/** As `city-names-zh.json`. */
export interface CityNamesTable {
  cities: readonly KnownCity[]
}

/** Chinese names of cities, both ways. */
export class CityNamesZh {
  private readonly byName = new Map<string, KnownCity>()
  private readonly byNameZh = new Map<string, KnownCity[]>()

  constructor(table: CityNamesTable) {
    for (const city of table.cities) {
      this.byName.set(`${cityKey(city.name, city.country)}|${city.country}`, city)
      this.byNameZh.set(city.nameZh, [...(this.byNameZh.get(city.nameZh) ?? []), city])
    }
  }

  find(name: string, country: string | null): KnownCity | null {
    return country === null ? null : (this.byName.get(`${cityKey(name, country)}|${country}`) ?? null)
  }

  /** The city of a Chinese name, also with 市 at its end; without a country only where one city has that name. */
  findZh(nameZh: string, country: string | null): KnownCity | null {
    const found = this.byNameZh.get(nameZh) ?? this.byNameZh.get(nameZh.replace(/市$/, '')) ?? []
    const fitting = country === null ? found : found.filter((city) => city.country === country)
    return fitting.length === 1 ? (fitting[0] ?? null) : null
  }
}

/** @param resourcesDir the app's folder of resources. */
export function loadCityNamesZh(resourcesDir: string): CityNamesZh {
  const text = readFileSync(join(resourcesDir, 'index', 'city-names-zh.json'), 'utf8')
  return new CityNamesZh(JSON.parse(text) as CityNamesTable)
}
