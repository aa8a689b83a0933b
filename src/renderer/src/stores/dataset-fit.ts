/** What of the address still holds in another dataset. */
import type { DatasetDetail } from '../../../shared/contract/datasets.ts'
import type { Query, QueryPatch } from '../../../shared/address/query.ts'
import { DEFAULT_DATASET, readShared } from '../../../shared/address/query.ts'

/** A choice that another dataset cannot keep. */
export type LetGo = 'year' | 'region' | 'sector' | 'by' | 'period' | 'base'

/** Which choices of the address `patch` lets go, besides ticked cities. */
export function letGo(query: Query, patch: QueryPatch): LetGo[] {
  const isGone = (key: string) => query[key] !== undefined && key in patch && patch[key] === null
  return [
    ...(['by', 'year', 'region', 'sector'] as const).filter(isGone),
    ...(isGone('from') || isGone('to') ? (['period'] as const) : []),
    ...(isGone('base') ? (['base'] as const) : []),
  ]
}

/**
 * The change of the address that goes to dataset `next`: its years, region and ticked cities stay where that dataset
 * has them, else its usual ones apply; what only an index knows goes with a published edition.
 * @param cities ids of the cities of the other dataset; null where none are ticked, so that nobody needs to ask
 */
export function fitTo(query: Query, next: DatasetDetail, cities: ReadonlySet<string> | null): QueryPatch {
  const { year, cities: ticked } = readShared(query)
  const published = next.kind === 'published'
  // A year of which an edition prints single figures only is no year to land on.
  const least = published ? next.cities / 2 : 1
  const has = (wanted: number) => next.years.some((each) => each.year === wanted && each.shares >= least)
  const hasOf = (key: string) => query[key] === undefined || (!published && has(Number(query[key])))
  const hasPeriod = hasOf('from') && hasOf('to')
  const region = query['region']
  return {
    dataset: next.dataset === DEFAULT_DATASET ? null : next.dataset,
    ...(year === undefined || year === next.defaultYear ? {} : { year: has(year) ? year : null }),
    cities: ticked.filter((id) => cities?.has(id) ?? true).join(','),
    region: next.regions.some(({ id }) => id === region) ? region : null,
    at: null,
    why: null,
    ...(hasOf('base') ? {} : { base: null }),
    ...(hasPeriod ? {} : { from: null, to: null }),
    of: null,
    ...(published ? { by: null, sector: null } : {}),
  }
}
