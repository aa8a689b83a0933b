import type { CityProfile } from '../../shared/contract/cities.ts'
import type { CityRow } from './find-city.ts'

/** What a profile says of the city itself. */
export function describe(city: CityRow, populationMillions: number | null): CityProfile['city'] {
  return {
    cityId: city.city_id,
    name: city.name,
    nameZh: city.name_zh,
    region: city.region_id,
    regionName: city.region_name,
    regionNameZh: city.region_name_zh,
    isMetro: city.is_metro === 1,
    populationMillions,
  }
}

export function neighbour(city: CityRow | undefined): CityProfile['next'] {
  return city ? { cityId: city.city_id, name: city.name, nameZh: city.name_zh } : null
}
