/** Layouts that were computed once: in memory, and the slower ones beside the dataset. */
import type { ReaderContext } from '../../context.ts'
import { Lru } from '../../lru.ts'
import { readKept, writeKept } from './kept-files.ts'

/** Smaller networks are laid out about as fast as a file is opened. */
const LEAST_NODES = 150
/** Coordinates held by a thread: 100 networks of 5,000 nodes. */
const MOST_HELD = 1_000_000

const held = new Lru<Float64Array>(MOST_HELD, ({ length }) => length)

export interface LayoutPlace {
  dataset: string
  /** Of all that the layout is made from. */
  key: string
  nodes: number
}

/** The coordinates kept under the key, else those that `make` gives. They belong to the cache: do not change them. */
export function keptPositions(
  { dataset, key, nodes }: LayoutPlace,
  { dataDir }: Pick<ReaderContext, 'dataDir'>,
  make: () => Float64Array,
): Float64Array {
  return held.get(key, () => {
    if (nodes < LEAST_NODES) return make()
    const kept = readKept(dataDir, dataset, 'positions', key)
    if (isPositions(kept, nodes)) return Float64Array.from(kept)
    const made = make()
    try {
      writeKept(dataDir, dataset, 'positions', key, [...made])
    } catch {
      // A full or read-only disk costs the time of the next layout, never the drawing.
    }
    return made
  })
}

function isPositions(value: unknown, nodes: number): value is number[] {
  return Array.isArray(value) && value.length === 2 * nodes && value.every((each) => Number.isFinite(each))
}
