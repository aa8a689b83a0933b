/** Favourite and lately opened cities: one small JSON file in the data folder, for all datasets. */
import { join } from 'node:path'
import { z } from 'zod'
import type { KeptCityIds } from '../../shared/contract/kept-cities.ts'
import { readJsonFile, writeJsonFile } from '../kept/json-file.ts'
import type { Merged } from '../kept/merged.ts'

/** Pages opened that are remembered. */
export const MOST_RECENT = 8
export const MOST_FAVOURITES = 100

const ids = z.array(z.string().max(200)).max(MOST_FAVOURITES)
const schema = z.strictObject({
  format: z.literal('science-cities-kept-cities'),
  version: z.literal(1),
  favourites: ids,
  recent: ids,
})

export const keptCitiesPath = (dataDir: string): string => join(dataDir, 'kept-cities.json')

/** A file that is missing or damaged counts as none: nothing but a convenience is lost with it. */
export function readKeptCities(dataDir: string): KeptCityIds {
  try {
    const parsed = schema.safeParse(readJsonFile(keptCitiesPath(dataDir), (reason) => new Error(reason)))
    if (parsed.success) return { favourites: parsed.data.favourites, recent: parsed.data.recent }
  } catch {
    // It cannot be read.
  }
  return { favourites: [], recent: [] }
}

/** @throws of the file system. */
export function keepCity(
  dataDir: string,
  { city, as }: { city: string; as: 'opened' | 'favourite' | 'no-favourite' },
): KeptCityIds {
  const { favourites, recent } = readKeptCities(dataDir)
  const others = (list: readonly string[]) => list.filter((each) => each !== city)
  const next: KeptCityIds =
    as === 'opened'
      ? { favourites, recent: [city, ...others(recent)].slice(0, MOST_RECENT) }
      : {
          favourites: [...others(favourites), ...(as === 'favourite' ? [city] : [])].slice(-MOST_FAVOURITES),
          recent,
        }
  write(dataDir, next)
  return next
}

/** Takes in the favourites of another folder after those here; what was lately opened there only where nothing was here. */
export function mergeKeptCities(from: string, into: string): Merged {
  const [theirs, ours] = [readKeptCities(from), readKeptCities(into)]
  const room = MOST_FAVOURITES - ours.favourites.length
  const added = theirs.favourites.filter((id) => !ours.favourites.includes(id)).slice(0, room)
  const recent = ours.recent.length > 0 ? ours.recent : theirs.recent
  if (added.length > 0 || recent !== ours.recent)
    write(into, { favourites: [...ours.favourites, ...added], recent })
  return { restored: added.length, replaced: 0, kept: theirs.favourites.length - added.length }
}

function write(dataDir: string, kept: KeptCityIds): void {
  writeJsonFile(keptCitiesPath(dataDir), { format: 'science-cities-kept-cities', version: 1, ...kept })
}
