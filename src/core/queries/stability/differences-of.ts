/** Intervals of the differences between the Shares of some entities of an index. */
import type { EntityName } from '../../../shared/contract/common.ts'
import type { Drawn } from '../../../shared/contract/stability.ts'
import type { OpenDataset, ThreadContext } from '../../context.ts'
import { differenceIntervals } from '../../indicators/stability/difference-intervals.ts'
import type { Interval } from '../../indicators/stability/intervals.ts'
import type { Drawing } from './drawing.ts'
import { answerOf, isInterval } from './drawing.ts'
import { partsOf } from './parts-of.ts'

export interface DifferencesQuestion {
  by: EntityName
  /** Number of the subject. */
  subject: number
  year: number
  /** By their numbers in the index, the reference first. */
  entities: readonly number[]
  drawn: Drawn
}

/**
 * By entity, the interval of its Share less that of the first. Only articles of these entities are drawn: for six cities of
 * a large index a few tenths of a second.
 */
export function differencesOf(
  dataset: OpenDataset,
  question: DifferencesQuestion,
  context: ThreadContext,
): readonly Interval[] {
  const { by, subject, year, entities, drawn } = question
  const drawing: Drawing<Interval> = {
    kind: 'differences',
    key: [by, subject, year, entities.join(','), drawn.seed, drawn.replicates].join('/'),
    check: (value): value is Interval[] =>
      Array.isArray(value) && value.length === entities.length && value.every(isInterval),
    draw: () => differenceIntervals(partsOf(dataset, { by, subject, year, entities }), drawn),
  }
  return answerOf(dataset, drawing, context)
}
