/** From what a user calls a city to the city. */
import { AppError } from '../../shared/contract/errors.ts'
import { nameKey, slug } from '../../shared/domain/slug.ts'
import type { OpenDataset } from '../context.ts'
import { nearestNames } from '../../shared/domain/name-distance.ts'

export interface CityRow {
  city_id: string
  name: string
  name_zh: string | null
  region_id: string
  region_name: string
  region_name_zh: string
  is_metro: number
  position: number
  pinyin: string
}

const SQL = `SELECT c.*, r.name AS region_name, r.name_zh AS region_name_zh
  FROM cities c JOIN regions r USING (region_id) ORDER BY c.position`

export function allCities(dataset: OpenDataset): readonly CityRow[] {
  return dataset.memo('cities', () => dataset.db.prepare(SQL).all() as CityRow[])
}

/**
 * The city of an id or of a name in English or Chinese, without regard to case and accents; "New York" means
 * the New York metropolitan area where no city has just that name. A name that several cities of a computed index have needs the id.
 * @throws AppError city-unknown with the nearest names, city-ambiguous with the candidates.
 */
export function findCity(dataset: OpenDataset, text: string): CityRow {
  const cities = allCities(dataset)
  const byId = dataset.memo('city-ids', () => new Map(cities.map((city) => [city.city_id, city]))).get(text)
  if (byId) return byId
  const keys = dataset.memo('city-keys', () => cities.map(({ name }) => nameKey(name)))
  const key = nameKey(text)
  const id = slug(text)
  const named = cities.filter((city, at) => city.name_zh === text || (key !== '' && keys[at] === key))
  if (named.length === 1 && named[0]) return named[0]
  if (named.length > 1) throw ambiguous(text, named)
  const exact = key === '' ? undefined : cities.find((city) => city.city_id === id)
  if (exact) return exact
  const metro = cities.filter(
    (city, at) => (key !== '' && keys[at] === `${key} metropolitan area`) || city.name_zh === `${text}都市圈`,
  )
  if (metro.length === 1 && metro[0]) return metro[0]
  const partial = key === '' ? [] : cities.filter((_, at) => keys[at]?.startsWith(`${key} `))
  if (partial.length === 1 && partial[0]) return partial[0]
  if (partial.length > 1) throw ambiguous(text, partial)
  throw new AppError('city-unknown', `no city named ${text}`, {
    values: { city: text },
    suggestions: nearestNames(
      text,
      cities.map(({ name }) => name),
      3,
    ),
  })
}

/** Cities of one name are told apart by their ids. */
function ambiguous(text: string, cities: readonly CityRow[]): AppError {
  const alike = new Set(cities.map(({ name }) => nameKey(name))).size < cities.length
  return new AppError('city-ambiguous', `${text} may be several cities`, {
    values: { city: text },
    suggestions: cities.map((city) => (alike ? city.city_id : city.name)),
  })
}
