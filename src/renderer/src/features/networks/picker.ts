/** The entries of a picker: plain data, so that search and order can be tested without a screen. */
import type { SearchHit } from '../../../../shared/contract/search.ts'

export interface Choice {
  kind: 'city' | 'institution' | 'region'
  id: string
  name: string
  nameZh: string | null
  share: number | null
}

/** Hits of a search that can be chosen here, the nearest names where there are none. */
export function choicesOf(
  answer: { hits: SearchHit[]; nearest: SearchHit[] } | null,
  kind: 'city' | 'centre',
): Choice[] {
  const fits = (hit: SearchHit) => (kind === 'city' ? hit.kind === 'city' : hit.kind !== 'region')
  const hits = answer?.hits.filter(fits) ?? []
  const shown = hits.length > 0 ? hits : (answer?.nearest.filter(fits) ?? [])
  return shown.map((hit) => ({
    kind: hit.kind,
    id: hit.id,
    name: hit.name,
    nameZh: hit.nameZh,
    share: hit.share,
  }))
}

/** Countries and regions by name in either language or by code; without a search all, those with most cities first. */
export function matchRegions(
  regions: readonly { id: string; name: string; nameZh: string; cities: number }[],
  search: string,
): Choice[] {
  const part = search.toLocaleLowerCase()
  return regions
    .filter(({ id, name, nameZh }) =>
      [id, name, nameZh].some((text) => text.toLocaleLowerCase().includes(part)),
    )
    .sort((one, other) => other.cities - one.cities)
    .map(({ id, name, nameZh }) => ({ kind: 'region', id, name, nameZh, share: null }))
}
