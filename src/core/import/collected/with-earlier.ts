import { joinCollected, joinDates } from '../../../shared/domain/collected-for.ts'
import type { Collected } from './read-collected.ts'

/**
 * Files that are added to an index. What was not collected for a place stays so, as it may hold all there is; what was,
 * stays collected for that place, and for those of the new recipe as well.
 */
export function withEarlier(earlier: Collected, added: Collected): Collected {
  const fetched = joinDates([earlier.fetched, added.fetched])
  const { collectedFor: old } = earlier
  if (old === null || added.collectedFor === null) return { collectedFor: old, fetched }
  return { collectedFor: joinCollected(old, added.collectedFor), fetched }
}
