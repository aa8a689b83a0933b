/** A row of a Scopus export with "Authors with affiliations". */
import type { AuthorRecord } from '../affiliations/article-record.ts'
import { addressFromSmall, countryOf } from './address.ts'
import { isAnonymous, isCut, listOf } from './cells.ts'
import { documentTypes } from './document-types.ts'
import type {
  ExportTools,
  FieldsOf,
  PairedAuthors,
  Pairing,
  ReadRecord,
  RefusedRecord,
} from './export-record.ts'
import { articleOfRow, isRefused, refuse } from './export-record.ts'
import { entriesOf, partByCountry, waysToPart } from './part-affiliations.ts'
import { piecesByName, scopusNames } from './scopus-authors.ts'

export type ScopusField =
  | 'authors'
  | 'fullNames'
  | 'ids'
  | 'title'
  | 'year'
  | 'journal'
  | 'doi'
  | 'affiliations'
  | 'paired'
  | 'issn'
  | 'type'
  | 'eid'

export function readScopus(get: FieldsOf<ScopusField>, line: number, tools: ExportTools): ReadRecord {
  const paired = pairScopus(get, tools)
  if (isRefused(paired)) return paired
  const article = articleOfRow(get('eid'), get, line, paired.authors)
  if (isRefused(article)) return article
  return { article, pairing: paired.pairing, ...documentTypes(get('type')) }
}

function pairScopus(get: FieldsOf<ScopusField>, tools: ExportTools): PairedAuthors | RefusedRecord {
  const key = get('eid') || get('doi') || get('title')
  const ids = listOf(get('ids')).filter((id) => !id.startsWith('['))
  const names = scopusNames(get('authors'), ids.length).filter((name) => !isAnonymous(name))
  if (names.length === 0) return refuse('no-authors', key)
  const cell = get('paired')
  if (isCut(get('authors')) || isCut(cell)) return refuse('truncated-authors', key)
  if (ids.length > names.length) {
    return refuse('truncated-authors', `${key}: ${names.length} of ${ids.length}`)
  }
  const pieces = piecesByName(cell, names)
  if (pieces === null) return refuse('unpaired', `${key}: ${cell}`)
  const full = listOf(get('fullNames')).map((name) => name.replace(/\s*\(\d+\)$/, ''))
  const splitter = splitterOf(get('affiliations'), tools)
  let pairing: Pairing = 'paired'
  const authors: AuthorRecord[] = []
  for (const [at, piece] of pieces.entries()) {
    const affiliations = piece === '' ? [] : splitter(piece)
    if (affiliations === null) return refuse('unpaired', `${key}: ${names[at]}: ${piece}`)
    if (affiliations.byCountry) pairing = 'by-country'
    authors.push({
      id: ids.length === names.length ? (ids[at] ?? null) : null,
      name: (full.length === names.length ? full[at] : names[at]) ?? null,
      affiliations: affiliations.map((text) => addressFromSmall(text, tools.countries)),
    })
  }
  return { authors, pairing: authors.length === 1 ? 'single-author' : pairing }
}

type Parted = string[] & { byCountry?: boolean }

/** How the joined affiliations of an author are parted; the same text comes often within a row. */
function splitterOf(list: string, { countries }: ExportTools): (text: string) => Parted | null {
  const parts = listOf(list)
  const entries = new Map<boolean, string[]>()
  const known = new Map<string, Parted | null>()
  const isCountry = (part: string) => countryOf(part, countries) !== null
  const split = (text: string): Parted | null => {
    if (parts.length === 0) {
      const parted = partByCountry(text, isCountry)
      return parted && Object.assign(parted, { byCountry: true })
    }
    const joined = text.includes(';')
    const list = entries.get(joined) ?? entriesOf(parts, text)
    entries.set(joined, list)
    const [first, ...others] = waysToPart(text, list)
    if (!first) return null
    const names = (way: readonly string[]) =>
      JSON.stringify(
        [
          ...new Set(
            way.map((entry) => JSON.stringify({ ...addressFromSmall(entry, countries), raw: null })),
          ),
        ].sort(),
      )
    return others.every((way) => names(way) === names(first)) ? first : null
  }
  return (text) => {
    let found = known.get(text)
    if (found === undefined) known.set(text, (found = split(text)))
    return found
  }
}
