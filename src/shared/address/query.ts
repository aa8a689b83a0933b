/** The state that stands in the address, read and written in one place. Values that are the usual ones are left out. */
import { isDatasetId } from '../domain/dataset-id.ts'
import type { EntityName } from '../domain/entity-names.ts'
import type { Language } from '../domain/language.ts'
import { LANGUAGES } from '../domain/language.ts'
import type { Subject } from '../domain/subjects.ts'
import { isSubject } from '../domain/subjects.ts'
import { isYear } from '../domain/years.ts'

export type Query = Readonly<Record<string, string>>
export type QueryPatch = Readonly<Record<string, string | number | boolean | null | undefined>>
export type Theme = 'light' | 'dark'

/** The bundled published edition. */
export const DEFAULT_DATASET = 'science-cities-2024'

/** Keys that every view shares; the rest belongs to the view that wrote it. */
export const SHARED_KEYS = [
  ...(['dataset', 'year', 'subject', 'lang', 'theme'] as const),
  ...(['cities', 'metros', 'countries', 'institutions'] as const),
] as const

/** Where those of a kind stand that are ticked for comparison: each kind keeps its own. */
export const TICKED_KEYS = {
  city: 'cities',
  metro: 'metros',
  country: 'countries',
  institution: 'institutions',
} as const satisfies Record<EntityName, (typeof SHARED_KEYS)[number]>

export interface SharedState {
  dataset: string
  /** Absent: the dataset's default year. */
  year: number | undefined
  subject: Subject
  /** Absent: as kept from last time, else as the system says. */
  lang: Language | undefined
  theme: Theme | undefined
  /** Ids of the cities ticked for comparison, in the order of ticking. */
  cities: string[]
}

/** The most of a kind that can be compared. */
export const MOST_TICKED = 6

/** vue-router gives a repeated key as an array and a bare key as null; one plain text a key is enough here. */
export function plainQuery(query: Readonly<Record<string, unknown>>): Query {
  const plain: Record<string, string> = {}
  for (const [key, value] of Object.entries(query)) {
    const first: unknown = Array.isArray(value) ? value[0] : value
    if (typeof first === 'string' && first !== '') plain[key] = first
  }
  return plain
}

const oneOf = <T extends string>(value: string | undefined, known: readonly T[]): T | undefined =>
  known.find((each) => each === value)

export function readShared(query: Query): SharedState {
  const year = Number(query['year'])
  const subject = query['subject'] ?? 'all'
  return {
    dataset: isDatasetId(query['dataset'] ?? '') ? query['dataset']! : DEFAULT_DATASET,
    year: isYear(year) ? year : undefined,
    subject: isSubject(subject) ? subject : 'all',
    lang: oneOf(query['lang'], LANGUAGES),
    theme: oneOf(query['theme'], ['light', 'dark']),
    cities: readTicked(query, 'city'),
  }
}

/** Ids of those of a kind that are ticked, in the order of ticking. */
export const readTicked = (query: Query, by: EntityName): string[] =>
  readList(query[TICKED_KEYS[by]]).slice(0, MOST_TICKED)

/** A list of ids, each once. */
export function readList(value: string | undefined): string[] {
  return [...new Set((value ?? '').split(',').filter((id) => /^[\p{L}\p{N}-]+$/u.test(id)))]
}

/** The query with `patch` laid over it: null, undefined, '' and false take a key away. */
export function patchQuery(query: Query, patch: QueryPatch): Query {
  const next: Record<string, string> = { ...query }
  for (const [key, value] of Object.entries(patch)) {
    if (value === null || value === undefined || value === '' || value === false) delete next[key]
    else next[key] = value === true ? '1' : String(value)
  }
  return next
}

/** Whether a key is of the state that all views share. */
export function isSharedKey(key: string): boolean {
  return (SHARED_KEYS as readonly string[]).includes(key)
}

/** What a link to another view keeps. */
export function sharedPart(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([key]) => isSharedKey(key)))
}
