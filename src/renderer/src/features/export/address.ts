/** The address that a file leads back to: the view as it stands, without what is only open over it. */
import type { RouteLocationNormalizedLoaded } from 'vue-router'
import { plainQuery } from '../../../../shared/address/query.ts'

/** Sheets over a view, and how the reader likes the app: neither belongs to what was exported. */
const TRANSIENT = new Set(['why', 'theme'])
const MOST = 4000

export function addressOf({ path, query }: Pick<RouteLocationNormalizedLoaded, 'path' | 'query'>): string {
  const kept = Object.entries(plainQuery(query)).filter(([key]) => !TRANSIENT.has(key))
  const search = new URLSearchParams(kept).toString()
  const whole = search ? `${path}?${search}` : path
  return whole.length > MOST ? path : whole
}
