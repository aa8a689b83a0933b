/** One interface for the three producers of a tape, and what it promises. */
import type { Projection } from './projection.ts'

/**
 * Reads one record in its own memory and writes what the projection wants of it to a tape.
 *
 * Put a record (one line of JSON without line breaks) anywhere in `bytes` from `inputAt` up to `inputAt + capacity`,
 * with a newline (10) after it, and call `scan`. The tape then holds triples: slot, start, end. `bytes` from start to
 * end is the JSON text of the value; start = end is the mark of an object. Strings that hold a backslash have ESCAPED
 * added to their slot; their escapes are known to be good, and so can be decoded.
 *
 * `bytes` and `tape` may be other objects after each scan: read them anew.
 */
export interface Scanner {
  readonly projection: Projection
  readonly bytes: Buffer
  readonly inputAt: number
  readonly capacity: number
  readonly tape: Uint32Array
  /** Number of triples, or one of REFUSED. */
  scan(from: number, to: number): number
  /** Of the last refusal, where the producer has words for it. */
  readonly message?: string
  /** Values of the record that are no JSON (NaN, Infinity) and were read as null; none where it is not told. */
  readonly missing?: number
  /** A scanner of twice the capacity, what stands in the input copied. @throws RangeError without memory for it */
  grow(): Scanner
}

export const ESCAPED = 0x100
export const SLOT_BITS = 0xff

/**
 * Why a record was not taken. The fast producers refuse what they cannot judge (keys with escapes or twice) as well as
 * what is wrong; JSON.parse has the last word.
 */
export const REFUSED = {
  openString: -1,
  syntax: -2,
  escapedKey: -3,
  duplicateKey: -4,
  tapeFull: -5,
  control: -6,
  badEscape: -7,
  /** From here on: the verdict of JSON.parse. */
  notJson: -8,
  notObject: -9,
  tooLong: -10,
} as const

/** Longer records are rejected: what V8 can hold in one string ends here. */
export const MAX_LINE_BYTES = 512 * 1024 * 1024
export const DEFAULT_CAPACITY = 1024 * 1024

/** Scanners may read this far beyond a record. */
export const PADDING = 128

/** Bytes of tape for an input: more is seldom needed, and a record that needs it is left to JSON.parse. */
export function tapeBytes(capacity: number): number {
  return 12 * Math.ceil(Math.min(Math.max(2 * capacity, 64 * 1024), 96 * 1024 * 1024) / 12)
}
