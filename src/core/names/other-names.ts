/** The names that one city has: in its own languages and scripts, in Chinese and in other usual languages, and of old. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { cityKey } from '../../shared/domain/city-key.ts'

export interface NamedCity {
  /** As it is usually called in English. */
  name: string
  /** In simplified Chinese; null where the table has none. */
  nameZh: string | null
  /** ISO 3166-1 alpha-2. */
  country: string
}

interface Row {
  city: string
  country: string
  /** Parted by `|`; a Chinese one stands first. */
  names: string
}

export class OtherNames {
  private readonly byCountry = new Map<string, NamedCity | null>()
  private readonly anywhere = new Map<string, NamedCity | null>()
  readonly rows: readonly { city: NamedCity; names: readonly string[] }[]

  /** @param rows a name that two cities of one country have names neither */
  constructor(rows: readonly Row[]) {
    this.rows = rows.map(({ city: name, country, names: text }) => {
      const names = text.split('|')
      const [first = ''] = names
      const city = { name, nameZh: /^\p{Script=Han}[\p{Script=Han}-]*$/u.test(first) ? first : null, country }
      for (const each of [name, ...names]) this.note(each, city)
      return { city, names }
    })
  }

  private note(name: string, city: NamedCity): void {
    const put = (map: Map<string, NamedCity | null>, key: string) => {
      const known = map.get(key)
      map.set(key, known === undefined || known === city ? city : null)
    }
    put(this.byCountry, `${cityKey(name, city.country)}|${city.country}`)
    put(this.anywhere, cityKey(name, null))
  }

  /** The city of that name in the country; where none is given the one that alone has the name; null where that is none. */
  find(name: string, country: string | null): NamedCity | null {
    if (country === null) return this.anywhere.get(cityKey(name, null)) ?? null
    return this.byCountry.get(`${cityKey(name, country)}|${country}`) ?? null
  }

  /** One key for all names and spellings of a city; see `cityKey`. */
  keyOf(name: string, country: string | null): string {
    const known = country === null ? null : this.find(name, country)
    return cityKey(known?.name ?? name, country)
  }
}

/** @param resourcesDir the app's folder of resources. */
export function loadOtherNames(resourcesDir: string): OtherNames {
  const text = readFileSync(join(resourcesDir, 'index', 'city-names.csv'), 'utf8')
  return new OtherNames(parse(text, { columns: true }) as Row[])
}
