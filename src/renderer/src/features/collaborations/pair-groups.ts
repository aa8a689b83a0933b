/** Rows of pairs as the table has them: by city, or in one list. */
import type {
  CollaborationList,
  CollaborationRow,
  PairGroup,
} from '../../../../shared/contract/collaborations.ts'
import type { DerivationStep } from '../../../../shared/contract/derivation.ts'

export interface RowGroup {
  key: string
  /** Null of one list. */
  group: PairGroup | null
  rows: CollaborationRow[]
}

export const keyOf = (row: CollaborationRow): string => `${row.a}~${row.b}`

/** In the order of the answer; a city none of whose institutions worked together stands with no row. */
export function groupsOf({ groups, rows }: CollaborationList): RowGroup[] {
  if (!groups) return [{ key: '', group: null, rows }]
  return groups.map((group) => ({
    key: group.city.id,
    group,
    rows: rows.filter(({ cityId }) => cityId === group.city.id),
  }))
}

/**
 * The place in which both are read: of pairs within a city, or a leading one, what each of the two has there counts; empty
 * where all of them counts.
 */
export function placeOf(
  { filters }: Pick<CollaborationList, 'filters'>,
  row: CollaborationRow,
): DerivationStep[] {
  if (filters.perCity !== undefined) return [{ by: filters.area ?? 'metro', id: row.cityId }]
  const isWithin = filters.between === 'institutions' && filters.institution === null
  return isWithin && filters.city !== null ? [{ by: filters.area ?? 'city', id: filters.city }] : []
}

/** The computed score less the printed one, in articles; null where either lacks. */
export function differenceOf({ score, printed }: CollaborationRow): number | null {
  return score === null || !printed || printed.score === null ? null : score - printed.score
}
