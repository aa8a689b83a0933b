import { BOM } from './bom.ts'
import { RecordJudge } from './record-judge.ts'
import type { ReadCounts, ReaderOptions, RecordReader } from './record-judge.ts'

const NEWLINE = 0x0a
const SPACE = 0x20
const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const RESULTS = Buffer.from('results')

/** Where the reader stands. */
const OUTSIDE = 0 // between values, at the top or in a list that holds them
const PAGE = 1 // in a page, outside its results
const RESULT_LIST = 2 // between the results of a page
const RECORD = 3
const SCALAR = 4 // in a number or a word where a record should be

/**
 * Records as elements of arrays, as results of pages, or one after another. Finds where each begins and ends, over any
 * borders of chunks, and hands it on as one line. Commas between records are not insisted on.
 */
export class ElementReader implements RecordReader {
  readonly #judge: RecordJudge
  readonly #pages: boolean
  readonly #firstLine: number
  #line: number
  /** Whether the last byte so far was no newline. */
  #inLine = false
  #state: number = OUTSIDE
  /** Where a record leads back to: OUTSIDE or RESULT_LIST. */
  #back: number = OUTSIDE
  /** Inside an outer array. */
  #inList = false
  /** Brackets open inside the record or page. */
  #depth = 0
  #inString = false
  #escaped = false
  #startLine = 0
  /** Start of the record in this chunk. */
  #from = 0
  /** Bytes of the record that wait in the scanner's input. */
  #waiting = 0
  /** Of this record: given up because too long; broken by a line break in a string. */
  #dropping = false
  #broken = false
  /** Of a page: bytes of `results` matched by the string read last, -1 if it differs; whether that is the key now. */
  #matched = -1
  #atResults = false
  #hasResults = false

  constructor(options: ReaderOptions & { pages: boolean }) {
    this.#judge = new RecordJudge(options)
    this.#pages = options.pages
    this.#line = this.#firstLine = options.firstLine ?? 1
  }

  push(chunk: Uint8Array): void {
    const { counts } = this.#judge
    let at = 0
    while (this.#state === OUTSIDE && counts.bytes + at < BOM.length && chunk[at] === BOM[counts.bytes + at])
      at++
    this.#from = at
    while (at < chunk.length) {
      if (this.#state === RECORD) at = this.#inRecord(chunk, at)
      else if (this.#state === PAGE) at = this.#inPage(chunk, at)
      else at = this.#between(chunk, at)
    }
    if (this.#state === RECORD) this.#keep(chunk, this.#from, chunk.length)
    counts.bytes += chunk.length
    if (chunk.length > 0) this.#inLine = chunk.at(-1) !== NEWLINE
  }

  /** Reports what was left open. */
  end(): ReadCounts {
    const { counts } = this.#judge
    if (this.#state === RECORD) {
      if (!this.#dropping) this.#judge.reject(this.#startLine, 'cut-off', 'the file ends inside this record')
    } else if (this.#inList || this.#state === PAGE || this.#place() === RESULT_LIST)
      this.#judge.reject(this.#line, 'cut-off', 'the file ends inside a list of records')
    counts.lines = this.#line - this.#firstLine + (this.#inLine ? 1 : 0)
    return counts
  }

  /** Between values: finds the next record, page, or end of a list. */
  #between(chunk: Uint8Array, at: number): number {
    for (; at < chunk.length; at++) {
      const c = chunk[at] as number
      if (c === NEWLINE) this.#line++
      if (c === SPACE || c === NEWLINE || c === COMMA || c === 0x0d || c === 0x09) {
        this.#state = this.#place()
        continue
      }
      if (c === CLOSE_BRACKET) {
        this.#closeList()
        if (this.#state === PAGE) return at + 1
      } else if (c === OPEN_BRACKET && this.#state === OUTSIDE && !this.#inList) this.#inList = true
      else if (c === OPEN_BRACE || c === OPEN_BRACKET || c === QUOTE) return this.#begin(c, at)
      else if (this.#state !== SCALAR) {
        this.#judge.reject(this.#line, 'not-object', 'not an object')
        this.#back = this.#state
        this.#state = SCALAR
      }
    }
    return at
  }

  /** The kind of list, a word in it aside. */
  #place(): number {
    return this.#state === SCALAR ? this.#back : this.#state
  }

  #closeList(): void {
    const place = this.#place()
    this.#state = place === RESULT_LIST ? PAGE : OUTSIDE
    this.#depth = 1
    if (place === RESULT_LIST) return
    if (!this.#inList) this.#judge.reject(this.#line, 'json', 'a closing bracket without its partner')
    this.#inList = false
  }

  #begin(c: number, at: number): number {
    this.#back = this.#state = this.#place()
    this.#startLine = this.#line
    this.#depth = 0
    if (c === OPEN_BRACE && this.#pages && this.#state === OUTSIDE) {
      this.#state = PAGE
      this.#atResults = this.#hasResults = false
      this.#matched = -1
    } else {
      this.#state = RECORD
      this.#from = at
      this.#broken = false
    }
    return at
  }

  /** Runs to the end of the record or of the chunk. */
  #inRecord(chunk: Uint8Array, at: number): number {
    let depth = this.#depth
    let inString = this.#inString
    while (at < chunk.length) {
      const c = inString ? QUOTE : (chunk[at++] as number)
      if (c > QUOTE && c < OPEN_BRACKET) continue
      if (c === QUOTE) {
        this.#inString = true
        at = this.#string(chunk, at)
        inString = this.#inString
        if (!inString && depth === 0) return this.#finish(chunk, at)
      } else if (c === OPEN_BRACE || c === OPEN_BRACKET) depth++
      else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) {
        if (--depth === 0) return this.#finish(chunk, at)
      } else if (c === NEWLINE) this.#line++
    }
    this.#depth = depth
    return at
  }

  /** Runs to behind the closing quote or to the end of the chunk. A line break ends a string: the rest may be sound. */
  #string(chunk: Uint8Array, at: number): number {
    if (this.#escaped && at < chunk.length) {
      this.#escaped = false
      if (chunk[at] !== NEWLINE) at++
    }
    while (at < chunk.length) {
      const c = chunk[at++]
      if (c === QUOTE) {
        this.#inString = false
        return at
      }
      if (c === BACKSLASH) {
        if (at === chunk.length) this.#escaped = true
        else if (chunk[at] !== NEWLINE) at++
      } else if (c === NEWLINE) {
        this.#line++
        this.#inString = false
        this.#broken = true
        return at
      }
    }
    return at
  }

  /** Runs through a page to its results, its end, or the end of the chunk. */
  #inPage(chunk: Uint8Array, at: number): number {
    while (at < chunk.length) {
      if (this.#inString) {
        at = this.#pageString(chunk, at)
        continue
      }
      const c = chunk[at++] as number
      if (c === QUOTE) {
        this.#inString = true
        this.#matched = this.#depth === 1 ? 0 : -1
      } else if (c === OPEN_BRACE || c === OPEN_BRACKET) {
        if (c === OPEN_BRACKET && this.#depth === 1 && this.#atResults) {
          this.#state = RESULT_LIST
          this.#hasResults = true
          this.#atResults = false
          return at
        }
        this.#depth++
      } else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) {
        if (--this.#depth <= 0) return this.#endPage(at)
      } else if (this.#depth === 1 && c === COLON) this.#atResults = this.#matched === RESULTS.length
      else if (this.#depth === 1 && c === COMMA) this.#atResults = false
      else if (c === NEWLINE) this.#line++
    }
    return at
  }

  /** As #string, comparing with the key that is looked for; pages have few bytes outside their results. */
  #pageString(chunk: Uint8Array, at: number): number {
    const from = at
    const after = this.#string(chunk, at)
    const to = this.#inString ? after : after - 1
    for (let i = from; i < to && this.#matched >= 0; i++)
      this.#matched = chunk[i] === RESULTS[this.#matched] ? this.#matched + 1 : -1
    return after
  }

  #endPage(at: number): number {
    this.#state = OUTSIDE
    if (!this.#hasResults) this.#judge.reject(this.#startLine, 'not-object', 'an object without "results"')
    return at
  }

  #finish(chunk: Uint8Array, to: number): number {
    this.#keep(chunk, this.#from, to)
    const { bytes, inputAt } = this.#judge.scanner
    const end = inputAt + this.#waiting
    const isDropped = this.#dropping
    this.#state = this.#back
    this.#depth = this.#waiting = 0
    this.#dropping = false
    if (isDropped) return to
    if (this.#broken) this.#judge.reject(this.#startLine, 'json', 'a line break inside a string')
    else {
      if (this.#line > this.#startLine)
        for (let i = inputAt; i < end; i++) if (bytes[i] === NEWLINE) bytes[i] = SPACE
      bytes[end] = NEWLINE
      this.#judge.judge(inputAt, end, this.#startLine, false)
    }
    return to
  }

  /** Copies a part of the record to the scanner's input, the next part to follow it. */
  #keep(chunk: Uint8Array, from: number, to: number): void {
    this.#from = 0
    if (this.#dropping) return
    while (this.#waiting + to - from > this.#judge.scanner.capacity) {
      if (this.#judge.grow()) continue
      this.#judge.tooLong(this.#startLine)
      this.#dropping = true
      return
    }
    const { bytes, inputAt } = this.#judge.scanner
    bytes.set(chunk.subarray(from, to), inputAt + this.#waiting)
    this.#waiting += to - from
  }
}
