/** Cuts JSON that comes in chunks of bytes into its top elements without holding more than one of them. */

export interface JsonPiece {
  /** Bytes of one element; null for one past the limit. */
  bytes: Buffer | null
  /** 1-based line on which it begins. */
  line: number
}

export type JsonShape = 'lines' | 'array' | 'values'
type Mode = 'start' | 'first' | JsonShape | 'end'

const NEWLINE = 0x0a
const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/**
 * Elements are the lines of JSON Lines, the elements of an outer array, or values that follow one another.
 * A line of JSON Lines stands alone, so a broken one does not touch the next. A file that begins with an object
 * is JSON Lines when that object ends on its first line, or that line cannot be the beginning of a longer one.
 */
export class JsonSplitter {
  shape: JsonShape | null = null
  /** An array that did not end, an element that did not, or something after the array's end. */
  fault: { line: number; kind: 'truncated' | 'trailing' } | null = null

  private mode: Mode = 'start'
  private line = 1
  private depth = 0
  private inString = false
  private escaped = false
  private pieces: Buffer[] = []
  private size = 0
  private inElement = false
  private tooLarge = false
  private elementLine = 1
  /** Last byte that is no white space, to tell the first line of a pretty object from a broken line. */
  private last = 0
  private out: JsonPiece[] = []
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  /** The elements that end within this chunk. The chunk's bytes are kept until then and must not change. */
  push(chunk: Buffer): JsonPiece[] {
    let at = 0
    while (at < chunk.length) {
      if (this.mode === 'start') at = this.begin(chunk, at)
      else if (this.mode === 'lines') at = this.scanLine(chunk, at)
      else if (this.mode === 'end') at = this.scanTail(chunk, at)
      else at = this.inElement ? this.scanElement(chunk, at) : this.seekElement(chunk, at)
    }
    return this.drain()
  }

  /** The element that the end of the file ends; an unfinished one is a fault. */
  end(): JsonPiece[] {
    if (this.mode === 'lines') {
      if (this.inElement) this.finish()
    } else if (this.inElement) {
      // A number or word may end with the file; an object, an array or a string may not.
      if (this.mode !== 'array' && this.depth === 0 && !this.inString) this.finish()
      else this.fault = { line: this.elementLine, kind: 'truncated' }
    } else if (this.mode === 'array') this.fault = { line: this.line, kind: 'truncated' }
    return this.drain()
  }

  private drain(): JsonPiece[] {
    const out = this.out
    this.out = []
    return out
  }

  private begin(chunk: Buffer, from: number): number {
    const byte = chunk[from] ?? 0
    // The three bytes of a byte-order mark count as white space here.
    if (isSpace(byte) || byte === 0xef || byte === 0xbb || byte === 0xbf) {
      if (byte === NEWLINE) this.line += 1
      return from + 1
    }
    if (byte === OPEN_ARRAY) {
      this.mode = 'array'
      this.shape = 'array'
      return from + 1
    }
    this.mode = byte === OPEN_OBJECT ? 'first' : 'lines'
    this.shape = byte === OPEN_OBJECT ? 'values' : 'lines'
    return from
  }

  private scanLine(chunk: Buffer, from: number): number {
    const end = chunk.indexOf(NEWLINE, from)
    const to = end < 0 ? chunk.length : end
    if (!this.inElement && !isBlank(chunk, from, to)) this.startElement()
    if (this.inElement) this.keep(chunk, from, to)
    if (end < 0) return to
    if (this.inElement) this.finish()
    this.line += 1
    return to + 1
  }

  private seekElement(chunk: Buffer, from: number): number {
    const byte = chunk[from] ?? 0
    if (byte === NEWLINE) this.line += 1
    if (isSpace(byte) || byte === COMMA) return from + 1
    if (byte === CLOSE_ARRAY && this.mode === 'array') {
      this.mode = 'end'
      return from + 1
    }
    this.startElement()
    return from
  }

  private startElement(): void {
    this.inElement = true
    this.elementLine = this.line
    this.depth = 0
    this.inString = false
    this.escaped = false
    this.last = 0
  }

  /** Reads on to the element's end, or to the end of the chunk. */
  private scanElement(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0
      if (this.inString) {
        if (this.escaped) this.escaped = false
        else if (byte === BACKSLASH) this.escaped = true
        else if (byte === QUOTE) this.inString = false
        if (byte !== NEWLINE) continue
      }
      if (byte === NEWLINE) {
        if (this.mode === 'first' && !this.mayGoOn()) return this.turnToLines(chunk, from, at)
        this.mode = this.mode === 'first' ? 'values' : this.mode
        if (this.depth === 0 && !this.inString) return this.close(chunk, from, at)
        this.line += 1
      } else if (byte === QUOTE) this.inString = true
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.depth += 1
      else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        // The outer array's own bracket ends a number or word.
        if (this.depth === 0) return this.close(chunk, from, at, true)
        this.depth -= 1
        if (this.depth === 0) return this.close(chunk, from, at + 1)
      } else if (byte === COMMA && this.depth === 0) return this.close(chunk, from, at)
      if (!isSpace(byte)) this.last = byte
    }
    this.keep(chunk, from, chunk.length)
    return chunk.length
  }

  /** Whether an object that is open at its first line's end can go on: after a bracket, a comma or a colon. */
  private mayGoOn(): boolean {
    return !this.inString && [OPEN_OBJECT, OPEN_ARRAY, COMMA, 0x3a].includes(this.last)
  }

  private turnToLines(chunk: Buffer, from: number, at: number): number {
    this.keep(chunk, from, at)
    this.finish()
    this.mode = 'lines'
    this.shape = 'lines'
    this.line += 1
    return at + 1
  }

  private close(chunk: Buffer, from: number, to: number, stray = false): number {
    this.keep(chunk, from, to)
    if (stray && this.size === 0) {
      // A closing bracket without an opening one would else never be passed.
      this.keep(chunk, to, to + 1)
      to += 1
    }
    this.finish()
    if (this.mode === 'first') {
      this.mode = 'lines'
      this.shape = 'lines'
    }
    return to
  }

  private scanTail(chunk: Buffer, from: number): number {
    const byte = chunk[from] ?? 0
    if (byte === NEWLINE) this.line += 1
    else if (!isSpace(byte) && !this.fault) this.fault = { line: this.line, kind: 'trailing' }
    return from + 1
  }

  private keep(chunk: Buffer, from: number, to: number): void {
    this.size += to - from
    if (this.size > this.most) {
      this.tooLarge = true
      this.pieces = []
    } else if (to > from) this.pieces.push(chunk.subarray(from, to))
  }

  private finish(): void {
    const [first] = this.pieces
    const bytes = this.pieces.length === 1 && first ? first : Buffer.concat(this.pieces)
    this.out.push({ bytes: this.tooLarge ? null : bytes, line: this.elementLine })
    this.pieces = []
    this.size = 0
    this.tooLarge = false
    this.inElement = false
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09
}

function isBlank(chunk: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (!isSpace(chunk[at] ?? 0)) return false
  return true
}
