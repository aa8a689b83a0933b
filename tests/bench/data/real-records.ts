/** Real works of the fixtures, over and over with other ids, until there are enough bytes. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cached } from './cache.ts'

const VERSION = 1
const FIXTURES = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'fixtures')
const PAGES = [
  'works_api_biodiversity_finance_200.json',
  'works_api_doi_batch_1.json',
  'works_api_doi_batch_2.json',
  'works_api_doi_batch_3.json',
  'works_api_doi_batch_4.json',
]
const LINES = 'works_list_brazil_lattes_724.jsonl'

/**
 * `api`: records of API pages, bytes as they came; `lattes`: records with 21 columns, written compactly. Every copy has
 * ids of its own for works and half of the authors; half of the institutions come in fifty variants.
 * @returns the path; null where there are no fixtures
 */
export function realRecords(kind: 'api' | 'lattes', megabytes: number): Promise<string | null> {
  const needed = kind === 'api' ? PAGES : [LINES]
  if (!needed.every((name) => existsSync(join(FIXTURES, name)))) return Promise.resolve(null)
  const path = cached(`real-${VERSION}-${kind}-${megabytes}.jsonl`, (file) => {
    const pieces = (kind === 'api' ? pageRecords() : lineRecords()).map(cut)
    for (let copy = 0; file.bytes < megabytes * 1e6; copy++) {
      for (const piece of pieces) file.write(`${vary(piece, copy)}\n`)
    }
  })
  return Promise.resolve(path)
}

/** Institutions of all copies: names and countries as the records have them, 500 cities that are made up. */
export function realInstitutions(kind: 'api' | 'lattes'): string {
  return cached(`real-${VERSION}-${kind}-institutions.jsonl`, (file) => {
    const written = new Set<string>()
    for (const text of kind === 'api' ? pageRecords() : lineRecords()) {
      for (const { id, display_name, country_code } of mentionedIn(text)) {
        const number = Number(/I(\d+)$/.exec(id)?.[1])
        for (let copy = 0; copy < 50; copy++) {
          const own = variedId(`openalex.org/I${number}`, '', copy)
          if (written.has(own)) continue
          written.add(own)
          const place = number % 500
          const [latitude, longitude] = [(place % 140) - 60, place % 170]
          const geo = { city: `Place ${place}`, country_code, latitude, longitude }
          const record = { id: `https://${own}`, display_name, country_code, type: 'education', geo }
          file.write(`${JSON.stringify(record)}\n`)
        }
      }
    }
  })
}

interface Mentioned {
  id: string
  display_name: string
  country_code: string | null
}

function mentionedIn(text: string): Mentioned[] {
  const { authorships } = JSON.parse(text) as { authorships?: { institutions?: Mentioned[] }[] }
  const all = (authorships ?? []).flatMap(({ institutions }) => institutions ?? [])
  return all.filter(({ id }) => /^https:\/\/openalex\.org\/I\d+$/.test(id))
}

const read = (name: string) => readFileSync(join(FIXTURES, name), 'utf8')
const idOf = (text: string) => (JSON.parse(text) as { id: string }).id
const distinct = (records: string[]) => [...new Map(records.map((text) => [idOf(text), text])).values()]

function lineRecords(): string[] {
  const lines = read(LINES).split('\n').filter(Boolean)
  return distinct(lines).map((line) => JSON.stringify(JSON.parse(line)))
}

function pageRecords(): string[] {
  return distinct(PAGES.flatMap((name) => elements(read(name))))
}

/** The text of each element of a page's `results`; a record has no line break in it, whatever the page has. */
function elements(page: string): string[] {
  const found: string[] = []
  let depth = 0
  let start = 0
  const from = page.indexOf('[', page.indexOf('"results"')) + 1
  for (const token of page.slice(from).matchAll(/"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    const at = from + token.index
    if (token[0] === '{' || token[0] === '[') {
      if (depth++ === 0) start = at
    } else if (token[0] === '}' || token[0] === ']') {
      if (depth-- === 0) break
      if (depth === 0) found.push(page.slice(start, at + 1).replaceAll(/[\r\n]+/g, ' '))
    }
  }
  return found
}

interface Piece {
  /** Text in turns with ids: text, id, text, id … text. */
  parts: string[]
  own: string
}

/** Parts a record at its ids of works, authors and institutions, and at the end of its DOI. */
function cut(text: string): Piece {
  const parts = text.split(/(openalex\.org\/[WAI]\d+|"doi": ?"https:\/\/doi\.org\/[^"]*)/)
  return { parts, own: `W${/W(\d+)/.exec(idOf(text))?.[1]}` }
}

function vary({ parts, own }: Piece, copy: number): string {
  if (copy === 0) return parts.join('')
  let text = ''
  for (let i = 0; i < parts.length; i += 2) {
    text += parts[i]
    const id = parts[i + 1]
    if (id !== undefined) text += id.startsWith('"') ? `${id}.c${copy}` : variedId(id, own, copy)
  }
  return text
}

function variedId(id: string, own: string, copy: number): string {
  const prefix = 'openalex.org/'
  const [kind, digits] = [id[prefix.length], id.slice(prefix.length + 1)]
  const number = Number(digits)
  if (kind === 'W') return `${kind}${digits}` === own ? `${prefix}W${number + copy * 1e10}` : id
  if (number % 2 === 1) return id
  if (kind === 'A') return `${prefix}A${5e9 + ((number + copy * 1_005_713) % 1e9)}`
  return copy % 50 === 0 ? id : `${prefix}I${digits.slice(0, -2)}${10 + (copy % 50)}`
}
