import { z } from 'zod'
import type { DatasetStamp, EntityLabel, Provenance } from './common.ts'
import { datasetRef, regionId, rowLimit, sector, subject, text, year } from './common.ts'
import { query } from './define.ts'

/** An institution in one subject and year. */
export interface InstitutionRow {
  id: string
  name: string
  nameZh: string | null
  sector: string | null
  city: EntityLabel | null
  region: string | null
  /** Rank among all institutions of the index. */
  rank: number | null
  /** The institution's whole Share and Count, wherever its affiliations lie. */
  share: number
  count: number
  /** Its part in the city asked for; without a city the same as the whole. */
  shareInCity: number
  countInCity: number
  adjustedShare: number | null
  change: number | null
  changePct: number | null
  provenance: Provenance
}

export interface InstitutionList extends DatasetStamp {
  filters: {
    city: string | null
    region: string | null
    /** Only where one was asked for. */
    sector?: string
    subject: string
    year: number
    search: string
  }
  total: number
  truncated: boolean
  /** Of a city: Σ institutions within it + affiliations without an institution = its Share; else null. */
  reconciliation: {
    cityShare: number
    institutions: number
    withoutInstitution: number
    residual: number
  } | null
  rows: InstitutionRow[]
}

export const institutionInput = z.strictObject({
  dataset: datasetRef,
  city: text.optional(),
  region: regionId.optional(),
  sector: sector.optional(),
  subject,
  year: year.optional(),
  search: z.string().trim().max(200).default(''),
  offset: z.int().min(0).default(0),
  limit: rowLimit(100),
})

export const institutions = {
  /** Ordered by Share in the city (or the whole), largest first. @throws not-computed for a published edition. */
  'institutions.list': query<InstitutionList>()(institutionInput),
} as const
