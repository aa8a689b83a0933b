/** What the Collaborations view of an index asks for, read from the address. */
import { readYear } from '../../../../shared/address/first-calls.ts'
import type { Query } from '../../../../shared/address/query.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { Reach } from '../../../../shared/domain/pairs.ts'
import {
  MOST_GROUPS,
  MOST_PER_CITY,
  REACHES,
  USUAL_GROUPS,
  USUAL_PER_CITY,
} from '../../../../shared/domain/pairs.ts'

/** By city, of institutions in one list (of a city, or the whole index), partners of an institution, cities, countries. */
export const PAIRS = ['grouped', 'within', 'partners', 'cities', 'countries'] as const
export type PairsOf = (typeof PAIRS)[number]

/** Where nothing is said pairs stand by city, as the supplement prints them; a city that is named has its own. */
export const readPairs = (query: Query): PairsOf =>
  PAIRS.find((each) => each === query['of']) ?? (query['city'] ? 'within' : 'grouped')

/** Whose pairs they are: the key in the address that names the one; null where pairs stand by city. */
export const KEYS = {
  grouped: null,
  within: 'city',
  partners: 'institution',
  cities: 'city',
  countries: 'country',
} as const satisfies Record<PairsOf, string | null>

/** What each end is. */
export const ENDS = {
  grouped: 'institution',
  within: 'institution',
  partners: 'institution',
  cities: 'city',
  countries: 'country',
} as const satisfies Record<PairsOf, string>

/** Whether the city whose pairs are listed is a metropolitan area (or a city outside any). */
export const isOfArea = (query: Query): boolean => readPairs(query) === 'within' && query['area'] === 'metro'

const BETWEEN = { institution: 'institutions', city: 'cities', country: 'countries' } as const

/** What each end of the rows is that stand there; those of a former question stay until the next answer comes. */
export const endOf = (between: string): (typeof ENDS)[PairsOf] | undefined =>
  Object.values(ENDS).find((end) => BETWEEN[end] === between)

/** How far pairs can reach, by what they are of; none where all reach alike. */
export function reachesOf(query: Query): readonly Reach[] {
  const of = readPairs(query)
  if (of === 'grouped' || of === 'countries' || (of === 'within' && query['city'])) return []
  return of === 'cities' ? REACHES.filter((each) => each !== 'local') : REACHES
}

export const readReach = (query: Query): Reach | undefined =>
  reachesOf(query).find((each) => each === query['reach'])

function readCount(query: Query, key: string, usual: number, most: number): number {
  const value = Number(query[key])
  return Number.isInteger(value) && value >= 1 && value <= most ? value : usual
}

export const readGrouped = (query: Query) => ({
  perCity: readCount(query, 'each', USUAL_PER_CITY, MOST_PER_CITY),
  cities: readCount(query, 'groups', USUAL_GROUPS, MOST_GROUPS),
  area: query['area'] === 'city' ? ('city' as const) : ('metro' as const),
})

/**
 * Null where partners are asked for and no institution is named yet.
 * @param edition whose printed scores stand beside, where one is at hand
 */
export function pairsInput(
  query: Query,
  shared: { dataset: string; subject: string; year: number | undefined },
  edition: string | null = null,
): InputOf<'collaborations.list'> | null {
  const of = readPairs(query)
  const key = KEYS[of]
  const named = key === null ? undefined : query[key]
  if (of === 'partners' && !named) return null
  const from = readYear(query, 'from')
  // A period ends with the year of the strip.
  const period = from !== undefined && (shared.year === undefined || from <= shared.year) ? from : undefined
  const reach = readReach(query)
  return {
    ...shared,
    between: BETWEEN[ENDS[of]],
    ...(key && named && { [key]: named, ...(isOfArea(query) && { area: 'metro' as const }) }),
    ...(of === 'grouped' && { ...readGrouped(query), ...(edition && { beside: edition }) }),
    ...(reach && { reach }),
    from: period,
    limit: of === 'grouped' ? 'all' : 200,
  }
}
