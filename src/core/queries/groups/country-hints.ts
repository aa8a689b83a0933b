/** Which countries the cells beside a name say. */
import { nameKey } from '../../../shared/domain/slug.ts'
import { resourcesDir } from '../../app-info.ts'
import type { OpenDataset } from '../../context.ts'
import { loadCountryCodes } from '../../names/country-codes.ts'

/** Parts of a country that lists write in its place. */
const PARTS: Readonly<Record<string, string>> = {
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
}

let loaded: ReadonlyMap<string, string> | null = null

/** ISO codes of the countries that are named or coded; empty where none is recognised. */
export function recognisedCountries(dataset: OpenDataset, cells: readonly string[]): ReadonlySet<string> {
  if (cells.length === 0) return new Set()
  // As the dataset itself names them: an edition prints "Chinese mainland".
  const own = dataset.memo('groups/countries', () => {
    const rows = dataset.db.prepare('SELECT region_id AS id, name, name_zh AS zh FROM regions').all() as {
      id: string
      name: string
      zh: string
    }[]
    return new Map(rows.flatMap(({ id, name, zh }) => [name, zh].map((each) => [keyOf(each), id])))
  })
  const codes = (loaded ??= loadCountryCodes(resourcesDir))
  return new Set(
    cells.flatMap((cell) => {
      // A code stands in capitals: "in" and "de" are words.
      const key = /^[a-z]{2,3}$/.test(cell) ? '' : keyOf(cell)
      return own.get(key) ?? codes.get(key) ?? PARTS[key] ?? []
    }),
  )
}

const keyOf = (text: string): string => nameKey(text) || text.trim()
