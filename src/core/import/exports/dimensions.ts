/** A row of a Dimensions export: "Authors Affiliations" has each author's organisations in parentheses. */
import type { AffiliationRecord } from '../affiliations/article-record.ts'
import { nameKey } from '../../../shared/domain/slug.ts'
import { isAnonymous, isCut, listOf, splitOutside } from './cells.ts'
import { countryOf } from './address.ts'
import { documentTypes } from './document-types.ts'
import type { ExportTools, FieldsOf, PairedAuthors, ReadRecord, RefusedRecord } from './export-record.ts'
import { articleOfRow, isRefused, refuse } from './export-record.ts'

export type DimensionsField =
  | 'id'
  | 'doi'
  | 'title'
  | 'journal'
  | 'year'
  | 'type'
  | 'documentType'
  | 'authors'
  | 'paired'
  | 'organisations'
  | 'cities'
  | 'countries'
  | 'issn'

export function readDimensions(get: FieldsOf<DimensionsField>, line: number, tools: ExportTools): ReadRecord {
  const paired = pairDimensions(get, tools)
  if (isRefused(paired)) return paired
  const article = articleOfRow(get('id'), get, line, paired.authors)
  if (isRefused(article)) return article
  const types = documentTypes(get('type'))
  // What an article is in detail: a research article, an editorial, a correction.
  const detail = types.types.includes('article') ? documentTypes(get('documentType')).types : []
  return {
    article,
    pairing: paired.pairing,
    types: detail.length > 0 ? detail : types.types,
    retracted: types.retracted,
  }
}

function pairDimensions(get: FieldsOf<DimensionsField>, tools: ExportTools): PairedAuthors | RefusedRecord {
  const key = get('id') || get('doi') || get('title')
  const names = listOf(get('authors')).filter((name) => !isAnonymous(name))
  const cell = get('paired')
  if (cell === '' && names.length === 0) return refuse('no-authors', key)
  if (isCut(cell) || isCut(get('authors'))) return refuse('truncated-authors', key)
  // An empty cell: the source knows no organisation of any author.
  const pieces = cell === '' ? names : splitOutside(cell, ';', ['(', ')'])
  if (pieces === null) return refuse('unpaired', `${key}: ${cell}`)
  if (names.length > 0 && pieces.length !== names.length) {
    const reason = pieces.length < names.length ? 'truncated-authors' : 'unpaired'
    return refuse(reason, `${key}: ${pieces.length} of ${names.length}`)
  }
  const place = placesOf(get, tools)
  const authors = []
  for (const piece of pieces) {
    const parts = /^([^(]*?)\s*(?:\((.*)\))?$/s.exec(piece)
    const organisations = parts && splitOutside(parts[2] ?? '', ';', ['(', ')'])
    if (!parts || !organisations || parts[1] === '') return refuse('unpaired', `${key}: ${piece}`)
    authors.push({ id: null, name: parts[1] as string, affiliations: organisations.map(place) })
  }
  if (authors.length === 0) return refuse('no-authors', key)
  return { authors, pairing: authors.length === 1 ? 'single-author' : 'paired' }
}

/** City and country of organisations, where the lists beside them are as long as theirs, or name a single one. */
function placesOf(
  get: FieldsOf<DimensionsField>,
  { countries }: ExportTools,
): (organisation: string) => AffiliationRecord {
  const organisations = listOf(get('organisations'))
  const beside = (list: string[]): ((at: number) => string | null) => {
    if (list.length === organisations.length) return (at) => list[at] ?? null
    return new Set(list).size === 1 ? () => list[0] ?? null : () => null
  }
  const city = beside(listOf(get('cities')))
  const country = beside(listOf(get('countries')))
  const places = new Map(organisations.map((name, at) => [nameKey(name), at]))
  return (organisation) => {
    const at = places.get(nameKey(organisation))
    const named = at === undefined ? null : country(at)
    return {
      institution: { id: null, name: organisation },
      city: at === undefined ? null : city(at),
      country: named === null ? null : countryOf(named, countries),
      raw: organisation,
    }
  }
}
