/** A pair of a computed index as a row: names, places, how far it reaches. */
import type { CollaborationRow } from '../../../shared/contract/collaborations.ts'
import type { Reach } from '../../../shared/domain/pairs.ts'
import type { EntityLabel } from '../../../shared/contract/common.ts'
import { UNKNOWN_REGION } from '../../articles/entities.ts'
import type { OpenDataset } from '../../context.ts'
import { toShare } from '../../counting/exact.ts'
import type { PairKind } from './collaborating.ts'
import { pairNames } from './collaborating.ts'
import { NO_SOURCE } from './computed-profile.ts'
import { institutionsOf } from './index-names.ts'
import type { ScoredPair } from './ranked-pairs.ts'
import { provenanceOf } from './totals.ts'

export interface RowsAsked {
  kind: PairKind
  subject: string
  /** Last year of the period. */
  year: number
  /** The city that all pairs lie in, with its rank; null where there is none. */
  city: { label: EntityLabel; rank: number | null } | null
}

export function pairRow(
  dataset: OpenDataset,
  { kind, subject, year, city: asked }: RowsAsked,
  { a, b, units, articles }: ScoredPair,
): CollaborationRow {
  const [first, second] = [pairNames(dataset, kind)[a], pairNames(dataset, kind)[b]]
  if (!first || !second) throw new Error(`no ${kind} ${a} or ${b}`)
  const [aCity, bCity] = kind === 'institution' ? [first.within ?? null, second.within ?? null] : [null, null]
  const common = aCity && aCity.id === bCity?.id ? aCity : null
  const city = asked?.label ?? common
  return {
    a: first.id,
    b: second.id,
    aName: first.name,
    aNameZh: first.nameZh,
    bName: second.name,
    bNameZh: second.nameZh,
    aCity,
    bCity,
    aRegion: regionOf(first.region.id),
    bRegion: regionOf(second.region.id),
    reach: reachOf(dataset, kind)(a, b),
    cityId: city?.id ?? '',
    city: city?.name ?? '',
    cityZh: city?.nameZh ?? null,
    subject,
    year,
    score: toShare(units),
    articles,
    qualifier: 'exact',
    note: '',
    cityRank: asked?.rank ?? null,
    provenance: provenanceOf(dataset),
    source: NO_SOURCE,
  }
}

const regionOf = (id: string): string | null => (id === UNKNOWN_REGION ? null : id)

/**
 * How far a pair reaches: over a border, within a country, or (of institutions) within a city. Null where a country is not
 * known; of one country, where a city is not known, it is at least domestic and told as that.
 */
export function reachOf(dataset: OpenDataset, kind: PairKind): (a: number, b: number) => Reach | null {
  const names = pairNames(dataset, kind)
  const institutions = kind === 'institution' ? institutionsOf(dataset) : null
  return (a, b) => {
    const [first, second] = [names[a]?.region.id, names[b]?.region.id]
    if (!first || !second || first === UNKNOWN_REGION || second === UNKNOWN_REGION) return null
    if (first !== second) return 'international'
    const city = institutions?.[a]?.city ?? -1
    return city >= 0 && city === institutions?.[b]?.city ? 'local' : 'domestic'
  }
}
