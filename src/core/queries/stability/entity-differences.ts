/** Intervals of the differences between compared entities, by subject. */
import type { EntityName } from '../../../shared/contract/common.ts'
import type { Drawn } from '../../../shared/contract/stability.ts'
import { ALL_SUBJECTS } from '../../../shared/domain/subjects.ts'
import type { OpenDataset, ThreadContext } from '../../context.ts'
import { requireComputed, subjectNumber } from '../computed/totals.ts'
import { differencesOf } from './differences-of.ts'

interface Asked {
  by: EntityName
  /** With their numbers in the index. */
  entities: readonly { number: number | null }[]
  /** Place of the one that the others are measured against. */
  reference: number
  /** Without them all. */
  subjects?: readonly string[]
  year: number
  drawn: Drawn
}

/**
 * By entity and subject, the interval of its Share less that of the reference, in articles.
 * @throws AppError not-computed of an edition: it has no articles
 */
export function entityDifferences(
  dataset: OpenDataset,
  { by, entities, reference, subjects = ALL_SUBJECTS, year, drawn }: Asked,
  context: ThreadContext,
): Record<string, [low: number, high: number]>[] {
  requireComputed(dataset)
  const numbers = entities.map(({ number }) => number as number)
  const first = numbers[reference]
  if (first === undefined) return []
  // One that is named twice is drawn once: in the numbering of parts an entity stands at one place.
  const distinct = [...new Set([first, ...numbers])]
  const bySubject = subjects.map((subject) => ({
    subject,
    intervals: differencesOf(
      dataset,
      { by, subject: subjectNumber(subject), year, entities: distinct, drawn },
      context,
    ),
  }))
  return numbers.map((number) =>
    Object.fromEntries(
      bySubject.flatMap(({ subject, intervals }) => {
        const interval = intervals[distinct.indexOf(number)]
        return interval ? [[subject, interval]] : []
      }),
    ),
  )
}
