import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCityNamesZh } from '../places/city-names.ts'

/** Chinese name of a city among all that the app knows by name; null where it is not one of them. @param country alpha-2 */
export function cityNameZh(name: string, country: string, resourcesDir: string): string | null {
  const known = loadCityNamesZh(resourcesDir).find(name, country)
  if (known) return known.nameZh
  const path = join(resourcesDir, 'index', 'sample', 'places.json')
  const { others } = JSON.parse(readFileSync(path, 'utf8')) as { others: Record<string, [string, string][]> }
  return others[country]?.find(([each]) => each === name)?.[1] ?? null
}
