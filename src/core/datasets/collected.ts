/** What a stored index says its files were fetched for. */
import type { CollectedFor, DateRange } from '../../shared/domain/collected-for.ts'
import type { ReadableDb } from '../db/handles.ts'

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

/** A field of JSON files; none where the dataset was not collected for a place. */
export function collectedField(db: ReadableDb): { collectedFor?: CollectedFor } {
  const parameters = db.prepare('SELECT parameters FROM dataset').pluck().get()
  const { collectedFor } = collectedOf({ parameters: String(parameters) })
  return collectedFor === null ? {} : { collectedFor }
}
