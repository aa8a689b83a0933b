/** Where a row of a ranking leads: a city's page, the page of an institution, the cities of a country. */
import type { RouteLocationRaw } from 'vue-router'
import type { RankingRow } from '../../../../shared/contract/rankings.ts'
import { useSession } from '../../stores/session.ts'

export function useRowLink(): (row: Pick<RankingRow, 'id' | 'region'>, by: string) => RouteLocationRaw {
  const session = useSession()
  return ({ id, region }, by) => {
    if (by === 'country') return session.link('/', { region, by: null, at: null, q: null })
    if (by === 'institution') return session.link(`/institutions/${id}`)
    if (by === 'metro') return session.link('/', { by: 'metro', at: id, region })
    return session.link(`/cities/${id}`)
  }
}
