/** What the words of a table's affiliation say, once the cell of its city is read. */
import type { NodeKey, PrintedMark, WordKey } from '../../articles/nodes.ts'
import type { CityCells } from '../addresses/city-cell.ts'
import type { CityInput } from '../places/cities.ts'

export interface Words {
  /** As written; null where none is. */
  id: string | null
  name: string | null
  city: CityInput | null
  country: string | null
  mark: PrintedMark | undefined
  /** Whether the city's cell names another country than the row. */
  contradicts: boolean
}

/** Those of the keys that are words, by key. */
export function readWords(keys: readonly NodeKey[], cells?: CityCells): Map<string, Words> {
  const words = keys.filter((key): key is string => typeof key === 'string' && key.startsWith('['))
  return new Map(words.map((key) => [key, wordsOf(JSON.parse(key) as WordKey, cells)]))
}

function wordsOf([id, name, city, country, mark]: WordKey, cells: CityCells | undefined): Words {
  const words = { id, name, country, mark, contradicts: false }
  if (city === null) return { ...words, city: null }
  if (mark || !cells) return { ...words, city: { name: city, country } }
  const cell = cells.read(city, country)
  if (cell.name === null) return { ...words, city: null, contradicts: true }
  return { ...words, country: cell.country, city: { ...cell, name: cell.name } }
}
