/** `recipes.places`: cities, metropolitan areas and countries by the first letters of their names, for a recipe. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { ParsedInputOf } from '../../shared/contract/index.ts'
import type { FoundPlace } from '../../shared/contract/recipes.ts'
import { nameKey } from '../../shared/domain/slug.ts'
import type { ThreadContext } from '../context.ts'
import type { Countries } from '../import/places/countries.ts'
import { loadCountries } from '../import/places/countries.ts'
import { loadMetros } from '../import/places/read-metros.ts'
import { mainCities } from './city-places.ts'

interface Listed extends Pick<FoundPlace, 'name' | 'nameZh' | 'country' | 'metro'> {
  keys: readonly string[]
  /** Names of first-level divisions that have such a place. */
  divisions: readonly string[]
}

/** Best first: whole names, then beginnings; areas and cities that the app knows in Chinese before all others. */
export function findPlaces(
  { text, kind, limit }: ParsedInputOf<'recipes.places'>,
  { resourcesDir }: ThreadContext,
): { places: FoundPlace[] } {
  const countries = loadCountries(resourcesDir)
  const key = nameKey(text)
  if (key === '') return { places: [] }
  if (kind === 'country') return { places: countriesOf(text, key, countries).slice(0, limit) }
  const found = new Map<string, Listed>()
  const areas = new Set(
    known(resourcesDir, countries).flatMap(({ metro, country, keys }) =>
      metro ? keys.map((each) => `${country}/${each}`) : [],
    ),
  )
  for (const listed of [...known(resourcesDir, countries), ...world(resourcesDir)]) {
    if (!listed.keys.some((each) => each.startsWith(key))) continue
    if (!listed.metro && listed.keys.some((each) => areas.has(`${listed.country}/${each}`))) continue
    const id = `${listed.country}/${listed.metro ? 'area' : 'city'}/${nameKey(listed.name)}`
    const before = found.get(id)
    found.set(id, before ? { ...before, divisions: [...before.divisions, ...listed.divisions] } : listed)
  }
  const isWhole = ({ keys }: Listed) => Number(keys.includes(key))
  const sorted = [...found.values()].sort((a, b) => isWhole(b) - isWhole(a))
  return { places: sorted.slice(0, limit).map((listed) => placeOf(listed, countries)) }
}

function placeOf({ name, nameZh, country, metro, divisions }: Listed, countries: Countries): FoundPlace {
  const { en, zh } = countries.nameOf(country)
  const regions = [...new Set(divisions)].filter((division) => division !== name)
  return {
    name,
    nameZh,
    country,
    countryName: en,
    countryNameZh: zh,
    regions,
    metro,
    ask: `${name}, ${country}`,
  }
}

function countriesOf(text: string, key: string, countries: Countries): FoundPlace[] {
  const exact = countries.codeOf(text)
  const begun = countries.beginning(key).filter((code) => code !== exact)
  return [...(exact === null ? [] : [exact]), ...begun].map((code) => {
    const { en, zh } = countries.nameOf(code)
    const names = { countryName: en, countryNameZh: zh }
    return { name: en, nameZh: zh, country: code, ...names, regions: [], metro: false, ask: code }
  })
}

/** Under its short name a recipe understands the area, so the city of that name is not offered beside it. */
const shortArea = (name: string): string => name.replace(/ metropolitan area$/i, '')

let knownPlaces: { of: string; places: Listed[] } | null = null
function known(resourcesDir: string, countries: Countries): readonly Listed[] {
  if (knownPlaces?.of !== resourcesDir) {
    const areas = loadMetros(resourcesDir, countries).metros.map(({ name, nameZh, country }): Listed => {
      const keys = [name, nameZh ?? '', shortArea(name)].filter((each) => each !== '').map(nameKey)
      return { name, nameZh, country, metro: true, keys, divisions: [] }
    })
    const cities = mainCities(resourcesDir).map(([[name = '', nameZh = ''], country]): Listed => ({
      name,
      nameZh: nameZh || null,
      country,
      metro: false,
      keys: [name, nameZh].filter((each) => each !== '').map(nameKey),
      divisions: [],
    }))
    knownPlaces = { of: resourcesDir, places: [...areas, ...cities] }
  }
  return knownPlaces.places
}

let worldPlaces: { of: string; places: Listed[] } | null = null
/** Every city of the gazetteer; read once, when somebody first types. */
function world(resourcesDir: string): readonly Listed[] {
  if (worldPlaces?.of !== resourcesDir) {
    const text = gunzipSync(readFileSync(join(resourcesDir, 'index', 'gazetteer.txt.gz'))).toString('utf8')
    worldPlaces = { of: resourcesDir, places: [...listed(text)] }
  }
  return worldPlaces.places
}

/** `=` begins a country, `+` a division; else a city with its degrees. */
function* listed(text: string): Generator<Listed> {
  let [country, division] = ['', '']
  for (const line of text.split('\n')) {
    if (line.startsWith('=')) {
      country = line.slice(1, 3)
      division = ''
      continue
    }
    const [name = '', second = '', third] = line.split('\t')
    if (name.startsWith('+')) division = second
    else if (third !== undefined && country !== '')
      yield {
        name,
        nameZh: null,
        country,
        metro: false,
        keys: [nameKey(name)],
        divisions: division === '' ? [] : [division],
      }
  }
}
