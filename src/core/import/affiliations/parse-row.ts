/** One row of an affiliations table. */
import type { TableField } from '../../../shared/domain/table-fields.ts'
import { isYear } from '../../../shared/domain/years.ts'
import { isMissingPerson, isMissingWord } from '../text/missing-words.ts'
import { articleKey, plainDoi } from '../../articles/article-id.ts'
import type { ColumnMap } from './fields.ts'
import { areLists, isJoined, SINGLE_FIELDS } from './joined.ts'
import { namesNamibia, UNSURE_NA } from './namibia.ts'
import { wholeNumber } from './whole-number.ts'

/** Why a row was rejected. */
export type RowFault =
  | 'csv-syntax'
  | 'quote-not-closed'
  | 'record-too-large'
  | 'columns'
  | 'cut-off'
  | 'nul-byte'
  | 'article-missing'
  | 'author-missing'
  | 'year'
  | 'author-seq'
  | 'authors-count'
  | 'joined-values'

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
  /** Cells that hold a word for "missing", save `NA` in the country. */
  missing: number
  /** Whether the country is the word `NA` in a row without a place. */
  lonelyNa: boolean
  /** Cells in which bytes could not be read (U+FFFD). */
  damaged: number
  /** Cells that the row lacks at its end. */
  lacking: number
}

export interface FaultyRow {
  fault: RowFault
  /** The article it belongs to, where that can be told: without this row the article is not whole. */
  article: string | null
  /** As far as it names one. */
  doi: string
  value: string
}

/** Fields that are read from cells of text, for which words for "missing" are looked up. */
class Cells {
  missing = 0
  damaged = 0
  private readonly cells: readonly string[]
  private readonly map: ColumnMap

  constructor(cells: readonly string[], map: ColumnMap) {
    this.cells = cells
    this.map = map
  }

  /** As it stands, trimmed, without signs that nobody sees: spreadsheets and web pages leave them in names. */
  raw(field: TableField): string {
    const at = this.map[field]
    const cell = at === null ? '' : (this.cells[at] ?? '')
    return (UNSEEN.test(cell) ? cell.replaceAll(UNSEEN_ALL, '') : cell).trim()
  }

  /** Empty where it holds a word for "missing". */
  text(field: TableField): string {
    const text = this.raw(field)
    if (text === '') return ''
    if (text.includes('\uFFFD')) this.damaged += 1
    if (!(field === 'author_name' ? isMissingPerson(text) : isMissingWord(text))) return text
    this.missing += 1
    return ''
  }
}

/** Spaces of no width, marks of direction and byte order, soft hyphens. Joiners stay: some scripts are spelled with them. */
const UNSEEN = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/
const UNSEEN_ALL = new RegExp(UNSEEN, 'g')

/** Whether nothing stands in any cell: spreadsheets leave rows of separators. */
export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '')
}

/**
 * Cells that are there beyond the head's, or lacking at the end, do not matter where they are empty; of those lacking
 * that cannot be known, and spreadsheets do leave them out.
 * @param width number of columns of the head line.
 */
export function parseRow(given: readonly string[], map: ColumnMap, width: number): ParsedRow | FaultyRow {
  const cells = new Cells(given, map)
  const doi = cells.text('doi')
  const article = articleKey(cells.text('article_id')) || plainDoi(doi)
  const faulty = (fault: RowFault, value: string): FaultyRow => {
    return { fault, article: article === '' || article.includes('\0') ? null : article, doi, value }
  }
  if (!isBlankRow(given.slice(width))) return faulty('columns', `${given.length}/${width}`)
  const nul = given.find((text) => text.includes('\0'))
  if (nul !== undefined) return faulty('nul-byte', nul.replaceAll('\0', '␀'))
  if (article === '') return faulty('article-missing', cells.raw('article_id'))
  const numbers = numbersOf(cells)
  if ('fault' in numbers) return faulty(numbers.fault, numbers.value)
  const joined = SINGLE_FIELDS.find((field) => isJoined(cells.raw(field), field))
  if (joined !== undefined) return faulty('joined-values', `${joined} = ${cells.raw(joined)}`)
  if (areLists(cells.raw('author_name'), cells.raw('institution')))
    return faulty('joined-values', `author_name = ${cells.raw('author_name').replaceAll(/\s*\n\s*/g, ' ⏎ ')}`)
  const { year, seq, authors } = numbers
  const author = { seq, id: cells.text('author_id'), name: cells.text('author_name') }
  if (seq === null && author.id === '' && author.name === '') {
    return faulty('author-missing', cells.raw('author_name') || cells.raw('author_id'))
  }
  const head = {
    doi,
    title: cells.text('title'),
    year,
    journal: cells.text('journal'),
    issn: cells.text('issn'),
    source: cells.text('source_id'),
    subjects: cells.text('subjects'),
    authors,
  }
  const named = {
    institutionId: cells.text('institution_id'),
    institution: cells.text('institution'),
    city: cells.text('city'),
    raw: cells.text('affiliation'),
  }
  const { country, lonelyNa } = countryOf(cells, named)
  const { missing, damaged } = cells
  const lacking = Math.max(0, width - given.length)
  return { article, head, author, place: { ...named, country }, missing, lonelyNa, damaged, lacking }
}

function numbersOf(
  cells: Cells,
): { year: number; seq: number | null; authors: number | null } | { fault: RowFault; value: string } {
  const year = wholeNumber(cells.text('year'))
  if (year === null || !isYear(year)) return { fault: 'year', value: cells.raw('year') }
  const [place, count] = [cells.text('author_seq'), cells.text('authors_count')]
  const [seq, authors] = [wholeNumber(place), wholeNumber(count)]
  if (seq === null && place !== '') return { fault: 'author-seq', value: place }
  if (authors === null && count !== '') return { fault: 'authors-count', value: count }
  return { year, seq, authors }
}

/** `NA` is Namibia where the row says so, missing where it names no place; else what the table makes of it. */
function countryOf(cells: Cells, named: Omit<PlaceCells, 'country'>): { country: string; lonelyNa: boolean } {
  const text = cells.raw('country')
  if (text.toUpperCase() !== 'NA') return { country: cells.text('country'), lonelyNa: false }
  const texts = [named.institution, named.city, named.raw]
  if (named.institutionId === '' && texts.every((each) => each === '')) return { country: '', lonelyNa: true }
  return { country: namesNamibia(texts) ? 'NA' : UNSURE_NA, lonelyNa: false }
}
