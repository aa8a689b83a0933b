/**
 * Addresses of OpenAlex, letter by letter as its documentation has them: filters (developers.openalex.org/guides/filtering
 * and api-reference/works; `authorships.institutions.lineage`, `primary_location.source.id` and `.issn` also stand in
 * docs.openalex.org/api-entities/works/filter-works), paging by cursor (guides/page-through-results), `select` (guides/selecting-fields). Pure: nothing
 * here asks for anything.
 */
import { workProjection } from '../scan/work-projection.ts'
import { OBJECT } from '../scan/projection.ts'

export const OPENALEX = 'https://api.openalex.org'
/** Records of a page at most. */
export const PER_PAGE = 100
/** Values that one filter takes with `|` between them. */
export const MOST_VALUES = 100
/** Authors that a list shows of a work; the work by itself shows all. */
export const LISTED_AUTHORS = 100

/**
 * What the importer reads and `select` may not know, and would refuse: keys of databases, fields of older records, of our
 * own tables, and the mark of a cut list of authors, which no list of a recipe bears (see `workLists`). The date stands in
 * for a year that is missing, as it is in no record of OpenAlex.
 */
const NOT_SELECTED: ReadonlySet<string> = new Set([
  '_id',
  'publication_date',
  'host_venue',
  'authors_count',
  'is_authors_truncated',
  'ni_subjects',
  'subjects',
])

/** Fields of a work that the importer reads; `select` takes those of the record itself, not what is in them. */
export const WORK_FIELDS: readonly string[] = fieldsOf(workProjection.root).filter(
  (field) => !NOT_SELECTED.has(field),
)

/** Fields of an institution that the importer reads. */
export const INSTITUTION_FIELDS = [
  'id',
  'ids',
  'ror',
  'display_name',
  'international',
  'country_code',
  'type',
  'lineage',
  'geo',
] as const

function fieldsOf(root: typeof workProjection.root): string[] {
  return root.kind === OBJECT ? Object.keys(root.fields) : []
}

/** A filter and the values of which one must hold. */
export type Filter = readonly [name: string, values: readonly string[]]

export const filterText = (filters: readonly Filter[]): string =>
  filters.map(([name, values]) => `${name}:${values.join('|')}`).join(',')

/** The first page of a list; each page names the cursor of the next. */
export function listAddress(
  endpoint: 'works' | 'institutions',
  filter: string,
  select: readonly string[],
): string {
  return `${OPENALEX}/${endpoint}?filter=${filter}&per_page=${PER_PAGE}&cursor=*&select=${select.join(',')}`
}

/** A work by itself, with all its authors. @param id as `W2168909179` */
export const workAddress = (id: string): string => `${OPENALEX}/works/${id}?select=${WORK_FIELDS.join(',')}`

/** The address as scripts ask for it: without the cursor, which they add, and with the signs that not every server takes raw. */
export const askedAddress = (address: string): string =>
  address.replace('&cursor=*', '').replaceAll('|', '%7C').replaceAll('<', '%3C').replaceAll('>', '%3E')

/** Values in groups that one filter takes. */
export function inGroups<T>(values: readonly T[], most = MOST_VALUES): T[][] {
  const groups: T[][] = []
  for (let at = 0; at < values.length; at += most) groups.push(values.slice(at, at + most))
  return groups
}
