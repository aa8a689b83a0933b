/** Which city the printed addresses of an institution agree on. */
import type { PrintedSighting } from '../../articles/nodes.ts'

/** So many addresses must print the city: one alone may be that of another campus, or matched wrongly by the source. */
const LEAST = 2
/** The same where none of them names the institution. */
const LEAST_OTHER = 4

/** All sightings of each institution, those of several threads and files added up. */
export class PrintedBook {
  private readonly byInstitution = new Map<number, Map<string, PrintedSighting>>()

  saw(sightings: readonly PrintedSighting[]): void {
    for (const sighting of sightings) {
      const cities = this.byInstitution.get(sighting.key) ?? new Map<string, PrintedSighting>()
      this.byInstitution.set(sighting.key, cities)
      const key = JSON.stringify([sighting.city, sighting.country, sighting.mark])
      const known = cities.get(key)
      cities.set(
        key,
        known
          ? { ...known, named: known.named + sighting.named, other: known.other + sighting.other }
          : sighting,
      )
    }
  }

  /**
   * The city that more than half of the addresses print which name the institution; where none names it, of all of them.
   * Null where they do not agree. @param country that of the institution, where it is known
   */
  cityOf(institution: number, country: string | null): PrintedSighting | null {
    const cities = [...(this.byInstitution.get(institution)?.values() ?? [])].filter(
      (sighting) => country === null || sighting.country === country,
    )
    const named = cities.filter((sighting) => sighting.named > 0)
    const from =
      named.length > 0
        ? named.filter((sighting) => sighting.named + sighting.other >= LEAST)
        : cities.filter(({ other }) => other >= LEAST_OTHER)
    const weight = (sighting: PrintedSighting) => (named.length > 0 ? sighting.named : sighting.other)
    const all = (named.length > 0 ? named : cities).reduce((sum, sighting) => sum + weight(sighting), 0)
    return from.find((sighting) => weight(sighting) * 2 > all) ?? null
  }

  /** In an order of their own. */
  all(): PrintedSighting[] {
    const text = ({ city, country, mark }: PrintedSighting) => JSON.stringify([city, country, mark])
    return [...this.byInstitution.values()]
      .flatMap((cities) => [...cities.values()])
      .sort((a, b) => a.key - b.key || (text(a) < text(b) ? -1 : 1))
  }
}
