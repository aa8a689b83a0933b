import type { Statistics } from '../../statistics/derive.ts'
import type { ResolvedPlaces } from './resolve-places.ts'

export interface InstitutionCounts {
  /** Described by a file of institutions. */
  matched: number
  unmatched: number
  withoutCity: number
}

/** The institutions of articles that count; those of duplicates alone are none. */
export function countInstitutions(
  { institutions, described }: ResolvedPlaces,
  { tallies, years }: Statistics,
): InstitutionCounts {
  const counts = { matched: 0, unmatched: 0, withoutCity: 0 }
  institutions.forEach(({ cityId }, number) => {
    if (!years.some((_, year) => tallies.institution.at(number, year) >= 0)) return
    if (described.has(number)) counts.matched += 1
    else counts.unmatched += 1
    if (cityId === null) counts.withoutCity += 1
  })
  return counts
}
