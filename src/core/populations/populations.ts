/**
 * Inhabitants of places, from the table that ships with the app (what the edition prints) and from the user's own, which
 * goes first place by place. A place that no table names is not known; nothing is estimated.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Population } from '../../shared/contract/populations.ts'
import { cityKey } from '../../shared/domain/city-key.ts'

export interface PopulationEntry extends Population {
  /** City or metropolitan area, by its English name. */
  name: string
  /** ISO 3166-1 alpha-2. */
  country: string
}

/** The user's table as it is kept in the data folder. */
export interface KeptPopulations {
  file: string
  sha256: string
  entries: PopulationEntry[]
}

type Folders = Readonly<{ dataDir: string; resourcesDir: string }>

export const keptPath = (dataDir: string): string => join(dataDir, 'populations.json')
export const templatePath = (resourcesDir: string): string =>
  join(resourcesDir, 'populations', 'template.csv')

const keyOf = (name: string, country: string) => `${country}/${cityKey(name, country)}`

export class PopulationTable {
  readonly #places: ReadonlyMap<string, readonly PopulationEntry[]>

  /** @param tables the first that names a place is the one that counts for it */
  constructor(...tables: (readonly PopulationEntry[])[]) {
    const places = new Map<string, readonly PopulationEntry[]>()
    for (const entries of tables.toReversed())
      for (const [key, found] of Map.groupBy(entries, ({ name, country }) => keyOf(name, country)))
        places.set(key, found)
    this.#places = places
  }

  /** Of the year, else of the nearest year given, the earlier one of two as near; null where the place is not named. */
  find(name: string, country: string, year: number): Population | null {
    const found = this.#places.get(keyOf(name, country)) ?? []
    const far = (entry: PopulationEntry) => Math.abs(entry.year - year)
    const [nearest] = [...found].sort((a, b) => far(a) - far(b) || a.year - b.year)
    if (!nearest) return null
    const { inhabitants, year: of, area, source } = nearest
    return { inhabitants, year: of, area, source }
  }
}

/** The user's table; null where none was given. A damaged one counts as none, and is told as none. */
export function keptPopulations(dataDir: string): KeptPopulations | null {
  const path = keptPath(dataDir)
  if (!existsSync(path)) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as KeptPopulations
  } catch {
    return null
  }
}

export function shippedPopulations(resourcesDir: string): PopulationEntry[] {
  return JSON.parse(
    readFileSync(join(resourcesDir, 'populations', 'printed.json'), 'utf8'),
  ) as PopulationEntry[]
}

export function loadPopulations({ dataDir, resourcesDir }: Folders): PopulationTable {
  return new PopulationTable(keptPopulations(dataDir)?.entries ?? [], shippedPopulations(resourcesDir))
}
