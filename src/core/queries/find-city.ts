/** From what a user calls a city to the city. */
import { AppError } from '../../shared/contract/errors.ts'
import { saintKey } from '../../shared/domain/city-key.ts'
import { nameKey, slug } from '../../shared/domain/slug.ts'
import type { OpenDataset } from '../context.ts'
import { nearestNames } from '../../shared/domain/name-distance.ts'
import { calledSo } from './city-aliases.ts'
import { shownNames } from './shown-names.ts'

export interface CityRow {
  city_id: string
  /** As it is shown: of an edition as printed, of an index told apart from others of its name. */
  name: string
  name_zh: string | null
  /** As its records name it, by which it is found. */
  found_name: string
  found_zh: string | null
  region_id: string
  region_name: string
  region_name_zh: string
  is_metro: number
  position: number
  pinyin: string
  /** Of an index only: in its statistics, and of the area it lies in. */
  number: number | null
  metro_id: string | null
  division: string | null
}

const SQL = `SELECT c.*, c.name AS found_name, c.name_zh AS found_zh, r.name AS region_name, r.name_zh AS region_name_zh
  FROM cities c JOIN regions r USING (region_id) ORDER BY c.position`

export function allCities(dataset: OpenDataset): readonly CityRow[] {
  return dataset.memo('cities', () => {
    const rows = dataset.db.prepare(SQL).all() as CityRow[]
    return dataset.kind === 'published' ? rows : toldApart(rows)
  })
}

function toldApart(rows: readonly CityRow[]): CityRow[] {
  const shown = shownNames(
    rows.map((row) => ({
      id: row.city_id,
      name: row.name,
      nameZh: row.name_zh,
      region: row.region_id,
      regionName: row.region_name,
      regionNameZh: row.region_name_zh,
      division: row.division,
    })),
  )
  return rows.map((row) => {
    const { name, nameZh } = shown.get(row.city_id) ?? { name: row.name, nameZh: row.name_zh }
    return { ...row, name, name_zh: nameZh }
  })
}

/**
 * The city of an id or of a name in English, Chinese or its own language, without regard to case and accents; "New York" means
 * the New York metropolitan area where no city has just that name. A name that several cities of a computed index have needs the id.
 * @throws AppError city-unknown with the nearest names, city-ambiguous with the candidates.
 */
export function findCity(dataset: OpenDataset, text: string): CityRow {
  const named = citiesNamed(dataset, text)
  if (named.length === 1 && named[0]) return named[0]
  if (named.length > 1) throw ambiguous(text, named)
  const cities = allCities(dataset)
  const keys = keysOf(dataset)
  const key = saintKey(nameKey(text))
  const partial = key === '' ? [] : cities.filter((_, at) => keys[at]?.startsWith(`${key} `))
  if (partial.length === 1 && partial[0]) return partial[0]
  if (partial.length > 1) throw ambiguous(text, partial)
  const called = calledSo(text, cities)
  if (called.length === 1 && called[0]) return called[0]
  if (called.length > 1) throw ambiguous(text, called)
  throw new AppError('city-unknown', `no city named ${text}`, {
    values: { city: text },
    suggestions: nearestNames(
      text,
      cities.map(({ name }) => name),
      3,
    ),
  })
}

const keysOf = (dataset: OpenDataset): readonly string[] =>
  dataset.memo('city-keys', () => allCities(dataset).map(({ found_name: name }) => saintKey(nameKey(name))))

/** Names that tell a city from others, found however they are set: `Cambridge (United States)`, `Cambridge, United States`. */
const toldApartKeys = (dataset: OpenDataset): ReadonlyMap<string, CityRow> =>
  dataset.memo('city-told-keys', () => {
    const told = allCities(dataset).filter(({ name, found_name: found }) => name !== found)
    return new Map(told.map((city) => [nameKey(city.name), city]))
  })

/** Those of just that name in English or Chinese. */
export function citiesAlike(dataset: OpenDataset, text: string): readonly CityRow[] {
  const byName = dataset.memo('cities-by-name', () => {
    const keys = keysOf(dataset)
    return Map.groupBy(allCities(dataset), (_, at) => keys[at] ?? '')
  })
  const key = saintKey(nameKey(text))
  const named = key === '' ? [] : (byName.get(key) ?? [])
  const byZh = dataset.memo('cities-by-name-zh', () =>
    Map.groupBy(allCities(dataset), ({ found_zh: zh }) => zh ?? ''),
  )
  const chinese = text === '' ? [] : (byZh.get(text) ?? [])
  return chinese.length === 0 ? named : [...new Set([...named, ...chinese])]
}

/**
 * Whom a text names as it stands, by id or by name; several where a name is not one's alone, none where it only begins one,
 * or is a name in another language.
 */
export function citiesNamed(dataset: OpenDataset, text: string): readonly CityRow[] {
  const cities = allCities(dataset)
  const byId = dataset.memo('city-ids', () => new Map(cities.map((city) => [city.city_id, city]))).get(text)
  if (byId) return [byId]
  const alike = citiesAlike(dataset, text)
  if (alike.length > 0) return alike
  const shown = cities.find(({ name, name_zh: zh }) => name === text.trim() || zh === text.trim())
  if (shown) return [shown]
  const told = toldApartKeys(dataset).get(nameKey(text))
  if (told) return [told]
  const keys = keysOf(dataset)
  const key = saintKey(nameKey(text))
  const id = slug(text)
  const exact = key === '' ? undefined : cities.find((city) => city.city_id === id)
  if (exact) return [exact]
  const metro = cities.filter(
    (city, at) =>
      (key !== '' && keys[at] === `${key} metropolitan area`) || city.found_zh === `${text}都市圈`,
  )
  return metro.length === 1 ? metro : []
}

/** Cities of one name are told apart by their ids. */
function ambiguous(text: string, cities: readonly CityRow[]): AppError {
  const alike = new Set(cities.map((city) => nameKey(city.found_name))).size < cities.length
  return new AppError('city-ambiguous', `${text} may be several cities`, {
    values: { city: text },
    suggestions: cities.map((city) => (alike ? city.city_id : city.name)),
  })
}
