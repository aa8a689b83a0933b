/** Short strings that come again and again, such as types and codes of countries: each is decoded and judged once. */
import { leafText } from './leaves.ts'
import type { Scanner } from './scanner.ts'
import { ESCAPED } from './scanner.ts'

const QUOTE = 0x22
const MOST_BYTES = 40
/** A power of two. A word takes the place of another of its hash. */
const PLACES = 256

export class LeafWords<T> {
  private readonly make: (text: string) => T
  private readonly spans: (Uint8Array | undefined)[] = Array.from({ length: PLACES }, () => undefined)
  private readonly values: (T | undefined)[] = Array.from({ length: PLACES }, () => undefined)

  /** @param make what is made of a text; the same for the same text */
  constructor(make: (text: string) => T) {
    this.make = make
  }

  /** What is made of the i-th leaf; null where it is no string. */
  of(scanner: Scanner, i: number): T | null {
    const { bytes, tape } = scanner
    const from = tape[3 * i + 1] as number
    const to = tape[3 * i + 2] as number
    if (from === to || bytes[from] !== QUOTE) return null
    if (to - from > MOST_BYTES || (tape[3 * i] as number) & ESCAPED)
      return this.make(leafText(scanner, i) as string)
    let hash = to - from
    for (let at = from + 1; at < to - 1; at++) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
    const place = (hash ^ (hash >>> 15)) & (PLACES - 1)
    const known = this.spans[place]
    if (known && sameBytes(known, bytes, from, to)) return this.values[place] as T
    const value = this.make(leafText(scanner, i) as string)
    this.spans[place] = Uint8Array.prototype.slice.call(bytes, from, to)
    this.values[place] = value
    return value
  }
}

function sameBytes(known: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  if (known.length !== to - from) return false
  for (let k = 0; k < known.length; k++) if (known[k] !== bytes[from + k]) return false
  return true
}
