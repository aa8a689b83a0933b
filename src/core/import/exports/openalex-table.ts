/** A row of the CSV of OpenAlex's web page: lists joined by `|`, one for all authors and one for all institutions. */
import type { AffiliationRecord } from '../affiliations/article-record.ts'
import { documentTypes } from './document-types.ts'
import type { ExportTools, FieldsOf, PairedAuthors, ReadRecord, RefusedRecord } from './export-record.ts'
import { articleOf, isRefused, refuse } from './export-record.ts'
import { countryOf } from './address.ts'

export type OpenAlexField =
  | 'id'
  | 'doi'
  | 'title'
  | 'year'
  | 'journal'
  | 'sourceId'
  | 'issn'
  | 'type'
  | 'retracted'
  | 'truncated'
  | 'authorNames'
  | 'authorIds'
  | 'institutions'
  | 'institutionIds'
  | 'countries'

/** Lists of the API, and so of its table, end with this author. */
const MOST_AUTHORS = 100

export function readOpenAlexTable(
  get: FieldsOf<OpenAlexField>,
  line: number,
  tools: ExportTools,
): ReadRecord {
  const paired = pairOpenAlex(get, tools)
  if (isRefused(paired)) return paired
  const article = articleOf(
    {
      id: get('id'),
      doi: get('doi'),
      title: get('title'),
      year: get('year'),
      journal: get('journal'),
      issns: get('issn'),
      line,
    },
    paired.authors,
  )
  if (isRefused(article)) return article
  if (article.journal) article.journal.id = get('sourceId') || null
  const retracted = /^true$/i.test(get('retracted'))
  return { article, pairing: paired.pairing, types: documentTypes(get('type')).types, retracted }
}

const cellsOf = (text: string): string[] => (text === '' ? [] : text.split('|').map((part) => part.trim()))

/**
 * An author without institution has an empty place in the list of institutions; one with several has as many. So lists
 * of one length belong together place by place; in longer ones it is not known where an author's places end.
 */
function pairOpenAlex(
  get: FieldsOf<OpenAlexField>,
  { countries }: ExportTools,
): PairedAuthors | RefusedRecord {
  const key = get('id')
  const names = cellsOf(get('authorNames'))
  const ids = cellsOf(get('authorIds'))
  const count = Math.max(names.length, ids.length)
  if (count === 0) return refuse('no-authors', key)
  if (count >= MOST_AUTHORS || /^true$/i.test(get('truncated')) || get('authorNames').endsWith('...')) {
    return refuse('truncated-authors', `${key}: ${count}`)
  }
  const institutions = cellsOf(get('institutions'))
  const numbers = cellsOf(get('institutionIds'))
  const places = Math.max(institutions.length, numbers.length)
  const codes = cellsOf(get('countries'))
  const isParallel = (list: readonly string[], length: number) => list.length === 0 || list.length === length
  if (
    !isParallel(names, count) ||
    !isParallel(ids, count) ||
    !isParallel(institutions, places) ||
    !isParallel(numbers, places)
  ) {
    return refuse(
      'unpaired',
      `${key}: ${names.length}, ${ids.length}, ${institutions.length}, ${numbers.length}`,
    )
  }
  // Countries of an author without institution would be lost; they are listed author by author as well.
  const isPaired =
    count === 1 || (places === count && isParallel(codes, count)) || (places === 0 && codes.length === 0)
  if (!isPaired) return refuse('unpaired', `${key}: ${count} authors, ${places} institutions`)
  const authors = Array.from({ length: count }, (_, at) => {
    const own = count === 1 ? Array.from({ length: places }, (_, i) => i) : [at]
    const affiliations = own.flatMap((i): AffiliationRecord[] => {
      const id = numbers[i] || null
      const name = institutions[i] || null
      const code = codes[count === 1 && codes.length === 1 ? 0 : i] ?? ''
      const country = code === '' ? null : code.length === 2 ? code.toUpperCase() : countryOf(code, countries)
      if (id === null && name === null) {
        return country === null ? [] : [{ institution: null, city: null, country, raw: null }]
      }
      return [{ institution: { id, name }, city: null, country, raw: name }]
    })
    return { id: ids[at] || null, name: names[at] || null, affiliations }
  })
  return { authors, pairing: count === 1 ? 'single-author' : 'paired' }
}
