import { z } from 'zod'
import type { DatasetStamp, Finding, Provenance, Qualifier } from './common.ts'
import { datasetRef, regionId, subject, year } from './common.ts'
import { query } from './define.ts'

export const RANKING_SORTS = [
  'rank',
  'rankChange',
  'name',
  'region',
  'share',
  'count',
  'countPerShare',
  'adjustedShare',
  'change',
  'changePct',
  'regionSharePct',
] as const
export type RankingSort = (typeof RANKING_SORTS)[number]

/** A city in one subject and year. Every figure is null where it was not published (or is not known), never 0. */
export interface RankingRow {
  rank: number | null
  /** Places gained (+) or lost (−) since the year before, in the same scope. */
  rankChange: number | null
  cityId: string
  name: string
  nameZh: string | null
  /** ISO 3166-1 alpha-2. */
  region: string
  regionName: string
  regionNameZh: string
  /** Articles, fractionally counted. */
  share: number | null
  /** Articles. */
  count: number | null
  adjustedShare: number | null
  /** Change of adjusted Share since the year before, in articles. */
  change: number | null
  /** The same in percent. */
  changePct: number | null
  /** Percent of the region's Share. */
  regionSharePct: number | null
  /** Count ÷ Share. */
  countPerShare: number | null
  rankBefore: number | null
  rankQualifier: Qualifier | null
  changePctQualifier: Qualifier | null
  scope: string | null
  provenance: Provenance
  /** Printed changes over other periods, e.g. 2019–2023; they never stand in for `changePct`. */
  otherChanges: { from: number; to: number; value: number; unit: 'percent' | 'share'; qualifier: Qualifier }[]
}

export const rankingInput = z.strictObject({
  dataset: datasetRef,
  by: z.enum(['city', 'country']).default('city'),
  subject,
  /** Without it the dataset's default year. */
  year: year.optional(),
  region: regionId.optional(),
  /** Part of a name in English, Chinese or pinyin. */
  search: z.string().trim().max(200).default(''),
  sort: z.enum(RANKING_SORTS).optional(),
  descending: z.boolean().optional(),
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(5000).default(2000),
})
export type RankingInput = z.infer<typeof rankingInput>

export interface RankingList extends DatasetStamp {
  filters: {
    by: string
    subject: string
    year: number
    region: string | null
    search: string
    sort: RankingSort
    descending: boolean
  }
  /** Rows that match, before offset and limit. */
  total: number
  truncated: boolean
  /** Cities of the dataset with a figure of the kind, in this subject and year. */
  published: { rank: number; share: number; count: number; changePct: number; of: number }
  /** Cities by region for the filter tabs, before the region filter is applied. */
  regions: { id: string; name: string; nameZh: string; cities: number }[]
  scope: string | null
  /** Absent where the rows carry no sentence. */
  finding: Finding | null
  rows: RankingRow[]
}

export const rankings = {
  'rankings.list': query<RankingList>()(rankingInput),
} as const
