import { z } from 'zod'
import type { DatasetStamp } from './common.ts'
import { datasetRef, subject } from './common.ts'
import { query } from './define.ts'

/** Share by year of every city, for the small lines of a list. */
export interface SeriesList extends DatasetStamp {
  filters: { subject: string }
  /** What the places of `values` are: the years of each scope, ascending; values of two scopes are never joined. */
  years: { year: number; scope: string | null }[]
  /** Those with a Share in any year; null in years without one. */
  rows: { id: string; values: (number | null)[] }[]
}

export const seriesInput = z.strictObject({
  dataset: datasetRef,
  subject,
})

export const series = {
  /** Shares as printed (by the edition that covered the year), or as computed. */
  'cities.series': query<SeriesList>()(seriesInput),
} as const
