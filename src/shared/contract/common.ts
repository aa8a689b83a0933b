import { z } from 'zod'
import type { Language } from '../domain/language.ts'
import { LANGUAGES } from '../domain/language.ts'
import { isDatasetId } from '../domain/dataset-id.ts'
import { ALL_SUBJECTS } from '../domain/subjects.ts'
import { SECTORS } from '../domain/sectors.ts'
import { EARLIEST_YEAR, LATEST_YEAR } from '../domain/years.ts'

export const datasetId = z
  .string()
  .refine(isDatasetId, 'an id of a-z, 0-9 and -, up to 64, not a device of Windows')
/** The dataset asked; without it the bundled published edition. */
export const datasetRef = datasetId.default('science-cities-2024')
export const subject = z.enum(ALL_SUBJECTS as [string, ...string[]]).default('all')
export const year = z.int().min(EARLIEST_YEAR).max(LATEST_YEAR)
/** ISO 3166-1 alpha-2, upper case. */
export const regionId = z.string().regex(/^[A-Z]{2}$/)
export const language = z.enum(LANGUAGES).default('en')
/** Of institutions. */
export const sector = z.enum(SECTORS)
/** How many rows an answer holds at most; `all` for files and scripts. */
export const rowLimit = (usual: number, most = 5000) =>
  z.union([z.int().min(1).max(most), z.literal('all')]).default(usual)
export const text = z.string().trim().min(1).max(200)
/** An opaque name that the host gave to a file or folder chosen by the user. */
export const fileToken = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)

/**
 * Where a figure comes from: `printed` in an edition, `computed` from articles, `sample` from the synthetic
 * sample. A figure that does not exist is null and shown as "not published" (editions) or "not known".
 */
export type Provenance = 'printed' | 'computed' | 'sample'

export type { Qualifier } from '../domain/qualifiers.ts'

/** What every answer says of the data it was made from. */
export interface DatasetStamp {
  dataset: string
  /** Revision and content digest, e.g. `r1-4f1c09d27ae8`; changes whenever a figure changes. */
  version: string
}

/** What was counted: `natural-82` (82 journals) or `natural-health-145` (145 journals). Values of two scopes are never joined. */
export interface Scope {
  id: string
  label: string
  labelZh: string
  journals: number | null
}

/** The sentence under a view's title, in every language; `**…**` marks the figures in it. */
export type Finding = Record<Language, string>

export { ENTITY_NAMES } from '../domain/entity-names.ts'
export type { EntityName } from '../domain/entity-names.ts'

/** An entity as lists name it. */
export interface EntityLabel {
  id: string
  name: string
  nameZh: string | null
}
