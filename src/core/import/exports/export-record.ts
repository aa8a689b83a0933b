/** A record of an export of a bibliographic database, read or refused: one row (or one block of tags) an article. */
import type { ArticleRecord, AuthorRecord } from '../affiliations/article-record.ts'
import type { Rejection } from '../chunks/counts.ts'
import type { Countries } from '../places/countries.ts'

/** How sure it is which affiliation belongs to which author; stated in the report. */
export type Pairing =
  /** The record itself names each author with his affiliations. */
  | 'paired'
  /** It has one author, whose affiliations they all are. */
  | 'single-author'
  /** It has one address, which all authors share. */
  | 'single-address'
  /** Affiliations of an author were parted after the names of their countries. */
  | 'by-country'

export interface ReadArticle {
  article: ArticleRecord
  /** Types that the source prints, lower case. */
  types: string[]
  retracted: boolean
  pairing: Pairing
}

export interface RefusedRecord {
  reason: Rejection
  /** The value that was not accepted, or what it was. */
  detail: string
}

export type ReadRecord = ReadArticle | RefusedRecord

/** The text of a field; empty where the record has none. */
export type FieldsOf<Field extends string> = (field: Field) => string

export interface ExportTools {
  countries: Countries
}

export interface PairedAuthors {
  authors: AuthorRecord[]
  pairing: Pairing
}

export const isRefused = <T extends object>(value: T | RefusedRecord): value is RefusedRecord =>
  'reason' in value

export const refuse = (reason: Rejection, detail: string): RefusedRecord => ({
  reason,
  detail: detail.slice(0, 200),
})

interface Head {
  id: string
  doi: string
  title: string
  year: string
  journal: string
  issns: string
  line: number
}

/** What stands around the authors, or why it cannot be used. */
export function articleOf(
  { id, doi, title, year, journal, issns, line }: Head,
  authors: AuthorRecord[],
): ArticleRecord | RefusedRecord {
  const key = id || doi
  if (key === '') return refuse('no-id', title)
  const digits = /(?<!\d)\d{4}(?!\d)/.exec(year)?.[0]
  if (digits === undefined) return refuse('year', year === '' ? key : `${key}: ${year}`)
  const numbers = issns.split(/[;,|\s]+/).filter((part) => part !== '')
  return {
    id: key,
    doi: doi || null,
    title: title || null,
    year: Number(digits),
    journal:
      journal === '' && numbers.length === 0 ? null : { id: null, name: journal || null, issns: numbers },
    subjects: null,
    authors,
    line,
  }
}

/** The columns that tables of articles have alike. */
export type HeadField = 'doi' | 'title' | 'year' | 'journal' | 'issn'

/** The article of a table's row, by its own columns. */
export function articleOfRow(
  id: string,
  get: FieldsOf<HeadField>,
  line: number,
  authors: AuthorRecord[],
): ArticleRecord | RefusedRecord {
  const [doi, title, year] = [get('doi'), get('title'), get('year')]
  return articleOf({ id, doi, title, year, journal: get('journal'), issns: get('issn'), line }, authors)
}
