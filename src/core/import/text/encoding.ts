/** Tells the encoding of a text from its bytes. */
import { isUtf8 } from 'node:buffer'
import type { Encoding } from '../../../shared/domain/encodings.ts'
import type { Reading } from './guess-encoding.ts'
import { guessEncoding } from './guess-encoding.ts'

export interface DetectedEncoding {
  encoding: Encoding
  /** The text begins with a byte-order mark. */
  bom: boolean
  /** Bytes that are not valid in the encoding were seen; they are read as U+FFFD. */
  damaged: boolean
  /** Neither a mark nor UTF-8 tells it: it was guessed by what the text looks like. */
  guessed: boolean
  /** Where even the guess is too unsure: what it may be. */
  unsure: Reading[] | null
}

/** What a mark or UTF-8 itself tells. */
const told = (encoding: Encoding, bom: boolean): DetectedEncoding => ({
  encoding,
  bom,
  damaged: false,
  guessed: false,
  unsure: null,
})

/** Bytes after the first that is no UTF-8 which are looked at for a guess. */
const SAMPLE = 1 << 20

/**
 * A byte-order mark decides; else a text that is UTF-8 to its end is UTF-8 (ASCII included); else what follows
 * the first byte that is not UTF-8 is looked at for a guess. Memory: the sample.
 */
export async function detectEncoding(chunks: AsyncIterable<Uint8Array>): Promise<DetectedEncoding> {
  let tail: Uint8Array = new Uint8Array(0)
  let first = true
  let sample: Buffer[] | null = null
  let sampled = 0
  for await (const chunk of chunks) {
    const bytes: Buffer = tail.length === 0 ? asBuffer(chunk) : Buffer.concat([tail, chunk])
    if (first && bytes.length < 3) {
      tail = bytes
      continue
    }
    const marked = first ? markOf(bytes) : null
    first = false
    if (marked) return told(marked, true)
    if (sample) {
      sample.push(asBuffer(chunk))
      sampled += chunk.length
      tail = new Uint8Array(0)
      if (sampled >= SAMPLE) break
      continue
    }
    const whole = bytes.length - unfinished(bytes)
    if (isUtf8(bytes.subarray(0, whole))) {
      tail = bytes.subarray(whole)
      continue
    }
    sample = [bytes]
    sampled = bytes.length
    tail = new Uint8Array(0)
    if (sampled >= SAMPLE) break
  }
  if (sample) return weigh(Buffer.concat(sample))
  const marked = first ? markOf(tail) : null
  if (marked) return told(marked, true)
  return isUtf8(tail) ? told('utf-8', false) : weigh(tail)
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function markOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
}

/** Bytes at the end that begin a UTF-8 sequence without ending it. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0
  }
  return 0
}

function sequenceLength(lead: number): number {
  if (lead >= 0xf0) return 4
  return lead >= 0xe0 ? 3 : 2
}

/** Text that is UTF-8 for nine tenths of its bytes above 0x7F is damaged UTF-8; of other text the encoding is guessed. */
function weigh(bytes: Uint8Array): DetectedEncoding {
  let high = 0
  let utf8 = 0
  let at = 0
  while (at < bytes.length) {
    if ((bytes[at] ?? 0) < 0x80) {
      at += 1
      continue
    }
    let end = at
    while (end < bytes.length && (bytes[end] ?? 0) >= 0x80) end += 1
    high += end - at
    utf8 += validUtf8Bytes(bytes, at, end)
    at = end
  }
  if (high > 0 && utf8 / high >= 0.9) return { ...told('utf-8', false), damaged: true }
  return { ...guessEncoding(bytes), bom: false, damaged: false, guessed: true }
}

function validUtf8Bytes(bytes: Uint8Array, from: number, to: number): number {
  let valid = 0
  let at = from
  while (at < to) {
    const length = sequenceLength(bytes[at] ?? 0)
    if ((bytes[at] ?? 0) >= 0xc2 && at + length <= to && isUtf8(bytes.subarray(at, at + length))) {
      valid += length
      at += length
    } else at += 1
  }
  return valid
}
