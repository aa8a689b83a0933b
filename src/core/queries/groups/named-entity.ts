/** Cities and institutions as matching knows them: how each is shown, and what is kept of it in a group. */
import type { EntityLabel } from '../../../shared/contract/common.ts'
import type { GroupCandidate, GroupMember } from '../../../shared/contract/groups.ts'
import type { GroupKind } from '../../../shared/domain/groups.ts'
import type { OpenDataset } from '../../context.ts'
import { figuresOf } from '../computed/entity-space.ts'
import { institutionsOf } from '../computed/index-names.ts'
import { fullShare } from '../computed/rows.ts'
import type { CityRow } from '../find-city.ts'
import { rankingEntries } from '../ranking-rows.ts'

export interface NamedEntity extends EntityLabel {
  /** The name of its records, by which it is found elsewhere. */
  foundName: string
  region: string | null
  regionName: string
  regionNameZh: string
  division: string | null
  ror: string | null
  /** Of an institution its city. */
  within: EntityLabel | null
  /** In the statistics; null of an edition. */
  number: number | null
}

export const cityEntity = (row: CityRow): NamedEntity => ({
  id: row.city_id,
  name: row.name,
  nameZh: row.name_zh,
  foundName: row.found_name,
  region: row.region_id,
  regionName: row.region_name,
  regionNameZh: row.region_name_zh,
  division: row.division,
  ror: null,
  within: null,
  number: row.number,
})

/** @param number of one that the index has */
export function institutionEntity(dataset: OpenDataset, number: number): NamedEntity {
  const named = institutionsOf(dataset)[number]
  if (!named) throw new Error(`no institution ${number}`)
  return {
    ...named.label,
    foundName: named.foundName,
    region: named.regionId,
    regionName: named.region.name,
    regionNameZh: named.region.nameZh,
    division: null,
    ror: named.ror,
    within: named.within ?? null,
    number,
  }
}

export function toCandidate(
  dataset: OpenDataset,
  kind: GroupKind,
  entity: NamedEntity,
  pasted: string,
): GroupCandidate {
  const { id, name, nameZh, regionName, regionNameZh, within } = entity
  return {
    ...{ id, name, nameZh, regionName, regionNameZh, within },
    share: shareOf(dataset, kind, entity),
    member: memberOf(dataset, entity, pasted),
  }
}

export function memberOf(dataset: OpenDataset, entity: NamedEntity, pasted: string): GroupMember {
  const { id, foundName, region, division, ror } = entity
  // Of an institution without a country the dataset says so by a code of its own.
  const known = region !== null && /^[A-Z]{2}$/.test(region) ? region : null
  return { pasted, id, name: foundName, region: known, division, ror, dataset: dataset.id }
}

function shareOf(dataset: OpenDataset, kind: GroupKind, { id, number }: NamedEntity): number | null {
  if (dataset.kind === 'published') {
    const shares = dataset.memo('groups/shares', () => {
      const entries = rankingEntries(dataset, 'all', dataset.defaultYear)
      return new Map(entries.map(({ row }) => [row.id, row.share]))
    })
    return shares.get(id) ?? null
  }
  const cell = number === null ? null : figuresOf(dataset, kind, number, 0, dataset.defaultYear)
  return cell && fullShare(cell)
}
