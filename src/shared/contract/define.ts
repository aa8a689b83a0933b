import type { z } from 'zod'

/**
 * Where a method runs: queries on the reader thread, commands on the writer thread, exports on a thread of their own, with
 * all else that reads for seconds, drawings of networks and maps on another, so that they wait for no file, and re-samples of
 * articles on one that can be told to stop.
 */
export type MethodKind = 'query' | 'command' | 'export' | 'drawing' | 'sampling'

/** One method of the contract: its kind, the schema of its input, and (as a type only) its output. */
export interface Method<K extends MethodKind, I extends z.ZodType, O> {
  readonly kind: K
  readonly input: I
  /** Never set; carries the output type. */
  readonly output?: O
}

type Definer<K extends MethodKind> = <O>() => <I extends z.ZodType>(input: I) => Method<K, I, O>

const definer =
  <K extends MethodKind>(kind: K): Definer<K> =>
  () =>
  (input) => ({ kind, input })

/** `query<Output>()(inputSchema)`: reads one dataset or the list of them. */
export const query = definer('query')
/** `command<Output>()(inputSchema)`: changes what is stored; commands run one after another. */
export const command = definer('command')
/** `exporting<Output>()(inputSchema)`: draws or writes a file's bytes, or reads a whole dataset; may take seconds. */
export const exporting = definer('export')
/** `drawing<Output>()(inputSchema)`: lays out what a screen shows; may take seconds. */
export const drawing = definer('drawing')
/** `sampling<Output>()(inputSchema)`: draws articles anew, with progress, until it is cancelled. */
export const sampling = definer('sampling')
