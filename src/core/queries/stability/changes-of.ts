/** Intervals of the changes between two years, of every entity that has an article in one of them. */
import type { EntityName } from '../../../shared/contract/common.ts'
import type { ChangeFigures, Drawn } from '../../../shared/contract/stability.ts'
import type { OpenDataset, ThreadContext } from '../../context.ts'
import type { ChangeInterval } from '../../indicators/stability/change-intervals.ts'
import { changeIntervals } from '../../indicators/stability/change-intervals.ts'
import type { Steps } from '../../indicators/stability/ranking-bands.ts'
import { cellsOf } from '../computed/cells.ts'
import { articlesIn } from '../computed/totals.ts'
import type { Drawing } from './drawing.ts'
import { answerOf, isInterval } from './drawing.ts'
import { partsOf } from './parts-of.ts'

export interface ChangesQuestion {
  by: EntityName
  /** Number of the subject. */
  subject: number
  from: number
  to: number
  /** Year whose number of articles adjusted Shares are brought to. */
  base: number
  drawn: Drawn
}

/** Values held at a time, of a group of entities in both years and all replicates: about 80 MB. */
const MOST_VALUES = 10_000_000

/**
 * By entity, as numbered in the index: the intervals of its change of adjusted Share, absolute and in percent. Answers at
 * once where they are known, else after drawing them.
 */
export function changesOf(
  dataset: OpenDataset,
  question: ChangesQuestion,
  context: ThreadContext,
): ReadonlyMap<number, ChangeInterval> {
  const drawn = answerOf(dataset, changesDrawing(dataset, question), context)
  return new Map(entitiesOf(dataset, question).map((entity, i) => [entity, drawn[i] as ChangeInterval]))
}

export function changesDrawing(dataset: OpenDataset, question: ChangesQuestion): Drawing<ChangeInterval> {
  const { by, subject, from, to, base, drawn } = question
  return {
    kind: 'changes',
    key: [by, subject, from, to, base, drawn.seed, drawn.replicates].join('/'),
    check: (value): value is ChangeInterval[] =>
      Array.isArray(value) &&
      value.length === entitiesOf(dataset, question).length &&
      value.every(
        (each: Partial<ChangeInterval> | null) =>
          isInterval(each?.change) && (each?.changePct === null || isInterval(each?.changePct)),
      ),
    draw: () => drawChanges(dataset, question),
  }
}

/** As a row holds them. */
export function changeFigures(interval: ChangeInterval | undefined): ChangeFigures {
  return {
    changeLow: interval?.change[0] ?? null,
    changeHigh: interval?.change[1] ?? null,
    changePctLow: interval?.changePct?.[0] ?? null,
    changePctHigh: interval?.changePct?.[1] ?? null,
  }
}

/** Groups of entities one after another: weights are a function of the article, so a group changes none. */
function* drawChanges(dataset: OpenDataset, question: ChangesQuestion): Steps<ChangeInterval[]> {
  const { by, subject, from, to, base, drawn } = question
  const entities = entitiesOf(dataset, question)
  const size = Math.max(1, Math.floor(MOST_VALUES / 2 / drawn.replicates))
  const groups = Math.max(1, Math.ceil(entities.length / size))
  const changes: ChangeInterval[] = []
  for (let group = 0; group < groups; group++) {
    const of = {
      by,
      subject,
      entities: entities.slice(group * size, (group + 1) * size),
      allArticles: true,
    }
    const steps = changeIntervals(
      partsOf(dataset, { ...of, year: from }),
      partsOf(dataset, { ...of, year: to }),
      articlesIn(dataset, base) ?? 0,
      drawn,
    )
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        changes.push(...step.value)
        break
      }
      yield Math.floor((group * drawn.replicates + step.value) / groups)
    }
  }
  return changes
}

/** Ascending. */
function entitiesOf(dataset: OpenDataset, { by, subject, from, to }: ChangesQuestion): number[] {
  const years = [from, to].map((year) => cellsOf(dataset, by, subject, year))
  return [...new Set(years.flatMap(({ entity }) => [...entity]))].sort((a, b) => a - b)
}
