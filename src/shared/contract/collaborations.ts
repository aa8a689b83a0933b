import { z } from 'zod'
import type { DatasetStamp, Provenance, Qualifier } from './common.ts'
import { datasetRef, rowLimit, text, year } from './common.ts'
import { query } from './define.ts'

/** A pair of institutions within a city. `score` is null where the source names the pair and prints no number. */
export interface CollaborationRow {
  a: string
  b: string
  aName: string
  aNameZh: string | null
  bName: string
  bNameZh: string | null
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
  /** Pairs of institutions, or of cities; scores between cities are computed only. */
  between: z.enum(['institutions', 'cities']).default('institutions'),
  /** Both lie in this city; of pairs of cities, it is one of the two. */
  city: text.optional(),
  /** Partners of this institution, wherever they are. */
  institution: text.optional(),
  /** First year of a period that ends with `year`. */
  from: year.optional(),
  subject: z.string().default('all'),
  year: year.optional(),
  /** Smallest score of the pairs wanted. */
  least: z.number().min(0).max(1e9).default(0),
  offset: z.int().min(0).default(0),
  limit: rowLimit(500),
})

export interface CollaborationList extends DatasetStamp {
  filters: {
    between: string
    city: string | null
    institution: string | null
    subject: string
    /** First year of the period; the year itself where there is but one. */
    from: number
    year: number
    /** Smallest score asked for; null where any is wanted. */
    least: number | null
  }
  /** Of all pairs with a joint article, whatever their score: how many stand here, and how many there are. */
  shown: { pairs: [n: number, of: number] }
  /** Pairs that match, before offset and limit. */
  total: number
  truncated: boolean
  rows: CollaborationRow[]
}

export const collaborations = {
  /** Ordered by subject, then printed rank of the city, then score (largest first, pairs without a number last). */
  'collaborations.list': query<CollaborationList>()(collaborationInput),
} as const
