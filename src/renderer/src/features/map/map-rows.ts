/** The cities of a map as rows: sorted, and filtered by any of their names. */
import type { MapCity, MapDrawing } from '../../../../shared/contract/drawings.ts'

export type CitySort = 'share' | 'name' | 'region' | 'count' | 'score' | 'articles'

export interface CityRow {
  key: string
  city: MapCity
  /** By Share among the cities drawn, from 1. */
  rank: number
  name: string
  region: string
}

export interface CityOrder {
  by: CitySort
  descending: boolean
}

/** What is not known stands last, whichever way the rows are ordered. */
export function cityRows(
  map: Pick<MapDrawing, 'cities'>,
  words: { nameOf(city: MapCity): string; regionOf(id: string): string },
  { by, descending }: CityOrder,
  search = '',
): CityRow[] {
  const part = search.trim().toLocaleLowerCase()
  const rows = map.cities.map((city, at) => ({
    key: city.id,
    city,
    rank: at + 1,
    name: words.nameOf(city),
    region: words.regionOf(city.region),
  }))
  const found = rows.filter(({ city }) =>
    [city.name, city.nameZh ?? '', city.id].some((text) => text.toLocaleLowerCase().includes(part)),
  )
  const sign = descending ? -1 : 1
  return found.sort((a, b) => {
    if (by === 'name' || by === 'region') return sign * a[by].localeCompare(b[by]) || a.rank - b.rank
    const [x, y] = [a.city[by], b.city[by]]
    if (x === null || y === null) return Number(x === null) - Number(y === null) || a.rank - b.rank
    return sign * (x - y) || a.rank - b.rank
  })
}
