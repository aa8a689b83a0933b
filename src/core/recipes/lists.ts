/** The lists that a recipe fetches: which works, in as few lists as filters allow, and what comes of each. */
import type { Filter } from './addresses.ts'
import {
  filterText,
  inGroups,
  INSTITUTION_FIELDS,
  LISTED_AUTHORS,
  listAddress,
  WORK_FIELDS,
} from './addresses.ts'
import type { RecipeList } from '../../shared/contract/recipes.ts'

export interface WorksAsked {
  /** Alpha-2 codes: works with an author there. */
  countries: readonly string[]
  /** Numbers of OpenAlex ids. */
  institutions: readonly number[]
  /** Whether what belongs to an institution counts as the institution. */
  lineage: boolean
  from: number
  to: number
  /** As `1234-567X`. */
  issns: readonly string[]
  /** Numbers of OpenAlex ids. */
  sources: readonly number[]
  /** Ids of OpenAlex's fields, 11 to 36. */
  fields: readonly number[]
}

/** Types that the importer counts by itself; what Crossref calls `journal-article` is an article of OpenAlex. */
const TYPES = ['article', 'review']

/** Institutions of each country, the first step to a city. */
export function institutionLists(countries: readonly string[]): RecipeList[] {
  return countries.map((code) => ({
    name: `institutions-${code}`,
    of: 'institutions',
    filter: `country_code:${code}`,
    address: listAddress('institutions', `country_code:${code}`, INSTITUTION_FIELDS),
  }))
}

/**
 * Works in lists of at most 100 values a filter, each in two parts: those of up to 100 authors, whole as a list shows them,
 * and the ids of the others, which are to be fetched one by one.
 */
export function workLists(asked: WorksAsked): RecipeList[] {
  const common: Filter[] = [
    ['publication_year', years(asked.from, asked.to)],
    ['type', TYPES],
    ...(asked.fields.length > 0 ? [['primary_topic.field.id', asked.fields.map(String)] as Filter] : []),
  ]
  return places(asked)
    .flatMap((place) => journals(asked).map((journal) => [place, ...journal, ...common]))
    .flatMap((filters, index) => partsOf(filters, `works-${String(index + 1).padStart(3, '0')}`))
}

function partsOf(filters: readonly Filter[], name: string): RecipeList[] {
  const small = filterText([...filters, ['authors_count', [`<${LISTED_AUTHORS + 1}`]]])
  const large = filterText([...filters, ['authors_count', [`>${LISTED_AUTHORS}`]]])
  return [
    { name, of: 'works', filter: small, address: listAddress('works', small, WORK_FIELDS) },
    { name: `${name}-ids`, of: 'ids', filter: large, address: listAddress('works', large, ['id']) },
  ]
}

function places({ countries, institutions, lineage }: WorksAsked): Filter[] {
  const by = lineage ? 'authorships.institutions.lineage' : 'authorships.institutions.id'
  const ids = [...new Set(institutions)].sort((a, b) => a - b).map((id) => `I${id}`)
  return [
    ...inGroups(countries).map((codes): Filter => ['authorships.institutions.country_code', codes]),
    ...inGroups(ids).map((group): Filter => [by, group]),
  ]
}

/** Filters of different names cannot be joined by "or", so each is a list of its own. */
function journals({ issns, sources }: WorksAsked): Filter[][] {
  const lists = [
    ...inGroups(issns).map((group): Filter => ['primary_location.source.issn', group]),
    ...inGroups(sources).map((group): Filter => ['primary_location.source.id', group.map((id) => `S${id}`)]),
  ]
  return lists.length === 0 ? [[]] : lists.map((filter) => [filter])
}

const years = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index))
