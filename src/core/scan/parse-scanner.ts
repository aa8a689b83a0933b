import { parseLenient } from './lenient-json.ts'
import { ARRAY, LEAF, OBJECT } from './projection.ts'
import type { Projection, Shape } from './projection.ts'
import { DEFAULT_CAPACITY, ESCAPED, PADDING, REFUSED, tapeBytes } from './scanner.ts'
import type { Scanner } from './scanner.ts'

/** Longest message handed on, in characters: JSON.parse quotes what it stumbled over. */
const MAX_MESSAGE = 200
/** Bytes for values at first. */
const FIRST_ROOM = 64 * 1024

/**
 * JSON.parse behind the same interface: every byte of a record is judged, which takes several times as long. For strict
 * imports, and for records that the fast scanners refuse. Values are written out again behind the input.
 */
export class ParseScanner implements Scanner {
  readonly projection: Projection
  bytes: Buffer
  readonly inputAt = 0
  readonly capacity: number
  tape: Uint32Array
  message = ''
  missing = 0
  /** The record scanned last, for those who want all of it; null if it was refused. */
  record: object | null = null
  readonly #fields = new Map<Shape, Map<string, Shape>>()
  #written = 0
  #out = 0

  constructor(projection: Projection, capacity = DEFAULT_CAPACITY) {
    this.projection = projection
    this.capacity = capacity
    this.bytes = Buffer.alloc(capacity + PADDING + FIRST_ROOM)
    this.tape = new Uint32Array(Math.min(tapeBytes(capacity), 120 * 1024) / 4)
  }

  grow(): ParseScanner {
    const larger = new ParseScanner(this.projection, this.capacity * 2)
    this.bytes.copy(larger.bytes, 0, 0, this.capacity)
    return larger
  }

  scan(from: number, to: number): number {
    return this.scanFrom(this.bytes, from, to)
  }

  /** Scans a record that stands elsewhere. */
  scanFrom(source: Buffer, from: number, to: number): number {
    this.#written = 0
    this.#out = this.capacity + PADDING
    this.message = ''
    this.missing = 0
    const record = this.#parse(source, from, to)
    this.record = typeof record === 'number' ? null : record
    if (typeof record === 'number') return record
    this.#object(this.projection.root, record)
    return this.#written / 3
  }

  #parse(source: Buffer, from: number, to: number): object | number {
    let value: unknown
    try {
      const parsed = parseLenient(source.toString('utf8', from, to))
      value = parsed.value
      this.missing = parsed.missing
    } catch (error) {
      this.message = (error as Error).message.slice(0, MAX_MESSAGE)
      return error instanceof SyntaxError ? REFUSED.notJson : REFUSED.tooLong
    }
    return isObject(value) ? value : REFUSED.notObject
  }

  #value(shape: Shape, value: unknown): void {
    if (shape.kind === LEAF) this.#leaf(shape.slot, value)
    else if (shape.kind === OBJECT && isObject(value)) this.#object(shape, value)
    else if (shape.kind === ARRAY && Array.isArray(value)) {
      for (const element of value) this.#value(shape.child, element)
    }
  }

  #object(shape: Shape, record: object): void {
    const fields = this.#wanted(shape)
    if (shape.slot) this.#emit(shape.slot, this.#out)
    for (const [name, value] of Object.entries(record)) {
      const field = fields.get(name)
      if (field) this.#value(field, value)
    }
  }

  #wanted(shape: Shape): Map<string, Shape> {
    let fields = this.#fields.get(shape)
    if (!fields) {
      fields = new Map(shape.kind === OBJECT ? Object.entries(shape.fields) : [])
      this.#fields.set(shape, fields)
    }
    return fields
  }

  #leaf(slot: number, value: unknown): void {
    const from = this.#out
    const text = writtenOut(value)
    if (from + 3 * text.length > this.bytes.length) this.#makeRoom(from + 3 * text.length)
    this.#out += this.bytes.write(text, from)
    this.#emit(typeof value === 'string' && text.includes('\\') ? slot | ESCAPED : slot, from)
  }

  #makeRoom(length: number): void {
    const larger = Buffer.alloc(Math.max(length, 2 * this.bytes.length))
    this.bytes.copy(larger)
    this.bytes = larger
  }

  #emit(slot: number, from: number): void {
    if (this.#written === this.tape.length) {
      const larger = new Uint32Array(this.tape.length * 2)
      larger.set(this.tape)
      this.tape = larger
    }
    this.tape[this.#written++] = slot
    this.tape[this.#written++] = from
    this.tape[this.#written++] = this.#out
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * JSON of a value. Containers, of no use as a leaf, are left empty, so that no depth of nesting matters; but for those in
 * which Mongo wraps a value.
 */
function writtenOut(value: unknown): string {
  if (Array.isArray(value)) return '[]'
  if (isObject(value)) return wrapped(value) ?? '{}'
  if (typeof value !== 'number') return JSON.stringify(value)
  if (!Number.isFinite(value)) return value < 0 ? '-1e999' : '1e999'
  const plain = Object.is(value, -0) ? '-0' : String(value)
  const scientific = value.toExponential()
  return scientific.length < plain.length ? scientific : plain
}

/** `{"$numberInt":"2021"}`, `{"$date":{"$numberLong":"0"}}`: one key, which begins with a dollar. */
function wrapped(value: object, deeper = true): string | null {
  const entries = Object.entries(value) as [string, unknown][]
  const [name = '', inner] = entries[0] ?? []
  if (entries.length !== 1 || !name.startsWith('$') || Array.isArray(inner)) return null
  if (!isObject(inner)) return JSON.stringify(value)
  const text = deeper ? wrapped(inner, false) : null
  return text === null ? null : `{${JSON.stringify(name)}:${text}}`
}
