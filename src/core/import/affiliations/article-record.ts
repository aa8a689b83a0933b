import type { PrintedMark } from '../../articles/nodes.ts'

/** An article as any importer hands it on: what the source says, nothing computed. */

export interface AffiliationRecord {
  /** Null where the source names no institution (a country or a city alone). */
  institution: { id: string | null; name: string | null } | null
  /** City named by the affiliation itself; null leaves it to the institution's record. */
  city: string | null
  /** ISO 3166-1 alpha-2, upper case; null where unknown. */
  country: string | null
  /** The affiliation as printed; null where not kept by the source. */
  raw: string | null
  /** Where the city was read from the printed affiliation. */
  printed?: PrintedMark
}

export interface AuthorRecord {
  id: string | null
  name: string | null
  /** Empty for an author without any affiliation. */
  affiliations: AffiliationRecord[]
}

export interface ArticleRecord {
  /** The source's own id of the article; articles of one id are one article. */
  id: string
  doi: string | null
  title: string | null
  /** Calendar year of publication. */
  year: number
  journal: { id: string | null; name: string | null; issns: string[] } | null
  /** Subjects named by the source; null leaves them to the journal list and the mapping of fields. */
  subjects: string[] | null
  authors: AuthorRecord[]
  /** 1-based line of the file on which the article begins. */
  line: number
}
