/** What the Collaborations view of an index asks for, read from the address. */
import { readYear } from '../../../../shared/address/first-calls.ts'
import type { Query } from '../../../../shared/address/query.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'

/** Pairs of institutions (of a city, or the leading ones), partners of an institution, or cities. */
export const PAIRS = ['within', 'partners', 'cities'] as const
export type PairsOf = (typeof PAIRS)[number]

export const readPairs = (query: Query): PairsOf => PAIRS.find((each) => each === query['of']) ?? 'within'

/** Null where partners are asked for and no institution is named yet. */
export function pairsInput(
  query: Query,
  shared: { dataset: string; subject: string; year: number | undefined },
): InputOf<'collaborations.list'> | null {
  const of = readPairs(query)
  const institution = query['institution']
  if (of === 'partners' && !institution) return null
  const from = readYear(query, 'from')
  return {
    ...shared,
    between: of === 'cities' ? 'cities' : 'institutions',
    ...(of === 'partners' ? { institution } : { city: query['city'] }),
    // A period ends with the year of the strip.
    from: from !== undefined && (shared.year === undefined || from <= shared.year) ? from : undefined,
    limit: 200,
  }
}
