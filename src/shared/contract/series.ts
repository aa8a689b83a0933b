import { z } from 'zod'
import type { DatasetStamp } from './common.ts'
import { datasetRef, ENTITY_NAMES, subject } from './common.ts'
import { query } from './define.ts'

/** Share by year of every entity of a kind, for the small lines of a list. */
export interface SeriesList extends DatasetStamp {
  filters: { by: string; subject: string }
  /** What the places of `values` are: the years of each scope, ascending; values of two scopes are never joined. */
  years: { year: number; scope: string | null }[]
  /** Those with a Share in any year; null in years without one. */
  rows: { id: string; values: (number | null)[] }[]
}

export const seriesInput = z.strictObject({
  dataset: datasetRef,
  by: z.enum(ENTITY_NAMES).default('city'),
  subject,
})

export const series = {
  /** Shares as printed (by the edition that covered the year), or as computed. */
  'rankings.series': query<SeriesList>()(seriesInput),
} as const
