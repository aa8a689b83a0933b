/** What the Rising view asks for, read from the address. */
import type { InputOf } from '../contract/index.ts'
import { readBy, readYear } from './first-calls.ts'
import type { Query } from './query.ts'

/** The floor in the address; undefined where it says none, so that the usual one applies. */
export function readFloor(query: Query): number | undefined {
  const value = Number(query['floor'] ?? NaN)
  return Number.isFinite(value) && value >= 0 && value <= 1e6 ? value : undefined
}

/** What is asked of the core; the strip's year is the last year compared unless the address says another. */
export function risingInput(
  query: Query,
  shared: { dataset: string; subject: string; year: number | undefined },
): InputOf<'rankings.rising'> {
  const to = readYear(query, 'to') ?? shared.year
  const from = readYear(query, 'from')
  return {
    dataset: shared.dataset,
    subject: shared.subject,
    by: readBy(query),
    // One year is no comparison; the core says which years it has.
    from: from !== undefined && from !== to ? from : undefined,
    to,
    base: readYear(query, 'base'),
    region: /^[A-Z]{2}$/.test(query['region'] ?? '') ? query['region'] : undefined,
    // By percent unless the address says else: by amount the largest lead, whether or not they rise fast.
    sort: query['sort'] === 'change' ? 'change' : 'changePct',
    floor: readFloor(query),
    limit: 100,
  }
}
