import { z } from 'zod'
import type { DatasetStamp, EntityLabel, Provenance } from './common.ts'
import { datasetRef, ENTITY_NAMES, rowLimit, subject, text, year } from './common.ts'
import { query } from './define.ts'

/** A fraction in lowest terms as it is read: `1/6`, or `1`. */
export type FractionText = string

export interface DerivedAffiliation {
  institution: EntityLabel | null
  city: EntityLabel | null
  /** ISO 3166-1 alpha-2. */
  region: string | null
  /** Whether its city was read from printed addresses, as no file told it. */
  printed: boolean
  /** Its part of the article. */
  fraction: FractionText
  /** Whether it lies in the entity asked for (`a`) or in the partner (`b`). */
  counts: 'a' | 'b' | null
}

export interface DerivedAuthor {
  name: string | null
  /** As printed; empty where the source keeps none. */
  raw: string[]
  affiliations: DerivedAffiliation[]
}

export interface DerivedArticle {
  /** The source's id, e.g. `W4386123`. */
  id: string
  doi: string | null
  title: string | null
  journal: string | null
  year: number
  subjects: string[]
  /** Number of authors among whom the article is divided. */
  authorCount: number
  /** The entity's part of the article, as a number and exactly. */
  share: number
  fraction: FractionText
  /** Of a collaboration score the partner's part; null otherwise. */
  partnerShare: number | null
  partnerFraction: FractionText | null
  /** At most 200 authors: those who count, then the first of the others. Empty where words were not kept. */
  authors: DerivedAuthor[]
  authorsListed: number
}

export interface Derivation extends DatasetStamp {
  filters: { kind: string; id: string; partner: string | null; subject: string; from: number; to: number }
  entity: EntityLabel
  partner: EntityLabel | null
  /** Share (or score) and Count that the articles add up to, over all pages. */
  total: { share: number; articles: number }
  /** Whether the words of articles (titles, names, affiliations) were kept. */
  hasWords: boolean
  truncated: boolean
  provenance: Provenance
  rows: DerivedArticle[]
}

export const derivationInput = z.strictObject({
  dataset: datasetRef,
  kind: z.enum(ENTITY_NAMES).default('city'),
  /** Id or name of the entity. */
  id: text,
  /** Id or name of another entity of that kind. */
  partner: text.optional(),
  subject,
  from: year.optional(),
  to: year.optional(),
  offset: z.int().min(0).default(0),
  limit: rowLimit(20, 200),
})

export const derivation = {
  /** The articles behind a Share, or with `partner` behind a bilateral collaboration score; largest part first. */
  'derivation.of': query<Derivation>()(derivationInput),
} as const
