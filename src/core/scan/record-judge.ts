import { isUtf8 } from 'node:buffer'
import { ParseScanner } from './parse-scanner.ts'
import { MAX_LINE_BYTES, REFUSED } from './scanner.ts'
import type { Scanner } from './scanner.ts'

/** Why a record was rejected: no JSON, no UTF-8, more than can be held, JSON but no object, or the file ends in it. */
export type BadReason = 'json' | 'encoding' | 'too-long' | 'not-object' | 'cut-off'

/** Takes what a reader finds, in the order of the file. Lines count from 1 (or from `firstLine`). */
export interface RecordSink {
  /** The tape holds until this returns. */
  onRecord(scanner: Scanner, triples: number, line: number): void
  /** `message`: at most 200 characters, in English, for a report. */
  onBad(line: number, reason: BadReason, message: string): void
  /** A larger scanner takes the place of the one before. */
  onGrow?(larger: Scanner): void
}

export interface ReadCounts {
  /** All bytes given; each belongs to a record, a rejected one, or what stands between them. */
  bytes: number
  lines: number
  records: number
  bad: number
  /** Records that only JSON.parse could judge, among `records`. */
  reparsed: number
}

export interface ReaderOptions {
  scanner: Scanner
  sink: RecordSink
  /** Number of the first line; 1 by default. */
  firstLine?: number
  /** Longest record with its newline; MAX_LINE_BYTES by default. */
  maxLineBytes?: number
}

/** Takes the bytes of one source in order and hands its records to the sink. */
export interface RecordReader {
  push(chunk: Uint8Array): void
  /** After the last chunk. */
  end(): ReadCounts
}

/** Shared by the readers: scans one record, asks JSON.parse about refused ones, counts, keeps room. */
export class RecordJudge {
  scanner: Scanner
  readonly counts: ReadCounts = { bytes: 0, lines: 0, records: 0, bad: 0, reparsed: 0 }
  readonly #sink: RecordSink
  readonly #maxBytes: number
  #second: ParseScanner | null = null

  constructor(options: ReaderOptions) {
    this.scanner = options.scanner
    this.#sink = options.sink
    this.#maxBytes = options.maxLineBytes ?? MAX_LINE_BYTES
  }

  reject(line: number, reason: BadReason, message: string): void {
    this.counts.bad++
    this.#sink.onBad(line, reason, message)
  }

  /** Doubles the room for a record; false where the limit is met or memory is short. */
  grow(): boolean {
    if (this.scanner.capacity * 2 > this.#maxBytes) return false
    try {
      this.scanner = this.scanner.grow()
      this.#sink.onGrow?.(this.scanner)
      return true
    } catch (error) {
      if (error instanceof RangeError) return false
      throw error
    }
  }

  tooLong(line: number): void {
    this.reject(line, 'too-long', `longer than ${this.scanner.capacity} bytes`)
  }

  /** As `judge`, of what ends with the file and without a newline: where it is left open, the file was cut. */
  judgeLast(from: number, to: number, line: number): void {
    const { bytes } = this.scanner
    if (!isLeftOpen(bytes, from, to)) this.judge(from, to, line, false)
    else this.reject(line, 'cut-off', 'the file ends inside this record')
  }

  /** Judges the record in [from, to) of the scanner's memory, with a newline behind it. */
  judge(from: number, to: number, line: number, isText: boolean): void {
    if (!isText && !isUtf8(this.scanner.bytes.subarray(from, to)))
      return this.reject(line, 'encoding', 'not UTF-8')
    const triples = this.scanner.scan(from, to)
    if (triples >= 0) this.#accept(this.scanner, triples, line)
    else if (triples <= REFUSED.notJson) this.#refuse(line, triples, this.scanner.message)
    else this.#askAgain(from, to, line)
  }

  #accept(scanner: Scanner, triples: number, line: number): void {
    this.counts.records++
    this.#sink.onRecord(scanner, triples, line)
  }

  #askAgain(from: number, to: number, line: number): void {
    const second = (this.#second ??= new ParseScanner(this.scanner.projection, 0))
    const triples = second.scanFrom(this.scanner.bytes, from, to)
    if (triples < 0) return this.#refuse(line, triples, second.message)
    this.counts.reparsed++
    this.#accept(second, triples, line)
  }

  #refuse(line: number, code: number, message = ''): void {
    if (code === REFUSED.notObject) this.reject(line, 'not-object', 'not an object')
    else if (message.startsWith(MORE)) this.reject(line, 'json', 'more JSON follows the record on its line')
    else this.reject(line, code === REFUSED.tooLong ? 'too-long' : 'json', message)
  }
}

/** How JSON.parse begins to say that the record had ended before the line did. */
const MORE = 'Unexpected non-whitespace character after JSON'

/** Whether a string or a bracket is open at the end. */
function isLeftOpen(bytes: Buffer, from: number, to: number): boolean {
  let depth = 0
  let inString = false
  for (let at = from; at < to; at++) {
    const c = bytes[at]
    if (inString) {
      if (c === 0x5c) at++
      else if (c === 0x22) inString = false
    } else if (c === 0x22) inString = true
    else if (c === 0x7b || c === 0x5b) depth++
    else if (c === 0x7d || c === 0x5d) depth--
  }
  return inString || depth > 0
}
