/** The entities of a kind as a user names the kind: their names by number, and the figures of one of them. */
import type { EntityName } from '../../../shared/contract/common.ts'
import type { OpenDataset } from '../../context.ts'
import type { Cell } from './cells.ts'
import { cellAt, cellOf, cellsOf } from './cells.ts'
import type { Named } from './index-names.ts'
import { citiesOf, countriesOf, institutionsOf, metrosOf } from './index-names.ts'

/** By number; metropolitan areas first, then all cities, of which those in an area are no entities of the kind. */
export function namesOf(dataset: OpenDataset, by: EntityName): readonly Named[] {
  switch (by) {
    case 'institution':
      return institutionsOf(dataset)
    case 'city':
      return citiesOf(dataset)
    case 'country':
      return countriesOf(dataset)
    case 'metro':
      return dataset.memo('names/metro-space', () => [...metrosOf(dataset), ...citiesOf(dataset)])
  }
}

export function figuresOf(
  dataset: OpenDataset,
  by: EntityName,
  entity: number,
  subject: number,
  year: number,
): Cell | null {
  // Where a city outside any area stands among areas depends on all of them.
  if (by === 'metro') return cellAt(cellsOf(dataset, by, subject, year), entity)
  return cellOf(dataset, by === 'country' ? 'region' : by, entity, subject, year)
}
