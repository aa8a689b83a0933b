/** What names a dataset, made to name another: of a copy, of one that was renamed, of the same figures under another id. */
import { DEFAULT_DATASET } from './query.ts'

/** A request on another dataset: the id `to` in place of `from`, wherever a key `dataset` holds it. */
export function requestOn(input: unknown, from: string, to: string, key = ''): unknown {
  if (typeof input === 'string') return key === 'dataset' && input === from ? to : input
  if (Array.isArray(input)) return input.map((each) => requestOn(each, from, to))
  if (typeof input !== 'object' || input === null) return input
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, requestOn(value, from, to, name)]),
  )
}

/** The address of a view (`/rankings?year=2023`) with another dataset. */
export function addressOn(view: string, dataset: string): string {
  const [path = '', query = ''] = view.split(/\?(.*)/s)
  const own = query.split('&').filter((part) => part !== '' && !/^dataset(=|$)/.test(part))
  const named = dataset === DEFAULT_DATASET ? own : [...own, `dataset=${dataset}`]
  return named.length === 0 ? path : `${path}?${named.join('&')}`
}
