/** Intervals of the differences between compared cities, by subject. */
import type { Drawn } from '../../../shared/contract/stability.ts'
import { ALL_SUBJECTS } from '../../../shared/domain/subjects.ts'
import type { OpenDataset, ThreadContext } from '../../context.ts'
import { findIndexCity } from '../computed/find-entity.ts'
import { requireComputed, subjectNumber } from '../computed/totals.ts'
import { differencesOf } from './differences-of.ts'

/**
 * By city and subject, the interval of its Share less that of the first city, in articles.
 * @throws AppError not-computed of an edition: it has no articles
 */
export function cityDifferences(
  dataset: OpenDataset,
  cities: readonly { city_id: string }[],
  { year, drawn }: { year: number; drawn: Drawn },
  context: ThreadContext,
): Record<string, [low: number, high: number]>[] {
  requireComputed(dataset)
  const entities = cities.map(({ city_id: id }) => findIndexCity(dataset, id).number)
  // A city that is named twice is drawn once: in the numbering of parts an entity stands at one place.
  const distinct = [...new Set(entities)]
  const bySubject = ALL_SUBJECTS.map((subject) => ({
    subject,
    intervals: differencesOf(
      dataset,
      { by: 'city', subject: subjectNumber(subject), year, entities: distinct, drawn },
      context,
    ),
  }))
  return entities.map((entity) =>
    Object.fromEntries(
      bySubject.flatMap(({ subject, intervals }) => {
        const interval = intervals[distinct.indexOf(entity)]
        return interval ? [[subject, interval]] : []
      }),
    ),
  )
}
