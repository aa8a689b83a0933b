import { z } from 'zod'
import type { DatasetStamp, EntityLabel, Provenance } from './common.ts'
import { datasetRef, ENTITY_NAMES, rowLimit, subject, text, year } from './common.ts'
import type { StepKind } from '../domain/step-kinds.ts'
import { STEP_KINDS } from '../domain/step-kinds.ts'
import { query } from './define.ts'

export type { StepKind } from '../domain/step-kinds.ts'

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
  /** Whether it lies in the entity asked for (`a`), as far as it was narrowed, or in the partner (`b`). */
  counts: 'a' | 'b' | null
  /** Only where the number was narrowed: it lies in the whole entity, outside what is read. */
  beside?: true
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

/** One step down from a number: its part in a subject, a year, or an entity within it. */
export interface DerivationStep {
  by: StepKind
  id: string
}

/** The number, or its part after a step. */
export interface DerivedStep extends DerivationStep {
  /** Of entities; null for a subject, a year, and where no entity is known. */
  label: EntityLabel | null
  share: number
  articles: number
}

/** Articles by their parts: from `from`, not included, to `to`; the last is of whole articles alone. */
export interface PartBin {
  from: number
  to: number
  articles: number
  share: number
}

export interface Derivation extends DatasetStamp {
  filters: {
    kind: string
    id: string
    partner: string | null
    subject: string
    from: number
    to: number
    /** Only where it was narrowed, searched or sorted. */
    path?: DerivationStep[]
    find?: string
    sort?: string
    descending?: boolean
  }
  entity: EntityLabel
  partner: EntityLabel | null
  /** The number asked for, then its part after each step. */
  steps: DerivedStep[]
  /** Share (or score) and Count that the articles add up to, over all pages; after the last step, before the search. */
  total: { share: number; articles: number }
  /**
   * What the articles add up to less the figure that rankings show, in articles: 0 unless the file is damaged. Null where no
   * such figure is stored: of a score, and of a part.
   */
  residual: number | null
  /** Of these, what the search left. */
  found: { share: number; articles: number }
  /** How the articles of `total` are spread by the part that counts. */
  bins: PartBin[]
  /** Whether the words of articles (titles, names, affiliations) were kept. */
  hasWords: boolean
  truncated: boolean
  provenance: Provenance
  rows: DerivedArticle[]
}

const step = z.strictObject({ by: z.enum(STEP_KINDS), id: text })
export const derivationPath = z.array(step).max(4).default([])
const numberAsked = {
  dataset: datasetRef,
  kind: z.enum(ENTITY_NAMES).default('city'),
  /** Id or name of the entity. */
  id: text,
  /** Id or name of another entity of that kind. */
  partner: text.optional(),
  subject,
  from: year.optional(),
  to: year.optional(),
  /** Steps down from the number, the widest first. Of a score to a subject, a year, or of two institutions to a place. */
  path: derivationPath,
}

/** By what articles stand: the part that counts, the year, the number of authors. */
export const ARTICLE_SORTS = ['part', 'year', 'authors'] as const
export type ArticleSort = (typeof ARTICLE_SORTS)[number]

export const derivationInput = z.strictObject({
  ...numberAsked,
  /** Part of a title, journal, id or DOI, or of an author's name, without regard to case. */
  find: z.string().trim().max(200).default(''),
  sort: z.enum(ARTICLE_SORTS).default('part'),
  /** Without it from the largest, of authors from the fewest. */
  descending: z.boolean().optional(),
  offset: z.int().min(0).default(0),
  limit: rowLimit(20, 200),
})

/** One row of a number's parts. */
export interface PartRow {
  /** Id of the entity, the subject, or the year; `NOBODY` for what no entity is known of. */
  id: string
  label: EntityLabel | null
  share: number
  articles: number
}

export interface NumberParts extends DatasetStamp {
  filters: Pick<Derivation['filters'], 'kind' | 'id' | 'partner' | 'subject' | 'from' | 'to' | 'path'>
  by: StepKind
  steps: DerivedStep[]
  /** The number that is divided. */
  total: { share: number; articles: number }
  /** Subjects share articles: their parts are no parts of a sum. */
  overlapping: boolean
  /** All parts less the number, in articles; null where they overlap. */
  residual: number | null
  /** All rows, and what those of them that are not listed here add up to. */
  of: number
  rest: { parts: number; share: number }
  truncated: boolean
  /** Largest first; years in their order. */
  rows: PartRow[]
}

export const partsInput = z.strictObject({
  ...numberAsked,
  by: z.enum(STEP_KINDS),
  offset: z.int().min(0).default(0),
  limit: rowLimit(200, 5000),
})

export const derivation = {
  /** The articles behind a Share, or with `partner` behind a bilateral collaboration score; largest part first. */
  'derivation.of': query<Derivation>()(derivationInput),
  /** What a Share or score consists of, by one kind. @throws not-computed, input-invalid where it cannot be divided so. */
  'derivation.parts': query<NumberParts>()(partsInput),
} as const
