/** Something drawn from the articles of a dataset that is not drawn twice: in memory, beside the dataset's file, or now. */
import type { OpenDataset, ThreadContext } from '../../context.ts'
import type { Shelf } from '../../datasets/kept-files.ts'
import { readKept, writeKept } from '../../datasets/kept-files.ts'
import type { Steps } from '../../indicators/stability/ranking-bands.ts'
import { finish } from '../../indicators/stability/ranking-bands.ts'
import { Lru } from '../../lru.ts'

/** Raised with any change of how articles are drawn: what was kept before then counts as none. */
const VERSION = 1
/** Files of a kind kept beside a dataset; the largest, of 10,000 entities, has about 1 MB. */
const MOST_FILES = 40
/** Rows of all kept answers together, in each thread: about 20 MB. */
const MOST_ROWS = 100_000

/** One question, and how it is answered. */
export interface Drawing<T> {
  kind: 'bands' | 'changes' | 'differences'
  /** All that the answer follows from, but the dataset. */
  key: string
  /** Whether what was read from a file can be the answer. */
  check(value: unknown): value is T[]
  /** Draws, telling after each block how many replicates are done. */
  draw(): Steps<T[]>
}

/** In memory or beside the dataset; null where it is still to be drawn. */
export function knownDrawing<T>(
  dataset: OpenDataset,
  drawing: Drawing<T>,
  context: ThreadContext,
): readonly T[] | null {
  const key = keyOf(dataset, drawing)
  const held = heldOf<T>(dataset).peek(key)
  if (held) return held
  const kept = readKept(shelfOf(dataset, drawing, context), key)
  return drawing.check(kept) ? heldOf<T>(dataset).get(key, () => kept) : null
}

/** Draws and keeps it. */
export function* drawAndKeep<T>(
  dataset: OpenDataset,
  drawing: Drawing<T>,
  context: ThreadContext,
): Steps<readonly T[]> {
  const drawn = yield* drawing.draw()
  const key = keyOf(dataset, drawing)
  try {
    writeKept(shelfOf(dataset, drawing, context), key, drawn)
  } catch {
    // A full or read-only disk costs the time of drawing it again, never the answer.
  }
  return heldOf<T>(dataset).get(key, () => drawn)
}

/** At once where it is known, else after drawing it: seconds for a large index. */
export function answerOf<T>(dataset: OpenDataset, drawing: Drawing<T>, context: ThreadContext): readonly T[] {
  return knownDrawing(dataset, drawing, context) ?? finish(drawAndKeep(dataset, drawing, context))
}

const heldOf = <T>(dataset: OpenDataset): Lru<readonly T[]> =>
  dataset.memo('drawn', () => new Lru<readonly T[]>(MOST_ROWS, ({ length }) => length))

const keyOf = ({ version }: OpenDataset, { kind, key }: Pick<Drawing<never>, 'kind' | 'key'>): string =>
  [VERSION, kind, version, key].join('/')

const shelfOf = (
  { id }: OpenDataset,
  { kind }: Pick<Drawing<never>, 'kind'>,
  { dataDir }: ThreadContext,
): Shelf => ({ dataDir, dataset: id, folder: 'stability', kind, most: MOST_FILES })

/** An interval as it stands in a file. */
export const isInterval = (pair: unknown): boolean =>
  Array.isArray(pair) && pair.length === 2 && pair.every(Number.isFinite)
