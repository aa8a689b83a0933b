/** Which rows of a ranking an index was collected for; the others stand in it as their partners. */
import type { EntityName } from '../../../shared/contract/common.ts'
import type { RankingRow } from '../../../shared/contract/rankings.ts'
import { cityKey } from '../../../shared/domain/city-key.ts'
import type { CollectedFor, CollectedPlace } from '../../../shared/domain/collected-for.ts'
import type { OpenDataset } from '../../context.ts'
import { limitsOf } from '../../datasets/collected.ts'
import type { Named } from './index-names.ts'
import { citiesOf, metrosOf, NamedCity, NamedInstitution } from './index-names.ts'

/** What an index was collected for; null where it holds all that it was given. */
export const collectedFor = (dataset: OpenDataset): CollectedFor | null =>
  dataset.memo('collected-for', () => limitsOf(dataset.db).collectedFor ?? null)

/**
 * Marks a row. No row of such an index has a rank: articles of partners lack, so that a place among all would be none, and
 * the next place is theirs too.
 */
export function collectedMarks(
  dataset: OpenDataset,
  by: EntityName,
): (row: RankingRow, named: Named) => RankingRow {
  const collected = collectedFor(dataset)
  if (!collected) return (row) => row
  return (row, named) => ({
    ...row,
    rank: null,
    rankBefore: null,
    rankChange: null,
    ...(isCollected(dataset, collected.places, named, by) ? { collected: true as const } : {}),
  })
}

/** The same of a row of risers. */
export function collectedMark(
  dataset: OpenDataset,
  by: EntityName,
): (named: Named) => { rankFrom?: null; rankTo?: null; collected?: true } {
  const collected = collectedFor(dataset)
  if (!collected) return () => ({})
  return (named) => ({
    rankFrom: null,
    rankTo: null,
    ...(isCollected(dataset, collected.places, named, by) ? { collected: true } : {}),
  })
}

/** An entity is collected as itself, as what lies in a collected city, area or country, and never as part of a larger place. */
function isCollected(
  dataset: OpenDataset,
  places: readonly CollectedPlace[],
  named: Named,
  by: EntityName,
): boolean {
  return places.some((place) => {
    if (place.kind === 'country') return named.region.id === place.country
    if (place.kind === 'institution') return by === 'institution' && named.id === place.id
    if (by === 'country' || named.region.id !== place.country) return false
    return namesAround(dataset, named).some(
      (name) => cityKey(name, place.country ?? '') === cityKey(place.name, place.country ?? ''),
    )
  })
}

/** A city's name and its area's; of an institution those of its city. */
function namesAround(dataset: OpenDataset, named: Named): string[] {
  if (named instanceof NamedInstitution) {
    const city = citiesOf(dataset)[named.city]
    return [...(named.within ? [named.within.name] : []), ...(city ? namesAround(dataset, city) : [])]
  }
  const metro = named instanceof NamedCity ? metrosOf(dataset)[named.metro]?.name : undefined
  return [named.nameInCountry, ...(metro === undefined ? [] : [metro])]
}
