/** What a page asks the core first, read from its address: a host can answer before it is asked. */
import type { InputOf } from '../contract/index.ts'
import type { EntityName } from '../contract/common.ts'
import type { RankingSort } from '../contract/rankings.ts'
import { LONGEST_GROUP_NAME } from '../domain/groups.ts'
import { SECTORS } from '../domain/sectors.ts'
import { isYear } from '../domain/years.ts'
import type { Query } from './query.ts'
import { ON_DEMAND } from '../measures/ranking.ts'
import { plainQuery, readList, readShared } from './query.ts'

export type FirstCall =
  | { name: 'datasets.show'; input: InputOf<'datasets.show'> }
  | { name: 'datasets.list'; input: InputOf<'datasets.list'> }
  | { name: 'rankings.list'; input: InputOf<'rankings.list'> }

// As text, so that no schema code reaches the page.
const BY: readonly EntityName[] = ['city', 'metro', 'country', 'institution']

/** What is ranked, as the address says it: cities where it says nothing that is known. */
export const readBy = (query: Query): EntityName => BY.find((each) => each === query['by']) ?? 'city'

/** A year in the address under a key of a view's own; undefined where it is none. */
export function readYear(query: Query, key: string): number | undefined {
  const value = Number(query[key])
  return isYear(value) ? value : undefined
}

/** The part of a query that the ranking reads; `sorts` are the columns it can be sorted by. */
export function rankingInput(query: Query, sorts: readonly RankingSort[]): InputOf<'rankings.list'> {
  const { dataset, year, subject } = readShared(query)
  // Some columns are computed only where they stand in the table.
  const also = ON_DEMAND.filter((id) => readList(query['columns']).includes(id))
  const group = query['group']?.slice(0, LONGEST_GROUP_NAME).trim()
  const sector = SECTORS.find((id) => id === query['sector'])
  return {
    dataset,
    year,
    subject,
    by: query['by'] === undefined ? undefined : readBy(query),
    base: readYear(query, 'base'),
    region: /^[A-Z]{2}$/.test(query['region'] ?? '') ? query['region'] : undefined,
    ...(sector && { sector }),
    ...(group && { group }),
    search: (query['q'] ?? '').slice(0, 200),
    sort: sorts.find((id) => id === query['sort']) ?? 'rank',
    descending: query['desc'] === '1',
    ...(also.length > 0 ? { also } : {}),
  }
}

/** A query's names and values in order (`URLSearchParams`) as state; of a name that stands twice the first counts. */
export const queryOf = (parameters: Iterable<readonly [string, string]>): Query =>
  plainQuery(Object.fromEntries([...parameters].reverse()))

/** The calls of the view at `path` (`/cities/beijing`). */
export function firstCalls(path: string, query: Query, sorts: readonly RankingSort[]): FirstCall[] {
  const calls: FirstCall[] = [
    { name: 'datasets.show', input: { dataset: readShared(query).dataset } },
    { name: 'datasets.list', input: {} },
  ]
  if (path === '/' || path === '/rankings')
    calls.push({ name: 'rankings.list', input: rankingInput(query, sorts) })
  return calls
}
