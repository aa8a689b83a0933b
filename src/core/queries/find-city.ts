/** From what a user calls a city to the city. */
import { AppError } from '../../shared/contract/errors.ts'
import { nameKey, slug } from '../../shared/domain/slug.ts'
import type { OpenDataset } from '../context.ts'
import { nearestNames } from './name-distance.ts'

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
 * the New York metropolitan area where no city has just that name.
 * @throws AppError city-unknown with the nearest names, city-ambiguous with the candidates.
 */
export function findCity(dataset: OpenDataset, text: string): CityRow {
  const cities = allCities(dataset)
  const key = nameKey(text)
  const exact = cities.find(
    (city) => city.city_id === text || city.name_zh === text || (key !== '' && city.city_id === slug(text)),
  )
  if (exact) return exact
  const metro = cities.filter(
    (city) =>
      (key !== '' && nameKey(city.name) === `${key} metropolitan area`) || city.name_zh === `${text}都市圈`,
  )
  if (metro.length === 1 && metro[0]) return metro[0]
  const partial = key === '' ? [] : cities.filter((city) => nameKey(city.name).startsWith(`${key} `))
  if (partial.length === 1 && partial[0]) return partial[0]
  if (partial.length > 1) {
    throw new AppError('city-ambiguous', `${text} may be several cities`, {
      values: { city: text },
      suggestions: partial.map(({ name }) => name),
    })
  }
  throw new AppError('city-unknown', `no city named ${text}`, {
    values: { city: text },
    suggestions: nearestNames(
      text,
      cities.map(({ name }) => name),
      3,
    ),
  })
}
