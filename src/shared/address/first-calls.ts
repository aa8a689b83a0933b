/** What a page asks the core first, read from its address: a host can answer before it is asked. */
import type { InputOf } from '../contract/index.ts'
import type { RankingSort } from '../contract/rankings.ts'
import type { Query } from './query.ts'
import { plainQuery, readShared } from './query.ts'

export type FirstCall =
  | { name: 'datasets.show'; input: InputOf<'datasets.show'> }
  | { name: 'datasets.list'; input: InputOf<'datasets.list'> }
  | { name: 'rankings.list'; input: InputOf<'rankings.list'> }

/** The part of a query that the ranking reads; `sorts` are the columns it can be sorted by. */
export function rankingInput(query: Query, sorts: readonly RankingSort[]): InputOf<'rankings.list'> {
  const { dataset, year, subject } = readShared(query)
  return {
    dataset,
    year,
    subject,
    region: /^[A-Z]{2}$/.test(query['region'] ?? '') ? query['region'] : undefined,
    search: (query['q'] ?? '').slice(0, 200),
    sort: sorts.find((id) => id === query['sort']) ?? 'rank',
    descending: query['desc'] === '1',
  }
}

/** The calls of the view at `path` (`/cities/beijing`) with `search` (`year=2023&lang=zh`). */
export function firstCalls(path: string, search: string, sorts: readonly RankingSort[]): FirstCall[] {
  const params = new URLSearchParams(search)
  const query = plainQuery(Object.fromEntries([...params.keys()].map((key) => [key, params.get(key)])))
  const calls: FirstCall[] = [
    { name: 'datasets.show', input: { dataset: readShared(query).dataset } },
    { name: 'datasets.list', input: {} },
  ]
  if (path === '/' || path === '/rankings')
    calls.push({ name: 'rankings.list', input: rankingInput(query, sorts) })
  return calls
}
