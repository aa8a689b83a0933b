import { isUtf8 } from 'node:buffer'
import { RecordJudge } from './record-judge.ts'
import type { ReadCounts, ReaderOptions, RecordReader } from './record-judge.ts'
import { startsWithBom } from './bom.ts'

const NEWLINE = 0x0a

/** Records one a line. Bytes may be read straight to where they are scanned: see `room` and `filled`. */
export class LineReader implements RecordReader {
  readonly #judge: RecordJudge
  readonly #firstLine: number
  #line: number
  /** Bytes that wait in the input: the beginning of a line. */
  #waiting = 0
  /** Bytes of lines that are done with. */
  #consumed = 0
  /** Inside a line that was given up. */
  #dropping = false

  constructor(options: ReaderOptions) {
    this.#judge = new RecordJudge(options)
    this.#line = this.#firstLine = options.firstLine ?? 1
  }

  /** Where the next bytes go, at least one byte of room. After writing there, call `filled`. */
  room(): { bytes: Buffer; at: number; length: number } {
    if (this.#waiting === this.#judge.scanner.capacity && !this.#judge.grow()) this.#giveUp()
    const { bytes, inputAt, capacity } = this.#judge.scanner
    return { bytes, at: inputAt + this.#waiting, length: capacity - this.#waiting }
  }

  /** Takes `count` bytes that were written to `room`: reads the lines that are complete now, keeps the rest. */
  filled(count: number): void {
    const { bytes, inputAt } = this.#judge.scanner
    const fresh = inputAt + this.#waiting
    const end = fresh + count
    this.#judge.counts.bytes += count
    const last = bytes.subarray(fresh, end).lastIndexOf(NEWLINE)
    if (last >= 0) this.#readLines(fresh + last, end)
    else if (this.#dropping) this.#consumed += count
    else this.#waiting += count
  }

  push(chunk: Uint8Array): void {
    for (let taken = 0; taken < chunk.length;) {
      const { bytes, at, length } = this.room()
      const part = chunk.subarray(taken, taken + length)
      bytes.set(part, at)
      this.filled(part.length)
      taken += part.length
    }
  }

  /** Reads a last line without newline. @throws Error if any byte was not accounted for */
  end(): ReadCounts {
    const { bytes, inputAt } = this.#judge.scanner
    const { counts } = this.#judge
    if (this.#waiting > 0) {
      bytes[inputAt + this.#waiting] = NEWLINE
      this.#readLine(inputAt, inputAt + this.#waiting, false, true)
      this.#consumed += this.#waiting
      this.#waiting = 0
    } else if (this.#dropping) this.#line++
    counts.lines = this.#line - this.#firstLine
    if (this.#consumed !== counts.bytes)
      throw new Error(`${counts.bytes} bytes were given, ${this.#consumed} were read`)
    return counts
  }

  /** Reads all lines up to the newline at `last`. */
  #readLines(last: number, end: number): void {
    const { bytes, inputAt } = this.#judge.scanner
    const lines = bytes.subarray(0, last + 1)
    let from = inputAt
    if (this.#dropping) {
      this.#dropping = false
      from = lines.indexOf(NEWLINE, inputAt) + 1
      this.#line++
    }
    const isText = isUtf8(bytes.subarray(from, last))
    while (from <= last) {
      const to = lines.indexOf(NEWLINE, from)
      this.#readLine(from, to, isText)
      from = to + 1
    }
    this.#consumed += from - inputAt
    this.#judge.scanner.bytes.copyWithin(inputAt, from, end) // a scan may have moved it
    this.#waiting = end - from
  }

  #readLine(from: number, to: number, isText: boolean, isLast = false): void {
    const { bytes } = this.#judge.scanner
    const line = this.#line++
    if (line === 1 && startsWithBom(bytes, from, to)) from += 3
    for (let at = from; at < to; at++) {
      const c = bytes[at]
      if (c === 0x20 || c === 0x0d || c === 0x09) continue
      if (isLast) return this.#judge.judgeLast(from, to, line)
      return this.#judge.judge(from, to, line, isText)
    }
  }

  #giveUp(): void {
    this.#judge.tooLong(this.#line)
    this.#dropping = true
    this.#consumed += this.#waiting
    this.#waiting = 0
  }
}
