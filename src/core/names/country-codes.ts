/** Codes of countries by the names in the table that imports use; read without a schema, as queries ask it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameKey } from '../../shared/domain/slug.ts'

interface Row {
  alpha3: string
  en: string
  zh: string
  aliases?: string[]
}

/** By `nameKey` of each name (a Chinese one as it is) and of alpha-2 and alpha-3: ISO 3166-1 alpha-2. */
export function loadCountryCodes(resourcesDir: string): ReadonlyMap<string, string> {
  const text = readFileSync(join(resourcesDir, 'index', 'countries.json'), 'utf8')
  const codes = new Map<string, string>()
  for (const [code, { alpha3, en, zh, aliases = [] }] of Object.entries(
    JSON.parse(text) as Record<string, Row>,
  ))
    for (const name of [code, alpha3, en, zh, ...aliases]) codes.set(nameKey(name) || name, code)
  return codes
}
