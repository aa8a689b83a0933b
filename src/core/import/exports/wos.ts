/** A record of Web of Science, whose addresses (C1) name their authors in square brackets. */
import type { AffiliationRecord } from '../affiliations/article-record.ts'
import { addressFromLarge, countryOf } from './address.ts'
import { authorKey, isAnonymous, isCut, listOf, splitOutside } from './cells.ts'
import { documentTypes } from './document-types.ts'
import type { ExportTools, FieldsOf, PairedAuthors, ReadRecord, RefusedRecord } from './export-record.ts'
import { articleOf, isRefused, refuse } from './export-record.ts'

export type WosField =
  | 'authors'
  | 'fullNames'
  | 'groups'
  | 'title'
  | 'journal'
  | 'type'
  | 'addresses'
  | 'issn'
  | 'eissn'
  | 'year'
  | 'early'
  | 'doi'
  | 'ut'

export function readWos(get: FieldsOf<WosField>, line: number, tools: ExportTools): ReadRecord {
  const paired = pairWos(get, tools)
  if (isRefused(paired)) return paired
  const article = articleOf(
    {
      id: get('ut'),
      doi: get('doi').split(/[;\s]/)[0] ?? '',
      title: get('title'),
      // An article in early access has no year of its issue yet.
      year: get('year') || get('early'),
      journal: get('journal'),
      issns: `${get('issn')};${get('eissn')}`,
      line,
    },
    paired.authors,
  )
  if (isRefused(article)) return article
  return { article, pairing: paired.pairing, ...documentTypes(get('type')) }
}

interface Address {
  /** Null where it stands without brackets. */
  names: string[] | null
  text: string
}

function pairWos(get: FieldsOf<WosField>, tools: ExportTools): PairedAuthors | RefusedRecord {
  const key = get('ut') || get('doi') || get('title')
  const short = listOf(get('authors')).filter((name) => !isAnonymous(name))
  const full = listOf(get('fullNames')).filter((name) => !isAnonymous(name))
  const groups = listOf(get('groups'))
  // A group stands for its members where no person is named.
  const names = full.length > 0 ? full : short.length > 0 ? short : groups
  if (names.length === 0) return refuse('no-authors', key)
  if (full.length > 0 && short.length > 0 && full.length !== short.length) {
    return refuse('truncated-authors', `${key}: ${full.length} of ${short.length}`)
  }
  if ([get('authors'), get('fullNames'), get('addresses')].some(isCut))
    return refuse('truncated-authors', key)
  const addresses = addressesOf(get('addresses'), tools)
  if (addresses === null) return refuse('unpaired', `${key}: ${get('addresses')}`)
  return pairNames({ key, names, short, groups }, addresses, tools)
}

interface Named {
  key: string
  names: readonly string[]
  short: readonly string[]
  groups: readonly string[]
}

function pairNames(
  { key, names, short, groups }: Named,
  addresses: readonly Address[],
  tools: ExportTools,
): PairedAuthors | RefusedRecord {
  const authors = names.map((name) => ({ id: null, name, affiliations: [] as AffiliationRecord[] }))
  const place = (text: string) => addressFromLarge(text, tools.countries)
  const bracketed = addresses.filter(({ names: named }) => named !== null)
  if (bracketed.length === 0) {
    const texts = [...new Set(addresses.map(({ text }) => text))]
    if (names.length > 1 && texts.length > 1)
      return refuse('unpaired', `${key}: ${texts.length} addresses, ${names.length} authors`)
    for (const author of authors) author.affiliations.push(...texts.map(place))
    return { authors, pairing: names.length === 1 ? 'single-author' : 'single-address' }
  }
  // An address without brackets among others that have them: certain only where it stands there as well.
  const orphan = addresses.find(
    ({ names: named, text }) => named === null && !bracketed.some((other) => other.text === text),
  )
  if (orphan) return refuse('unpaired', `${key}: ${orphan.text}`)
  const found = finder(names, short)
  const groupKeys = new Set(groups.map(authorKey))
  for (const { names: named, text } of bracketed) {
    const counted = Map.groupBy(named ?? [], authorKey)
    for (const [name, times] of counted) {
      const places = found(name)
      if (places.length === 0 && groupKeys.has(name)) continue
      // Of authors of one name it is known who is meant only where all are.
      if (places.length === 0 || (places.length > 1 && times.length !== places.length)) {
        return refuse('unpaired', `${key}: [${times[0]}]`)
      }
      for (const at of places) authors[at]?.affiliations.push(place(text))
    }
  }
  return { authors, pairing: authors.length === 1 ? 'single-author' : 'paired' }
}

/** The places of a name in the list of authors: by the full name, else by the short one. */
function finder(names: readonly string[], short: readonly string[]): (key: string) => number[] {
  const places = (list: readonly string[]) => {
    const map = new Map<string, number[]>()
    list.forEach((name, at) => {
      const key = authorKey(name)
      map.set(key, [...(map.get(key) ?? []), at])
    })
    return map
  }
  const byFull = places(names)
  const byShort = places(short)
  return (key) => byFull.get(key) ?? byShort.get(key) ?? []
}

/**
 * Addresses are parted by semicolons outside of brackets. A piece that does not end with a country belongs to the next
 * one, unless that has brackets of its own. Null where brackets do not close.
 */
function addressesOf(cell: string, { countries }: ExportTools): Address[] | null {
  const pieces = splitOutside(cell, ';', ['[', ']'])
  if (pieces === null) return null
  const found: Address[] = []
  let open = ''
  for (const [at, piece] of pieces.entries()) {
    open = open === '' ? piece : `${open}; ${piece}`
    const next = pieces[at + 1]
    if (next !== undefined && !next.startsWith('[') && !endsWithCountry(open, countries)) continue
    const bracket = /^\[([^[\]]*)\]\s*(.*)$/s.exec(open)
    const text = (bracket ? (bracket[2] as string) : open).replace(/\.$/, '').trim()
    if (text === '' || (!bracket && open.startsWith('['))) return null
    found.push({ names: bracket ? listOf(bracket[1] as string) : null, text })
    open = ''
  }
  return found
}

function endsWithCountry(text: string, countries: ExportTools['countries']): boolean {
  const last = text.split(',').at(-1)?.trim() ?? ''
  return /\bUSA\.?$/.test(last) || countryOf(last, countries) !== null
}
