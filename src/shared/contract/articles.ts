import { z } from 'zod'
import type { DatasetStamp, EntityLabel, Provenance } from './common.ts'
import { datasetRef } from './common.ts'
import { query } from './define.ts'
import type { DerivedAffiliation, DerivedAuthor, FractionText } from './derivation.ts'

/**
 * What became of an article: it `counts`, it is a `duplicate` of one that decides in its place, it was read and
 * `refused`, or no record of it is known (`unknown`).
 */
export type ArticleStanding = 'counts' | 'duplicate' | 'refused' | 'unknown'

/** An affiliation, its part being 1/authors · 1/affiliations of the author. */
export interface ExplainedAffiliation extends DerivedAffiliation {
  country: EntityLabel | null
  /** Null for a city outside any metropolitan area: it stands for itself. */
  metro: EntityLabel | null
}

export interface ExplainedAuthor extends DerivedAuthor {
  affiliations: ExplainedAffiliation[]
  /** Number of affiliations among which the author's part is divided; 0 without any. */
  affiliationCount: number
  /** The author's part: 1/authors; 0 where it was spread over authors with affiliations. */
  fraction: FractionText
}

/** What one kind of affiliation has of an article; the parts add up to 1. */
export interface ExplainedPart extends Omit<ExplainedAffiliation, 'counts'> {
  /** The same as a number, to which the stored units add up. */
  share: number
}

export interface ExplainedArticle {
  standing: 'counts' | 'duplicate'
  /** The source's id, e.g. `W4386123`. */
  id: string
  doi: string | null
  title: string | null
  journal: string | null
  year: number
  subjects: string[]
  /** Number of authors among whom the article is divided. */
  authorCount: number
  /** At most 200 authors in the source's order; empty where words were not kept. */
  authors: ExplainedAuthor[]
  /** All authors of the source. */
  authorsListed: number
  /** Largest first; an affiliation with nothing known is that of authors without any. */
  parts: ExplainedPart[]
  /** What the parts add up to: `1`. */
  sum: FractionText
  /** Of a duplicate the record that decides; null where it is known under a merged id alone. */
  decidedBy: { id: string; by: 'id' | 'doi'; counts: boolean } | null
}

/** A record that does not count, with its reason where the import listed it. */
export interface RefusedArticle {
  id: string | null
  reason: string | null
  /** File, line and what stood there; null where the import did not list the record. */
  where: { file: string; line: number; detail: string } | null
}

/** What decides in this dataset whether an article counts. */
export interface CountingRules {
  types: string[]
  retracted: boolean
  truncated: boolean
  spreadUnknown: boolean
  /** Files of journal lists; empty where every journal counts. */
  journalLists: string[]
}

export interface ArticleExplanation extends DatasetStamp {
  asked: string
  /** How `asked` was understood. */
  by: 'id' | 'doi' | 'title'
  standing: ArticleStanding
  /** Records that are stored, those that count first; at most 10. */
  articles: ExplainedArticle[]
  /** Whether more titles hold the words. */
  truncated: boolean
  refused: RefusedArticle[]
  /** Refused records of tables and exports that no list names: an unknown article may be one of them. */
  unlisted: number
  /** Whether titles and names were kept; without them none is found by its title. */
  hasWords: boolean
  rules: CountingRules
  provenance: Provenance
}

export const articles = {
  /** How an article is counted, or why it is not. @throws not-computed. */
  'articles.explain': query<ArticleExplanation>()(
    z.strictObject({
      dataset: datasetRef,
      /** An OpenAlex id, a DOI, another source's id, or words of the title as they stand. */
      article: z.string().trim().min(1).max(400),
    }),
  ),
} as const
