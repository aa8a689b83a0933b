import type { Scope } from '../contract/common.ts'

/** The scopes that editions printed so far cover. An imported edition may bring another, named after its manifest. */
export const KNOWN_SCOPES: readonly Scope[] = [
  { id: 'natural-82', label: 'natural sciences, 82 journals', labelZh: '自然科学，82 种期刊', journals: 82 },
  {
    id: 'natural-health-145',
    label: 'natural and health sciences, 145 journals',
    labelZh: '自然科学与健康科学，145 种期刊',
    journals: 145,
  },
]

/**
 * Regions whose cities share one denominator in "% of region's Share": the Chinese mainland, Hong Kong and
 * Macau are one; every other region is its own.
 */
export function denominatorOf(region: string): string {
  return ['CN', 'HK', 'MO'].includes(region) ? 'CN+HK+MO' : region
}

/** The region whose total a percentage is of, where it is another's than the city's own: CN for Hong Kong. */
export function foreignTotalOf(region: string): string | null {
  const [first = region] = denominatorOf(region).split('+')
  return first === region ? null : first
}
