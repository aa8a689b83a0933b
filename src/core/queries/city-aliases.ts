/** Names of cities in other languages and scripts, by which a city is found that is shown under another. */
import { nameKey } from '../../shared/domain/slug.ts'
import { resourcesDir } from '../app-info.ts'
import type { OtherNames } from '../names/other-names.ts'
import { loadOtherNames } from '../names/other-names.ts'

let loaded: OtherNames | null = null

function otherNames(): OtherNames {
  loaded ??= loadOtherNames(resourcesDir)
  return loaded
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
  if (key === '') return []
  const meant = otherNames().rows.filter(({ city, names }) =>
    [city.name, ...names].some((name) => nameKey(name) === key),
  )
  if (meant.length === 0) return []
  return cities.filter((city) => {
    const plain = city.found_name.replace(/ metropolitan area$/, '')
    return meant.some((each) => otherNames().find(plain, city.region_id) === each.city)
  })
}
