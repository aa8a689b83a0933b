import { z } from 'zod'
import type { RankingSort } from '../domain/ranking-sorts.ts'
import { RANKING_SORTS } from '../domain/ranking-sorts.ts'
import { ON_DEMAND } from '../measures/ranking.ts'
import type { RankingFigures, RankingMeasureId } from '../measures/ranking.ts'
import type { DatasetStamp, EntityLabel, EntityName, Finding, Provenance, Qualifier } from './common.ts'
import { datasetRef, ENTITY_NAMES, regionId, rowLimit, sector, subject, year } from './common.ts'
import type { ChangeList } from './changes.ts'
import { changesInput } from './changes.ts'
import { query } from './define.ts'
import type { RankingGroup } from './groups.ts'
import { groupRef } from './groups.ts'
import type { Population } from './populations.ts'
import type { BandFigures, BandsMade, ChangeFigures, Drawn } from './stability.ts'
import { drawn } from './stability.ts'

export type { RankingSort }

/**
 * An entity in one subject and year: a value for every measure of rankings (`shared/measures/ranking.ts`), null where it
 * was not published (or is not known), never 0.
 * Bands stand in it where they were asked for.
 */
export interface RankingRow extends RankingFigures, Partial<BandFigures> {
  /** Of the city, metropolitan area, country or institution: `by` says which. */
  id: string
  by: EntityName
  name: string
  nameZh: string | null
  /** ISO 3166-1 alpha-2. */
  region: string
  regionName: string
  regionNameZh: string
  /** What `perMillion` was divided by. */
  population: Population | null
  rankBefore: number | null
  rankQualifier: Qualifier | null
  changePctQualifier: Qualifier | null
  scope: string | null
  provenance: Provenance
  /** Decimals that the source prints, where it is known to print others than the measure has. */
  printedDecimals?: Partial<Record<RankingMeasureId, number>>
  /** Of an institution the city it lies in; absent where the row is a place. */
  within?: EntityLabel | null
  /** All its articles that the recipe asked for are here: the index was collected for it, or for the place that it lies in. */
  collected?: true
  /** Of an institution; null where its record names none, or it has none. */
  sector?: string | null
  /** Printed changes over other periods, e.g. 2019–2023; they never stand in for `changePct`. */
  otherChanges: {
    from: number
    to: number
    value: number
    unit: 'percent' | 'share'
    qualifier: Qualifier
    /** As printed; absent where that is not known. */
    decimals?: number
  }[]
}

/** Measures wanted besides the others, which take a walk through the articles: the reach of collaboration. */
export const alsoMeasures = z.array(z.enum(ON_DEMAND)).max(RANKING_SORTS.length).default([])

export const rankingInput = z.strictObject({
  dataset: datasetRef,
  /** Metropolitan areas, countries and institutions are known of computed indexes only. */
  by: z.enum(ENTITY_NAMES).default('city'),
  subject,
  /** Without it the dataset's default year. */
  year: year.optional(),
  /** Base year of adjusted Share and of changes; without it the year itself. */
  base: year.optional(),
  region: regionId.optional(),
  /** Institutions of one sector; of other entities nothing is left out. */
  sector: sector.optional(),
  /** Members of a group alone; of an index with what they have together. */
  group: groupRef.optional(),
  /** Part of a name in English, Chinese or pinyin. */
  search: z.string().trim().max(200).default(''),
  sort: z.enum(RANKING_SORTS).optional(),
  also: alsoMeasures,
  descending: z.boolean().optional(),
  /** With intervals of Share and rank; seconds where `stability.ranking` has not drawn them. Of computed indexes only. */
  bands: drawn.optional(),
  offset: z.int().min(0).default(0),
  limit: rowLimit(2000),
})
export type RankingInput = z.infer<typeof rankingInput>

export interface RankingList extends DatasetStamp {
  filters: {
    by: string
    subject: string
    year: number
    region: string | null
    /** Only where one was asked for. */
    sector?: string
    /** Only where one was asked for: its name. */
    group?: string
    search: string
    sort: RankingSort
    descending: boolean
    /** Only where they were asked for. */
    bands?: Drawn
  }
  /** Rows that match, before offset and limit. */
  total: number
  truncated: boolean
  /** Cities of the dataset with a figure of the kind, in this subject and year. */
  published: { rank: number; share: number; count: number; changePct: number; of: number }
  /** Cities by region for the filter tabs, before the region filter is applied. */
  regions: { id: string; name: string; nameZh: string; cities: number }[]
  /** Of institutions: the sectors named, with the numbers of rows, before the sector is filtered. */
  sectors?: { id: string; rows: number }[]
  /** Of the group that was asked for, whatever the other filters leave of it. */
  group?: RankingGroup
  scope: string | null
  /** Of a computed index: how many articles it has in the year, the year before and the base year. */
  index: IndexTotals | null
  /** What the bands were made by, where they were asked for. */
  bands?: BandsMade
  /** Absent where the rows carry no sentence. */
  finding: Finding | null
  rows: RankingRow[]
}

/** Articles in the whole index, all subjects: N of adjusted Share. */
export interface IndexTotals {
  year: number
  base: number
  articles: number
  /** Null where the index has no article of the year before. */
  articlesBefore: number | null
  articlesBase: number
  /** Articles of the year in the subject asked for. */
  articlesInSubject: number
  /** Parts of these that no entity of this kind has, in articles: authors without affiliation, unknown places. */
  unknown: number
}

export const risingInput = z.strictObject({
  dataset: datasetRef,
  by: z.enum(ENTITY_NAMES).default('city'),
  subject,
  /** First and last year compared; without them the last two years of the index. */
  from: year.optional(),
  to: year.optional(),
  /** Base year of adjusted Share; without it the last year compared. */
  base: year.optional(),
  region: regionId.optional(),
  sort: z.enum(['change', 'changePct']).default('change'),
  /** Smallest Share in the first year, in articles; by percent the usual one where nothing is said (`core/indicators/usual-floor.ts`), else 0. */
  floor: z.number().min(0).max(1e6).optional(),
  /** With intervals of the changes; seconds where `stability.changes` has not drawn them. */
  bands: drawn.optional(),
  limit: rowLimit(100),
})
export type RisingInput = z.infer<typeof risingInput>

/** Intervals of the changes stand in it where they were asked for. */
export interface RisingRow extends Partial<ChangeFigures> {
  place: number
  id: string
  name: string
  nameZh: string | null
  region: string
  regionName: string
  regionNameZh: string
  within: EntityLabel | null
  shareFrom: number
  shareTo: number
  /** Adjusted to the index of the base year. */
  adjustedFrom: number
  adjustedTo: number
  change: number
  /** Null where the first year's Share is 0. */
  changePct: number | null
  rankFrom: number | null
  rankTo: number | null
  /** As in a ranking: the index was collected for it. */
  collected?: true
  /** Adjusted Share of every year of the index, ascending; null in years without an article. */
  series: (number | null)[]
  provenance: Provenance
}

export interface RisingList extends DatasetStamp {
  filters: {
    by: string
    subject: string
    from: number
    to: number
    base: number
    region: string | null
    sort: string
    floor: number
    /** Only where they were asked for. */
    bands?: Drawn
  }
  /** Years of `series` and articles of the index in each. */
  years: number[]
  articles: number[]
  total: number
  truncated: boolean
  base: RisingBase
  finding: Finding | null
  rows: RisingRow[]
}

/** The Shares of the first year: of whom the floor leaves out, and how they are spread. */
export interface RisingBase {
  /** The floor that stands by percent where none is asked for. */
  usualFloor: number
  /** Entities with an article in one of the two years and a Share of the first below the floor. */
  leftOut: number
  /** Of these (with a Share in the first year) the largest rise in percent, with its Share of that year; null without one. */
  steepest: { name: string; nameZh: string | null; share: number; changePct: number } | null
  /** Entities without an article in the first year: nothing to take a percentage of. */
  none: number
  /** Numbers of entities by Share of the first year: `counts[i]` from `edges[i]` to below `edges[i + 1]`; the first also holds what is below. */
  edges: number[]
  counts: number[]
}

export const rankings = {
  'rankings.list': query<RankingList>()(rankingInput),
  /** Entities by change of adjusted Share between two years, largest first. @throws not-computed for a published edition. */
  'rankings.rising': query<RisingList>()(risingInput),
  /** Changes that an edition prints, by subject and period, percentages before Shares, largest first. Of an index there are none. */
  'rankings.changes': query<ChangeList>()(changesInput),
} as const
