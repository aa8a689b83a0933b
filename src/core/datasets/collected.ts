/** What a stored index says its files were fetched for. */
import type { CollectedFor, DateRange } from '../../shared/domain/collected-for.ts'
import type { PlanOrigin } from '../../shared/domain/plan-origin.ts'
import type { ReadableDb } from '../db/handles.ts'
import { planOf } from './plan-origin.ts'

export interface StoredCollected {
  collectedFor: CollectedFor | null
  /** When files were fetched, also where it is not known what for. */
  fetched: DateRange | null
}

/** Indexes of before say nothing of it. @param row of the dataset */
export function collectedOf({ parameters }: { parameters: string }): StoredCollected {
  const { collectedFor = null, fetched = null } = JSON.parse(parameters) as Partial<StoredCollected>
  return { collectedFor, fetched }
}

/** What the figures of a dataset lack of the whole, as fields of JSON files; none where they lack nothing. */
export interface Limits {
  collectedFor?: CollectedFor
  /** Where an engine counted it. */
  plan?: PlanOrigin
}

export function limitsOf(db: ReadableDb): Limits {
  const parameters = String(db.prepare('SELECT parameters FROM dataset').pluck().get())
  const [{ collectedFor }, plan] = [collectedOf({ parameters }), planOf({ parameters })]
  return { ...(collectedFor && { collectedFor }), ...(plan && { plan }) }
}
