/** Names of cities in other languages and scripts, by which a city is found that is shown under another. */
import { nameKey } from '../../shared/domain/slug.ts'
import { resourcesDir } from '../app-info.ts'
import type { NamedCity, OtherNames } from '../names/other-names.ts'
import { loadOtherNames } from '../names/other-names.ts'

let loaded: OtherNames | null = null
let byName: ReadonlyMap<string, readonly NamedCity[]> | null = null

function otherNames(): OtherNames {
  loaded ??= loadOtherNames(resourcesDir)
  return loaded
}

/** Cities by `nameKey` of each of their names. */
function citiesByName(): ReadonlyMap<string, readonly NamedCity[]> {
  if (byName) return byName
  const found = new Map<string, NamedCity[]>()
  for (const { city, names } of otherNames().rows)
    for (const key of new Set([city.name, ...names].map(nameKey))) {
      const known = found.get(key)
      if (known) known.push(city)
      else found.set(key, [city])
    }
  return (byName = found)
}

/** All names of the city that is so called in a country; none where the table has no such city. */
export function aliasesOf(name: string, country: string): readonly string[] {
  const plain = name.replace(/ metropolitan area$/, '')
  const known = otherNames().find(plain, country)
  const row = known && otherNames().rows.find(({ city }) => city === known)
  return row ? [row.city.name, ...row.names] : []
}

/** Those of the cities that a text names in another language. */
export function calledSo<T extends { found_name: string; region_id: string }>(
  text: string,
  cities: readonly T[],
): T[] {
  const key = nameKey(text)
  const meant = key === '' ? [] : (citiesByName().get(key) ?? [])
  if (meant.length === 0) return []
  return cities.filter((city) => {
    if (meant.every(({ country }) => country !== city.region_id)) return false
    const plain = city.found_name.replace(/ metropolitan area$/, '')
    const known = otherNames().find(plain, city.region_id)
    return known !== null && meant.includes(known)
  })
}
