/**
 * Works and institutions of OpenAlex, read slowly and plainly by `JSON.parse`, with the rules of the index written down
 * once more: which record decides, which works count, who has which affiliations. Shares no code with the app.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

type Json = Record<string, unknown>

export interface PlainWork {
  id: number
  updated: string
  doi: string | null
  year: number
  /** Numbers of OpenAlex fields, or of top-level concepts where it has none. */
  fields: number[]
  concepts: number[]
  /** By author: numbers of institutions, or codes of countries where there are none; each once. */
  authors: (number | string)[][]
  /** Country of each institution as the work gives it. */
  countries: Map<number, string | null>
  counts: boolean
}

export interface PlainInstitution {
  id: number
  country: string | null
  city: { name: string; geonames: string | null; latitude: number | null; longitude: number | null } | null
}

const TYPES = new Set(['article', 'review', 'journal-article'])

const object = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {})
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
const tail = (id: unknown, letter: string): number | null => {
  const found = new RegExp(`(?:^|/)${letter}(\\d+)$`, 'i').exec(String(id ?? ''))?.[1]
  return found === undefined ? null : Number(found)
}

/** Every record of a file: JSON Lines, an array, a page, an array of pages, or one object; packed or not. */
export function recordsOf(path: string): Json[] {
  const bytes = readFileSync(path)
  const content = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '')
  let values: unknown[]
  try {
    values = [JSON.parse(content)]
  } catch {
    values = content
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as unknown)
  }
  return values
    .flatMap((value) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .flatMap((value) => ('results' in object(value) ? list(object(value)['results']) : [value]))
    .map(object)
}

export function plainWork(record: Json): PlainWork | null {
  const id = tail(record['id'], 'W')
  if (id === null) return null
  const year = Number(record['publication_year'])
  const authorships = list(record['authorships']).map(object)
  const countries = new Map<number, string | null>()
  const authors = authorships.map((authorship) => affiliationsOf(authorship, countries))
  const type = text(record['type'])
  const said = Number(record['authors_count'] ?? 0)
  const { fields, concepts } = fieldsOf(record)
  return {
    id,
    updated: (text(record['updated_date']) ?? '').replace(/\D/g, '').slice(0, 14).padEnd(14, '0'),
    doi:
      text(record['doi'])
        ?.toLowerCase()
        .trim()
        .replace(/^https?:\/\/(?:dx\.)?doi\.org\//, '') ?? null,
    year,
    fields,
    concepts,
    authors,
    countries,
    counts:
      Number.isInteger(year) &&
      (type === null || TYPES.has(type.toLowerCase())) &&
      record['is_retracted'] !== true &&
      authorships.length > 0 &&
      record['is_authors_truncated'] !== true &&
      said <= authorships.length,
  }
}

function affiliationsOf(authorship: Json, countries: Map<number, string | null>): (number | string)[] {
  const institutions: number[] = []
  for (const institution of list(authorship['institutions']).map(object)) {
    const id = tail(institution['id'], 'I')
    if (id === null) continue
    institutions.push(id)
    countries.set(id, text(institution['country_code'])?.toUpperCase() ?? null)
  }
  if (institutions.length > 0) return [...new Set(institutions)]
  return [...new Set(list(authorship['countries']).map((code) => String(code).toUpperCase()))]
}

function fieldsOf(record: Json): Pick<PlainWork, 'fields' | 'concepts'> {
  const topics = [object(record['primary_topic']), ...list(record['topics']).map(object)]
  const fields = topics.map((topic) => /(\d+)$/.exec(String(object(topic['field'])['id'] ?? ''))?.[1])
  const concepts = list(record['concepts'])
    .map(object)
    .filter((concept) => concept['level'] === 0 && Number(concept['score'] ?? 1) >= 0.3)
  return {
    fields: [...new Set(fields.filter((field) => field !== undefined).map(Number))],
    concepts: concepts.map(({ id }) => tail(id, 'C') ?? -1),
  }
}

/** Of records with one id, then of those with one DOI, the newest, on a tie that of the lowest id; if it counts. */
export function settled(works: readonly PlainWork[]): PlainWork[] {
  const newest = (key: (work: PlainWork) => string | null, from: readonly PlainWork[]): PlainWork[] => {
    const best = new Map<string, PlainWork>()
    from.forEach((work, at) => {
      const name = key(work) ?? `alone ${at}`
      const known = best.get(name)
      if (!known || isBetter(work, known)) best.set(name, work)
    })
    return [...best.values()]
  }
  const byId = newest(({ id }) => `W${id}`, works)
  return newest(({ doi }) => doi, byId).filter(({ counts }) => counts)
}

function isBetter(work: PlainWork, known: PlainWork): boolean {
  if (work.updated !== known.updated) return work.updated > known.updated
  if (work.id !== known.id) return work.id < known.id
  return work.counts && !known.counts
}

const ENGLISH = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']

/** Of a country as CLDR names it in English. */
function codeOfName(name: string | null): string | null {
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
  return name === null ? null : (codes.find((code) => ENGLISH.of(code) === name) ?? null)
}

export function plainInstitution(record: Json): PlainInstitution | null {
  const id = tail(record['id'], 'I')
  if (id === null) return null
  const geo = object(record['geo'])
  const name = text(geo['city'])
  const number = (value: unknown) => (typeof value === 'number' ? value : null)
  return {
    id,
    country:
      text(record['country_code'])?.toUpperCase() ??
      text(geo['country_code'])?.toUpperCase() ??
      codeOfName(text(geo['country'])),
    city:
      name === null
        ? null
        : {
            name,
            geonames: geo['geonames_city_id'] ? String(geo['geonames_city_id']) : null,
            latitude: number(geo['latitude']),
            longitude: number(geo['longitude']),
          },
  }
}
