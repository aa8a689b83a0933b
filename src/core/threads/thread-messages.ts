import type { MessagePort } from 'node:worker_threads'
import type { HandedArrays } from './handed.ts'
import type { Result } from '../../shared/contract/errors.ts'
import type { CoreEvent } from '../../shared/contract/events.ts'

/** What a thread is started with. */
export interface ThreadData {
  role: 'reader' | 'writer' | 'exporter' | 'drawer' | 'sampler'
  dataDir: string
  resourcesDir: string
  appVersion: string
}

/** What a thread is started with that learns the rest by one message. */
export interface SpareData {
  start: MessagePort
}

/** Core → thread. Each is answered by `result` with its id, `released` apart. */
export type ToThread =
  | { type: 'call'; id: number; name: string; input: unknown }
  | { type: 'cancel'; id: number; input: unknown }
  | { type: 'grant'; id: number; token: string; paths: readonly string[] }
  | { type: 'release'; id: number; dataset: string }
  /** To the reader: load an index's arrays in pauses, and answer with them, null where there are none. */
  | { type: 'load'; id: number; dataset: string }
  /** To the drawer: what the reader loaded. */
  | { type: 'take'; id: number; arrays: HandedArrays }
  | { type: 'close'; id: number }
  /** Answer to `release-readers`. */
  | { type: 'released'; request: number }

/** Thread → core. */
export type FromThread =
  /** Whether stored data can be read: of the writer when it has prepared it, of a reader as it lies. */
  | { type: 'ready'; result: Result<boolean> }
  | { type: 'result'; id: number; result: Result<unknown> }
  | { type: 'event'; event: CoreEvent }
  | { type: 'release-readers'; request: number; dataset: string }
