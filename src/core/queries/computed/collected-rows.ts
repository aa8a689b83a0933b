/** Which rows of a ranking an index was collected for; the others stand in it as their partners. */
import type { EntityName } from '../../../shared/contract/common.ts'
import { cityKey } from '../../../shared/domain/city-key.ts'
import type { CollectedPlace } from '../../../shared/domain/collected-for.ts'
import type { OpenDataset } from '../../context.ts'
import { collectedField } from '../../datasets/collected.ts'
import type { Named } from './index-names.ts'

const nobody = () => false

/** An entity is collected as itself, as what lies in a collected city or country, and never as part of a larger place. */
export function collectedIn({ db }: OpenDataset, by: EntityName): (named: Named) => boolean {
  const { collectedFor } = collectedField(db)
  if (!collectedFor) return nobody
  const { places } = collectedFor
  return (named) => places.some((place) => holds(place, named, by))
}

function holds(place: CollectedPlace, named: Named, by: EntityName): boolean {
  if (place.kind === 'country') return named.region.id === place.country
  if (place.kind === 'institution') return by === 'institution' && named.id === place.id
  if (by === 'country' || named.region.id !== place.country) return false
  const name = by === 'institution' ? named.within?.name : named.nameInCountry
  return name !== undefined && cityKey(name, place.country) === cityKey(place.name, place.country)
}
