import { z } from 'zod'
import { fileToken } from './common.ts'
import { command, query } from './define.ts'

/** Inhabitants of a place, as a table of populations gives them. */
export interface Population {
  inhabitants: number
  year: number
  /** What the number is of, e.g. `city proper` or `metropolitan area`, in the table's words. */
  area: string
  source: string
}

/** The table of populations that the user gave; `printed` stand in the edition and ship with the app. */
export interface Populations {
  /** File as it was given; null where none was. */
  file: string | null
  sha256: string | null
  /** Places and rows of the user's table. */
  places: number
  rows: number
  printed: number
  /** A table with the names of the edition's cities, to be filled in. */
  template: string
}

export const populations = {
  'populations.show': query<Populations>()(z.strictObject({})),
  /**
   * Takes a table `city, country, year, population, area, source` in place of the one before.
   * @throws AppError import-rejected with file, line and reason; the table before then stays.
   */
  'populations.replace': command<Populations>()(z.strictObject({ files: fileToken })),
} as const
