/**
 * Cities that a user goes back to, kept in the data folder for all datasets and every window; and which of the cities that
 * an address names a dataset has.
 */
import { z } from 'zod'
import type { EntityLabel } from './common.ts'
import { datasetRef } from './common.ts'
import { command, query } from './define.ts'

/** City ids; `shanghai`, `中国-北京`, `cambridge-us`. */
const cityId = z.string().regex(/^[\p{L}\p{N}-]{1,200}$/u)

export interface KeptCityIds {
  /** In the order in which they were starred. */
  favourites: string[]
  /** Pages opened, the latest first. */
  recent: string[]
}

/** As the dataset asked names them; those it has not got are left out. */
export interface KeptCities {
  favourites: EntityLabel[]
  recent: EntityLabel[]
}

export interface KnownCities {
  known: EntityLabel[]
  /** `instead`: the city of the metropolitan area that was asked for, or the area of the city, where the dataset has that. */
  missing: { id: string; instead: EntityLabel | null }[]
}

export const keptCities = {
  'cities.known': query<KnownCities>()(
    z.strictObject({ dataset: datasetRef, cities: z.array(cityId).min(1).max(6) }),
  ),
  'cities.kept': query<KeptCities>()(z.strictObject({ dataset: datasetRef })),
  /** Notes that a city's page was opened, or stars it, or takes the star away. @throws AppError disk-full. */
  'cities.keep': command<KeptCityIds>()(
    z.strictObject({ city: cityId, as: z.enum(['opened', 'favourite', 'no-favourite']) }),
  ),
} as const
