import type { MapCity } from '../../../../shared/contract/drawings.ts'

/** Beyond a circle's edge, in figure units: small circles are as easy to meet as large ones. */
const REACH = 5

/** The city whose circle is at a point, or nearest to it; of several that overlap the smallest, which lies on top. */
export function cityAt(cities: readonly MapCity[], x: number, y: number, zoom = 1): MapCity | null {
  let [best, least] = [null as MapCity | null, REACH / zoom]
  for (const city of cities) {
    for (const place of city.at) {
      const [dx, dy] = [place.x - x, place.y - y]
      const beyond = Math.sqrt(dx * dx + dy * dy) - city.r
      // Cities stand by Share: a later circle is drawn over an earlier one.
      if (beyond <= 0 || beyond < least) [best, least] = [city, Math.max(0, beyond)]
    }
  }
  return best
}
