import { z } from 'zod'
import { MOST_GROUPS, MOST_PER_CITY, REACHES } from '../domain/pairs.ts'
import type { Reach } from '../domain/pairs.ts'
import type { DatasetStamp, EntityLabel, Provenance, Qualifier } from './common.ts'
import { datasetId, datasetRef, rowLimit, text, year } from './common.ts'
import { query } from './define.ts'

/** What an edition prints of a pair. */
export interface PrintedScore {
  /** Null where the edition names the pair and prints no number. */
  score: number | null
  qualifier: Qualifier
  note: string
  source: { file: string; line: number; origin: string }
}

/**
 * A pair of institutions, cities or countries. `score` is null where the source names the pair and prints no number, and
 * where an edition prints a pair that the index does not have.
 */
export interface CollaborationRow {
  a: string
  b: string
  aName: string
  aNameZh: string | null
  bName: string
  bNameZh: string | null
  /** City of each institution; null where not known, and of cities and countries themselves. */
  aCity: EntityLabel | null
  bCity: EntityLabel | null
  /** Country or region of each, ISO 3166-1 alpha-2; null where not known. */
  aRegion: string | null
  bRegion: string | null
  /** Null where a place of one of them is not known. */
  reach: Reach | null
  /** Of partners: percent of the total collaboration score of the one asked about. */
  partPct?: number
  /** Where an edition was put beside: what it prints of the pair; null where it names no such pair. */
  printed?: PrintedScore | null
  cityId: string
  city: string
  cityZh: string | null
  subject: string
  year: number
  /** Bilateral collaboration score, in articles. */
  score: number | null
  /** Joint articles; null where not published. */
  articles: number | null
  qualifier: Qualifier
  /** What the source says where it names a pair without a number, e.g. "leading pair". */
  note: string
  /** Rank of the city in the subject as printed; null where not printed. */
  cityRank: number | null
  provenance: Provenance
  source: { file: string; line: number; origin: string }
}

export const collaborationInput = z.strictObject({
  dataset: datasetRef,
  /** Pairs of institutions, of cities or of countries; scores between cities or countries are computed only. */
  between: z.enum(['institutions', 'cities', 'countries']).default('institutions'),
  /** Both lie in this city; of pairs of cities, it is one of the two. */
  city: text.optional(),
  /** Partners of this institution, wherever they are. */
  institution: text.optional(),
  /** Of pairs of countries, one of the two. */
  country: text.optional(),
  /** Only pairs that reach so far. */
  reach: z.enum(REACHES).optional(),
  /** Grouped by city: this many leading pairs of institutions within each of the leading cities. Computed indexes only. */
  perCity: z.int().min(1).max(MOST_PER_CITY).optional(),
  /** How many leading cities, where pairs are grouped; else it says nothing. */
  cities: z.int().min(1).max(MOST_GROUPS).optional(),
  /**
   * What counts as a city: metropolitan areas with the cities outside any (usual where pairs are grouped), or cities
   * (usual of `city`). Of cities, countries and partners it says nothing but that an area has no partners.
   */
  area: z.enum(['metro', 'city']).optional(),
  /** Grouped: a published edition whose printed pairs of the same year and subject stand beside. */
  beside: datasetId.optional(),
  /** First year of a period that ends with `year`. */
  from: year.optional(),
  subject: z.string().default('all'),
  year: year.optional(),
  /** Smallest score of the pairs wanted. */
  least: z.number().min(0).max(1e9).default(0),
  offset: z.int().min(0).default(0),
  limit: rowLimit(500),
})

/** The total collaboration score of the one whose partners were asked for (Σ over all partners, in articles), by reach. */
export interface WholeScore extends Record<Reach, number> {
  entity: EntityLabel
  score: number
  /** With partners whose place is not known. */
  unknown: number
}

/** A leading city, where pairs are grouped. */
export interface PairGroup {
  city: EntityLabel
  /** In the subject and year; null where the index states no rank. */
  rank: number | null
  /** In articles. */
  share: number
  /** Of the pairs of institutions within it that have a joint article: how many stand here, and how many there are. */
  pairs: [n: number, of: number]
}

export interface CollaborationList extends DatasetStamp {
  filters: {
    between: string
    city: string | null
    institution: string | null
    country?: string
    reach?: Reach
    perCity?: number
    cities?: number
    area?: 'metro' | 'city'
    beside?: string
    subject: string
    /** First year of the period; the year itself where there is but one. */
    from: number
    year: number
    /** Smallest score asked for; null where any is wanted. */
    least: number | null
  }
  /** Of all pairs with a joint article, whatever their score: how many stand here, and how many there are. */
  shown: { pairs: [n: number, of: number] }
  /** Only of partners. */
  whole?: WholeScore
  /** Only where pairs are grouped: in order of rank. */
  groups?: PairGroup[]
  /** Pairs that match, before offset and limit. */
  total: number
  truncated: boolean
  rows: CollaborationRow[]
}

export const collaborations = {
  /** Ordered by subject, then printed rank of the city, then score (largest first, pairs without a number last). */
  'collaborations.list': query<CollaborationList>()(collaborationInput),
} as const
