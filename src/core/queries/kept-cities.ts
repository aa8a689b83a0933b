/** `cities.kept` and `cities.known`: cities that were kept or are named by an address, as a dataset names them. */
import type { EntityLabel } from '../../shared/contract/common.ts'
import type { OpenDataset, ReaderContext } from '../context.ts'
import type { Handlers } from '../dispatch.ts'
import { readKeptCities } from '../profiles/city-store.ts'
import { allCities } from './find-city.ts'

/** @throws AppError dataset-unknown, -damaged, -newer. */
export const listKeptCities: Handlers<'query', ReaderContext>['cities.kept'] = ({ dataset }, context) => {
  const { favourites, recent } = readKeptCities(context.dataDir)
  if (favourites.length + recent.length === 0) return { favourites: [], recent: [] }
  const known = labelsById(context.open(dataset))
  const named = (ids: readonly string[]): EntityLabel[] => ids.flatMap((id) => known.get(id) ?? [])
  return { favourites: named(favourites), recent: named(recent) }
}

const AREA = '-metropolitan-area'

/** By id alone, as addresses hold them. @throws AppError dataset-unknown, -damaged, -newer. */
export const knownCities: Handlers<'query', ReaderContext>['cities.known'] = (
  { dataset, cities },
  context,
) => {
  const labels = labelsById(context.open(dataset))
  const twin = (id: string) => (id.endsWith(AREA) ? id.slice(0, -AREA.length) : `${id}${AREA}`)
  return {
    known: cities.flatMap((id) => labels.get(id) ?? []),
    missing: cities
      .filter((id) => !labels.has(id))
      .map((id) => ({ id, instead: labels.get(twin(id)) ?? null })),
  }
}

function labelsById(dataset: OpenDataset): ReadonlyMap<string, EntityLabel> {
  return dataset.memo(
    'city-labels',
    () =>
      new Map(allCities(dataset).map(({ city_id: id, name, name_zh: nameZh }) => [id, { id, name, nameZh }])),
  )
}
