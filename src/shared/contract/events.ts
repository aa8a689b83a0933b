import type { EntityName } from '../domain/entity-names.ts'
import type { ImportSize } from './imports.ts'

/** What the core tells every host unasked. */
export type CoreEvent =
  /** `elsewhere`: another program that shares the folder did it, the command line say. */
  | { type: 'datasets.changed'; dataset: string; elsewhere?: true }
  /** A dataset was verified whole: asked for, or in idle time. */
  | { type: 'datasets.checked'; dataset: string; ok: boolean; idle: boolean }
  /** The dataset's report was saved, here or in another window. */
  | { type: 'reports.changed'; dataset: string }
  /** A group was kept, renamed or removed, here or in another window. */
  | { type: 'groups.changed' }
  | {
      type: 'imports.progress'
      as: string
      step: 'reading' | 'checking' | 'storing' | 'deriving' | 'swapping'
      bytesRead: number
      bytesTotal: number
      records: number
      /** Mean since the import began; absent before there is one. */
      recordsPerSecond?: number
      /** Estimated from the bytes left to read; absent where unknown. */
      secondsLeft?: number
      /** Once, before a large import begins. */
      size?: ImportSize
    }
  /** How many replicates of a ranking's bands are drawn. */
  | {
      type: 'stability.progress'
      dataset: string
      by: EntityName
      subject: string
      year: number
      done: number
      of: number
    }
