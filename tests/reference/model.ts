/** Articles and places as the reference implementation takes them. */
import type { Subject } from '../../src/shared/domain/subjects.ts'

/** Null where not known. A city's id tells cities of one name apart; a country is ISO 3166-1 alpha-2. */
export interface Affiliation {
  institution: string | null
  city: string | null
  country: string | null
}

export interface Article {
  id: string
  year: number
  /** Any of the five, none or several. */
  subjects: Exclude<Subject, 'all'>[]
  /** Each author's affiliations as printed, repeats included; an empty list is an author without affiliation. */
  authors: Affiliation[][]
}

export interface Places {
  cities: { id: string; country: string }[]
  /** A city lies in one metro area at most. */
  metros: { id: string; country: string; cities: string[] }[]
}

export interface ArticleSet {
  articles: Article[]
  places: Places
}

/** In `metro`, a city outside every metro area stands for itself, under its own id. */
export type Level = 'institution' | 'city' | 'metro' | 'country'
export const LEVELS: readonly Level[] = ['institution', 'city', 'metro', 'country']

/** Which articles count: those of a subject (`all` by default) and of the years from … to. */
export interface At {
  subject?: Subject
  from: number
  to: number
}

/** The entity of a level in which an affiliation lies; null where not known. */
export function entityOf(affiliation: Affiliation, level: Level, places: Places): string | null {
  if (level !== 'metro') return affiliation[level]
  const { city } = affiliation
  return places.metros.find(({ cities }) => city !== null && cities.includes(city))?.id ?? city
}

/** Affiliations with one key are one affiliation. */
export function keyOf({ institution, city, country }: Affiliation): string {
  return JSON.stringify([institution, city, country])
}
