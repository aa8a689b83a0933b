/** One row of an affiliations table. */
import type { TableField } from '../../../shared/domain/table-fields.ts'
import { articleKey, plainDoi } from './article-id.ts'
import { isYear } from '../../../shared/domain/years.ts'
import type { ColumnMap } from './fields.ts'

/** Why a row was rejected. */
export type RowFault =
  | 'csv-syntax'
  | 'quote-not-closed'
  | 'record-too-large'
  | 'columns'
  | 'nul-byte'
  | 'article-missing'
  | 'author-missing'
  | 'year'
  | 'author-seq'
  | 'authors-count'

/** What a row says of its article; equal in all its rows. */
export interface ArticleCells {
  doi: string
  title: string
  year: number
  journal: string
  issn: string
  source: string
  subjects: string
  authors: number | null
}

export interface AuthorCells {
  seq: number | null
  id: string
  name: string
}

export interface PlaceCells {
  institutionId: string
  institution: string
  city: string
  country: string
  raw: string
}

export interface ParsedRow {
  article: string
  head: ArticleCells
  author: AuthorCells
  place: PlaceCells
}

export interface FaultyRow {
  fault: RowFault
  /** The article it belongs to, where that can be told: without this row the article is not whole. */
  article: string | null
  /** As far as it names one. */
  doi: string
  value: string
}

/** @param width number of columns of the head line. */
export function parseRow(cells: readonly string[], map: ColumnMap, width: number): ParsedRow | FaultyRow {
  const cell = (field: TableField): string => {
    const at = map[field]
    return at === null ? '' : (cells[at] ?? '').trim()
  }
  const doi = cell('doi')
  const article = articleKey(cell('article_id')) || plainDoi(doi)
  const faulty = (fault: RowFault, value: string): FaultyRow => {
    return { fault, article: article === '' || article.includes('\0') ? null : article, doi, value }
  }
  if (cells.length !== width) return faulty('columns', `${cells.length}/${width}`)
  if (cells.some((text) => text.includes('\0'))) return faulty('nul-byte', '')
  if (article === '') return faulty('article-missing', '')
  const year = wholeNumber(cell('year'))
  if (year === null || !isYear(year)) return faulty('year', cell('year'))
  const seq = wholeNumber(cell('author_seq'))
  if (seq === null && cell('author_seq') !== '') return faulty('author-seq', cell('author_seq'))
  const authors = wholeNumber(cell('authors_count'))
  if (authors === null && cell('authors_count') !== '') return faulty('authors-count', cell('authors_count'))
  const author = { seq, id: cell('author_id'), name: cell('author_name') }
  if (seq === null && author.id === '' && author.name === '') return faulty('author-missing', '')
  return {
    article,
    head: {
      doi,
      title: cell('title'),
      year,
      journal: cell('journal'),
      issn: cell('issn'),
      source: cell('source_id'),
      subjects: cell('subjects'),
      authors,
    },
    author,
    place: {
      institutionId: cell('institution_id'),
      institution: cell('institution'),
      city: cell('city'),
      country: cell('country'),
      raw: cell('affiliation'),
    },
  }
}

/** `2023`, or `2023.0` as spreadsheets write it; null for anything else. */
function wholeNumber(text: string): number | null {
  if (!/^\d{1,9}(\.0+)?$/.test(text)) return null
  return Number(text)
}
