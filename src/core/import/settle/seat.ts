/** Where an institution stands that has affiliations in several cities. */
import type { Statistics } from '../../statistics/derive.ts'
import type { ResolvedPlaces } from './resolve-places.ts'

/**
 * Sets city and region of institutions whose record names no city: the city with the largest Share of all years, of equal
 * ones that of the larger Count, then the first by id. Other institutions stay where their record says.
 */
export function seatInstitutions(places: ResolvedPlaces, { tallies, years }: Statistics): void {
  const { institutions, cities, parts, seated } = places
  const best = new Map<number, { units: number; articles: number; city: number }>()
  parts.forEach(({ institution, city }, part) => {
    if (seated.has(institution)) return
    const total = { units: 0, articles: 0, city }
    years.forEach((_, year) => {
      const at = tallies.part.at(part, year)
      if (at < 0) return
      total.units += tallies.part.units[at] as number
      total.articles += tallies.part.articles[at] as number
    })
    const known = best.get(institution)
    if (!known || isLarger(total, known)) best.set(institution, total)
  })
  for (const [institution, { city }] of best) {
    const own = institutions[institution]
    const seat = cities[city]
    if (!own || !seat) continue
    own.cityId = seat.id
    own.region = seat.country ?? own.region
  }
}

type Total = Record<'units' | 'articles' | 'city', number>

/** Cities are numbered by id. */
function isLarger(a: Total, b: Total): boolean {
  return (a.units - b.units || a.articles - b.articles || b.city - a.city) > 0
}
