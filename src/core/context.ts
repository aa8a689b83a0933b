/** What handlers are given: their thread's folders, clock and openers; nothing is reached through globals. */
import type { ReadableDb } from './db/handles.ts'
import type { PopulationTable } from './populations/populations.ts'
import type { PlanOrigin } from '../shared/domain/plan-origin.ts'
import type { CoreEvent } from '../shared/contract/events.ts'

export interface ThreadContext {
  dataDir: string
  resourcesDir: string
  appVersion: string
  /** ISO date-time of now. */
  now(): string
}

export interface OpenDataset {
  db: ReadableDb
  id: string
  /** `r1-4f1c09d27ae8`. */
  version: string
  kind: 'published' | 'computed' | 'sample'
  defaultYear: number
  /** Of an index that an engine counted: of its articles a sample is kept, and pairs are stored. */
  plan?: PlanOrigin | null
  /** To be asked before an index's articles are loaded. @throws AppError dataset-damaged where their bytes are not as stored. */
  assertArticles?(): void
  /** Inhabitants of places, as they are known to the app. */
  readonly populations: PopulationTable
  /** A value computed once for this open file. */
  memo<T>(key: string, make: () => T): T
}

export interface ReaderContext extends ThreadContext {
  /** The dataset's file, opened once and kept. @throws AppError dataset-unknown, -damaged, -newer, -foreign. */
  open(dataset: string): OpenDataset
  /** Closes a dataset's file so that it can be replaced. */
  release(dataset: string): void
  /** The files behind a token; of the thread that makes files alone. @throws AppError file-token-unknown. */
  resolveFiles?(token: string): readonly string[]
}

/** A dataset that is being changed: nobody else may. */
export interface HeldDataset {
  id: string
  /** What stood at its path when the change began; null where nothing did. */
  stamp: string | null
}

export interface WriterContext extends ThreadContext {
  /** Set while a dataset is held for a change (see `holdDataset`). */
  held?: HeldDataset
  emit(event: CoreEvent): void
  /** Asks the other threads to close the dataset's file; resolves when they have. */
  releaseReaders(dataset: string): Promise<void>
  /** The path behind a token. @throws AppError file-token-unknown. */
  resolveToken(token: string): string
  /** The files or folders behind a token. @throws AppError file-token-unknown. */
  resolveFiles(token: string): readonly string[]
  /** Ends with the command that runs, or when it is cancelled. */
  signal: AbortSignal
}

type Progress = Omit<Extract<CoreEvent, { type: 'imports.progress' }>, 'type' | 'as'>

export interface ImportContext extends WriterContext {
  progress(progress: Progress): void
}
