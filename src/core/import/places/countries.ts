/** Countries and regions: names in both languages, and the code behind a name in a table. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nameKey } from '../../../shared/domain/slug.ts'
import { countryKey, lesserKeys } from './country-key.ts'

/** Alpha-2 → alpha-3, names and further names, as `countries.json`. */
export type CountryTable = Readonly<
  Record<string, { alpha3: string; en: string; zh: string; aliases?: readonly string[] }>
>

export interface CountryNames {
  en: string
  zh: string
}

export class Countries {
  private readonly names = new Map<string, CountryNames>()
  private readonly codes = new Map<string, string>()
  private readonly words = new Map<string, string>()

  constructor(table: CountryTable) {
    for (const [code, { alpha3, en, zh, aliases = [] }] of Object.entries(table)) {
      this.names.set(code, { en, zh })
      for (const name of [code, alpha3, en, zh, ...aliases]) {
        this.codes.set(nameKey(name), code)
        this.words.set(countryKey(name), code)
      }
    }
  }

  /** Names of a code; the code itself where it is not known. */
  nameOf(code: string): CountryNames {
    return this.names.get(code) ?? { en: code, zh: code }
  }

  /**
   * Alpha-2 of a country named by alpha-2, alpha-3, or by any usual name: in English or Chinese, in its own and some other
   * languages, as ISO 3166 and indexes of literature write it; null where not known.
   */
  codeOf(text: string): string | null {
    const exact = this.codes.get(nameKey(text)) ?? this.words.get(countryKey(text))
    if (exact !== undefined) return exact
    for (const key of lesserKeys(text)) {
      const code = this.words.get(key)
      if (code !== undefined) return code
    }
    return null
  }

  /** Codes of countries of which a name begins with the key (see `nameKey`); in the order of their names. */
  beginning(key: string): string[] {
    const found = new Set<string>()
    for (const [name, code] of this.codes) if (name.length > 2 && name.startsWith(key)) found.add(code)
    return [...found].sort((a, b) => (this.nameOf(a).en < this.nameOf(b).en ? -1 : 1))
  }

  get all(): readonly string[] {
    return [...this.names.keys()]
  }
}

/** @param resourcesDir the app's folder of resources. */
export function loadCountries(resourcesDir: string): Countries {
  const text = readFileSync(join(resourcesDir, 'index', 'countries.json'), 'utf8')
  return new Countries(JSON.parse(text) as CountryTable)
}
