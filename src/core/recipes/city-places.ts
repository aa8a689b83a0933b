/** The cities that a recipe names: their country, and which institutions lie there. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import { nameKey } from '../../shared/domain/slug.ts'
import { loadGazetteer } from '../import/addresses/gazetteer.ts'
import type { InstitutionRecord } from '../import/places/institution-record.ts'
import { loadCityNamesZh } from '../import/places/city-names.ts'
import type { Countries } from '../import/places/countries.ts'
import type { MetroTable } from '../import/places/metros.ts'
import { loadOtherNames } from '../names/other-names.ts'

export interface AskedCity {
  name: string
  /** Alpha-2. */
  country: string
  /** Id of the metropolitan area that is meant; null for a city. */
  metro: string | null
}

interface Known {
  name: string
  country: string
}

export interface CitySources {
  resourcesDir: string
  countries: Countries
  metros: MetroTable
}

/**
 * A city by its name in English or Chinese, also as `Lisbon, PT` or `Lisbon, Portugal`. Areas of the metro table come first,
 * then the main cities that the app knows, then all of GeoNames where the name stands for one country.
 * @throws AppError recipe-city-unknown; recipe-city-ambiguous with the countries that have such a city
 */
export function findAskedCity(text: string, sources: CitySources): AskedCity {
  const [name = '', told] = parted(text, sources.countries)
  const key = nameKey(name)
  const metro = sources.metros.metros.find(
    (area) =>
      (told ?? area.country) === area.country &&
      [area.name, area.nameZh ?? '', area.name.replace(/ metropolitan area$/i, '')].some(
        (each) => each !== '' && nameKey(each) === key,
      ),
  )
  if (metro) return { name: metro.name, country: metro.country, metro: metro.id }
  const main = mainCities(sources.resourcesDir).filter(([names]) =>
    names.some((each) => nameKey(each) === key),
  )
  const known = main.map(([[first = name], country]): Known => ({ name: first, country }))
  // `Lisboa` is Lisbon, also where no country is told, unless the gazetteer has cities of that very name.
  const other = known.length > 0 ? null : loadOtherNames(sources.resourcesDir).find(name, told)
  if (told !== null) {
    const found = known.find(({ country }) => country === told)
    return { name: found?.name ?? other?.name ?? name, country: told, metro: null }
  }
  if (known.length > 0) return { ...onlyOf(known, name), metro: null }
  const anywhere = loadGazetteer(sources.resourcesDir).anywhere(name)
  return { ...onlyOf(anywhere.length === 0 && other ? [other] : anywhere, name), metro: null }
}

/** `Lisbon, PT` in parts; a name alone has no country. */
function parted(text: string, countries: Countries): [string, string | null] {
  const [, name, country] = /^(.+?)\s*[,，]\s*([^,，]+)$/u.exec(text.trim()) ?? []
  const code = country === undefined ? null : countries.codeOf(country)
  return name !== undefined && code !== null ? [name, code] : [text.trim(), null]
}

function onlyOf(found: readonly Known[], city: string): Known {
  const countries = [...new Set(found.map(({ country }) => country))].sort()
  const [first] = found
  if (!first) throw new AppError('recipe-city-unknown', city, { values: { city } })
  if (countries.length > 1) {
    const values = { city, countries: countries.join(', ') }
    throw new AppError('recipe-city-ambiguous', city, { values })
  }
  return { name: first.name, country: first.country }
}

/** Names in English and Chinese, and the country. */
type MainCity = [names: string[], country: string]

export function mainCities(resourcesDir: string): MainCity[] {
  const table = JSON.parse(readFileSync(join(resourcesDir, 'index', 'city-names-zh.json'), 'utf8')) as {
    cities: { name: string; nameZh: string; country: string }[]
  }
  const places = JSON.parse(readFileSync(join(resourcesDir, 'index', 'sample', 'places.json'), 'utf8')) as {
    others: Record<string, [string, string, ...number[]][]>
  }
  return [
    ...table.cities.map(({ name, nameZh, country }): MainCity => [[name, nameZh], country]),
    ...Object.entries(places.others).flatMap(([country, cities]) =>
      cities.map(([name, nameZh]): MainCity => [[name, nameZh], country]),
    ),
  ]
}

/** Numbers of the institutions that lie in the city, ascending; those that are closed as well, as their works stay. */
export function institutionsIn(
  city: AskedCity,
  records: readonly InstitutionRecord[],
  { metros, resourcesDir }: CitySources,
): number[] {
  const key = nameKey(city.name)
  const namesZh = loadCityNamesZh(resourcesDir)
  // As an import joins them: what is asked for is what the index will have under that name.
  const others = loadOtherNames(resourcesDir)
  const otherKey = others.keyOf(city.name, city.country)
  const lies = ({ city: place, country }: InstitutionRecord): boolean => {
    if (!place || country !== city.country) return false
    if (city.metro !== null) return metros.metroOf(place.name, country, place)?.id === city.metro
    if (nameKey(place.name) === key || others.keyOf(place.name, country) === otherKey) return true
    return nameKey(namesZh.findZh(place.name, country)?.name ?? '') === key
  }
  const ids = records.filter(lies).flatMap(({ openalex }) => (openalex === null ? [] : [openalex]))
  return [...new Set(ids)].sort((a, b) => a - b)
}
