import { z } from 'zod'
import type { RankPoint, SeriesPoint, SubjectRow } from './cities.ts'
import type { DatasetStamp, EntityLabel, Finding, Provenance } from './common.ts'
import { datasetRef, regionId, rowLimit, sector, subject, text, year } from './common.ts'
import { query } from './define.ts'
import type { RankingRow } from './rankings.ts'
import { alsoMeasures } from './rankings.ts'

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

/** Everything an index says of an institution. */
export interface InstitutionProfile extends DatasetStamp {
  institution: EntityLabel & {
    sector: string | null
    /** Its own city; null where no file tells it. */
    city: EntityLabel | null
    region: string | null
    regionName: string
    regionNameZh: string
  }
  year: number
  /** Its row of the ranking of institutions, all subjects. */
  headline: RankingRow
  /** Its rows of the five subjects, in the fixed order of subjects. */
  subjects: SubjectRow[]
  series: SeriesPoint[]
  rankHistory: RankPoint[]
  /** Where its affiliations lie, largest Share first; `city` is null for those that no file tells. They add up to its Share. */
  places: { city: EntityLabel | null; share: number; count: number | null }[]
  finding: Finding | null
  /** Neighbours in the ranking of institutions. */
  previous: EntityLabel | null
  next: EntityLabel | null
}

export const institutionProfileInput = z.strictObject({
  dataset: datasetRef,
  /** Id, ROR or name. */
  institution: text,
  /** Of `places`; the other figures are of every subject. */
  subject,
  year: year.optional(),
  also: alsoMeasures,
})

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
  /** @throws not-computed, institution-unknown, institution-ambiguous, year-unknown. */
  'institutions.profile': query<InstitutionProfile>()(institutionProfileInput),
} as const
