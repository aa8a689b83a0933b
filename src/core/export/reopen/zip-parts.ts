/** Parts of an Office file from anywhere: only those asked for are unpacked, and never more than they may take. */
import { unzipSync } from 'fflate'
import { utf8 } from './text.ts'

/** Bytes of one part, and of all parts that are read together, once unpacked. */
const MOST_PART = 64 << 20
const MOST_TOTAL = 192 << 20
const MOST_PARTS = 5000

/**
 * The parts whose name is wanted, by name; null where the bytes are no zip, or a part is larger than any file of ours.
 * What the archive says of a part's size bounds the memory that it gets.
 */
export function zipParts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Map<string, Uint8Array> | null {
  let [total, count, refused] = [0, 0, false]
  try {
    const found = unzipSync(bytes, {
      filter({ name, originalSize, compression }) {
        if (refused || !wanted(name)) return false
        total += originalSize
        refused =
          ++count > MOST_PARTS ||
          originalSize > MOST_PART ||
          total > MOST_TOTAL ||
          (compression !== 0 && compression !== 8)
        return !refused
      },
    })
    return refused ? null : new Map(Object.entries(found))
  } catch {
    return null
  }
}

/** One part as text; null where there is none. */
export function zipText(bytes: Uint8Array, name: string): string | null {
  const part = zipParts(bytes, (each) => each === name)?.get(name)
  return part ? utf8(part) : null
}
