import type { Change } from './change.ts'
import { adjustedChange } from './change.ts'

export interface RisingInput {
  /** Share of the earlier and of the later year, in articles; null where not known. */
  earlier: number | null
  later: number | null
}

export interface RisingOptions {
  by: 'absolute' | 'percent'
  /** Least Share of the earlier year, in articles, for a place in the order by percent. */
  floor: number
  /** N, articles in the index in each of the years. */
  articles: { earlier: number; later: number }
}

/**
 * Fastest rising: entities in order of the change of their adjusted Share, largest first. Left out are those whose
 * change is not known and, by percent, those below the floor. Equal changes stand in order of the later Share, then
 * as given.
 */
export function rising<T extends RisingInput>(
  entities: readonly T[],
  { by, floor, articles }: RisingOptions,
): (T & { change: Change })[] {
  return entities
    .map((entity) => ({
      ...entity,
      change: adjustedChange(
        { share: entity.earlier, articles: articles.earlier },
        { share: entity.later, articles: articles.later },
      ),
    }))
    .filter(({ change, earlier }) => change[by] !== null && (by === 'absolute' || (earlier ?? 0) >= floor))
    .sort(
      (a, b) =>
        (b.change[by] as number) - (a.change[by] as number) || (b.later as number) - (a.later as number),
    )
}
