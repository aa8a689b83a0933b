import { LEAF, OBJECT } from './projection.ts'
import type { Node, Projection } from './projection.ts'
import { DEFAULT_CAPACITY, ESCAPED, PADDING, REFUSED, tapeBytes } from './scanner.ts'
import type { Scanner } from './scanner.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d

/** The scanner in plain JavaScript: what the binary is compared with, and its stand-in where SIMD is missing. */
export class JsScanner implements Scanner {
  readonly projection: Projection
  readonly bytes: Buffer
  readonly inputAt = 0
  readonly capacity: number
  readonly tape: Uint32Array
  #end = 0
  #written = 0
  #fault = 0
  /** Whether the string read last holds a backslash. */
  #escaped = false

  constructor(projection: Projection, capacity = DEFAULT_CAPACITY) {
    this.projection = projection
    this.capacity = capacity
    this.bytes = Buffer.alloc(capacity + PADDING)
    this.tape = new Uint32Array(tapeBytes(capacity) / 4)
  }

  grow(): JsScanner {
    const larger = new JsScanner(this.projection, this.capacity * 2)
    this.bytes.copy(larger.bytes, 0, 0, this.capacity)
    return larger
  }

  scan(from: number, to: number): number {
    this.#end = to
    this.#written = 0
    this.#fault = 0
    let at = this.#blanks(from)
    if (this.bytes[at] !== OPEN_BRACE) return REFUSED.syntax
    at = this.#object(this.#node(1), at)
    if (this.#fault) return this.#fault
    return this.#blanks(at) === to ? this.#written / 3 : REFUSED.syntax
  }

  #node(number: number): Node {
    return this.projection.nodes[number] as Node
  }

  #fail(code: number): number {
    this.#fault = code
    return this.#end
  }

  #blanks(at: number): number {
    const bytes = this.bytes
    let c = bytes[at]
    while (c === 0x20 || c === 0x09 || c === 0x0d) c = bytes[++at]
    return at
  }

  /** From an opening quote to after the closing one. The newline after the record ends every search. */
  #string(at: number): number {
    const bytes = this.bytes
    this.#escaped = false
    for (;;) {
      const c = bytes[++at] as number
      if (c === QUOTE) return at + 1
      if (c === BACKSLASH) {
        this.#escaped = true
        if ((bytes[++at] as number) < 0x20) return this.#fail(REFUSED.control)
      } else if (c < 0x20) return this.#fail(at < this.#end ? REFUSED.control : REFUSED.openString)
    }
  }

  /** Brackets are counted, their kinds are not compared, as in the binary. */
  #container(at: number): number {
    const bytes = this.bytes
    let depth = 1
    at++
    while (at < this.#end) {
      const c = bytes[at] as number
      if (c === QUOTE) {
        at = this.#string(at)
        if (this.#fault) return at
        continue
      }
      at++
      if (c === OPEN_BRACE || c === OPEN_BRACKET) depth++
      else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) {
        if (--depth === 0) return at
      } else if (c === BACKSLASH) return this.#fail(REFUSED.syntax)
    }
    return this.#fail(REFUSED.syntax)
  }

  #digits(at: number): number {
    const bytes = this.bytes
    const from = at
    while (((bytes[at] as number) - 48) >>> 0 < 10) at++
    return at > from ? at : this.#fail(REFUSED.syntax)
  }

  #word(at: number, word: string): boolean {
    for (let i = 0; i < word.length; i++) if (this.bytes[at + i] !== word.charCodeAt(i)) return false
    return true
  }

  #scalar(at: number): number {
    const bytes = this.bytes
    const c = bytes[at]
    if (c === 0x6e) return this.#word(at, 'null') ? at + 4 : this.#fail(REFUSED.syntax)
    if (c === 0x74) return this.#word(at, 'true') ? at + 4 : this.#fail(REFUSED.syntax)
    if (c === 0x66) return this.#word(at, 'false') ? at + 5 : this.#fail(REFUSED.syntax)
    if (c === 0x2d) at++
    at = bytes[at] === 0x30 ? at + 1 : this.#digits(at)
    if (!this.#fault && bytes[at] === 0x2e) at = this.#digits(at + 1)
    if (!this.#fault && (bytes[at] === 0x65 || bytes[at] === 0x45)) {
      const sign = bytes[at + 1]
      at = this.#digits(sign === 0x2b || sign === 0x2d ? at + 2 : at + 1)
    }
    return at
  }

  #skip(at: number): number {
    const c = this.bytes[at]
    if (c === QUOTE) return this.#string(at)
    return c === OPEN_BRACE || c === OPEN_BRACKET ? this.#container(at) : this.#scalar(at)
  }

  #emit(slot: number, from: number, to: number): void {
    const at = this.#written
    if (at === this.tape.length) {
      this.#fault = REFUSED.tapeFull
      return
    }
    this.tape[at] = slot
    this.tape[at + 1] = from
    this.tape[at + 2] = to
    this.#written = at + 3
  }

  #leaf(slot: number, at: number): number {
    const isString = this.bytes[at] === QUOTE
    const after = this.#skip(at)
    if (this.#fault) return after
    if (isString && this.#escaped) {
      if (!escapesAreGood(this.bytes, at + 1, after - 1)) return this.#fail(REFUSED.badEscape)
      slot |= ESCAPED
    }
    this.#emit(slot, at, after)
    return after
  }

  #value(node: Node, at: number): number {
    if (node.kind === LEAF) return this.#leaf(node.slot, at)
    if (this.bytes[at] === (node.kind === OBJECT ? OPEN_BRACE : OPEN_BRACKET))
      return node.kind === OBJECT ? this.#object(node, at) : this.#array(node, at)
    return this.#skip(at)
  }

  #array(node: Node, at: number): number {
    const child = this.#node(node.child)
    at = this.#blanks(at + 1)
    if (this.bytes[at] === CLOSE_BRACKET) return at + 1
    for (;;) {
      at = this.#value(child, at)
      if (this.#fault) return at
      at = this.#blanks(at)
      const c = this.bytes[at]
      if (c === CLOSE_BRACKET) return at + 1
      if (c !== COMMA) return this.#fail(REFUSED.syntax)
      at = this.#blanks(at + 1)
    }
  }

  /** Number of the wanted key of this name, 0 if none. */
  #findKey(node: Node, name: number, length: number): number {
    const { keys } = this.projection
    let id = node.byLength[length] ?? 0
    while (id) {
      const key = keys[id]
      if (!key) return 0
      let i = 0
      while (i < length && key.name[i] === this.bytes[name + i]) i++
      if (i === length) return id
      id = key.next
    }
    return 0
  }

  #object(node: Node, at: number): number {
    const bytes = this.bytes
    let seen = 0
    if (node.slot) this.#emit(node.slot, at, at)
    at = this.#blanks(at + 1)
    if (bytes[at] === CLOSE_BRACE) return at + 1
    for (;;) {
      if (bytes[at] !== QUOTE) return this.#fail(REFUSED.syntax)
      const name = at + 1
      const after = this.#string(at)
      if (this.#fault) return after
      if (this.#escaped) return this.#fail(REFUSED.escapedKey)
      at = this.#blanks(after)
      if (bytes[at] !== COLON) return this.#fail(REFUSED.syntax)
      at = this.#blanks(at + 1)
      const key = this.projection.keys[this.#findKey(node, name, after - 1 - name)]
      if (key && key.child) {
        const bit = 1 << key.bit
        if (seen & bit) return this.#fail(REFUSED.duplicateKey)
        seen |= bit
        at = this.#value(this.#node(key.child), at)
      } else at = this.#skip(at)
      if (this.#fault) return at
      at = this.#blanks(at)
      const c = bytes[at]
      if (c === CLOSE_BRACE) return at + 1
      if (c !== COMMA) return this.#fail(REFUSED.syntax)
      at = this.#blanks(at + 1)
    }
  }
}

const SHORT_ESCAPES = new Set([...'"\\/bfnrt'].map((sign) => sign.charCodeAt(0)))

function isHex(c: number): boolean {
  return (c >= 48 && c <= 57) || ((c | 0x20) >= 97 && (c | 0x20) <= 102)
}

function escapesAreGood(bytes: Buffer, at: number, to: number): boolean {
  while (at < to) {
    if (bytes[at] !== BACKSLASH) at++
    else if (SHORT_ESCAPES.has(bytes[at + 1] as number)) at += 2
    else {
      if (bytes[at + 1] !== 0x75) return false
      for (let i = 2; i < 6; i++) if (!isHex(bytes[at + i] as number)) return false
      at += 6
    }
  }
  return true
}
