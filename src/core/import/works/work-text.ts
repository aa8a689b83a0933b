/** The kept words of a work, spliced from the bytes of its record: nothing is decoded that is only stored. */
import type { Scanner } from '../../scan/scanner.ts'
import { SLOT_BITS } from '../../scan/scanner.ts'
import { WORK } from '../../scan/work-projection.ts'
import type { TextBlocks } from '../chunks/text-blocks.ts'
import { SpanNumbers, viewOf } from './span-numbers.ts'
import type { WorkHead } from './work-head.ts'

const OPEN = 0x5b
const CLOSE = 0x5d
const COMMA = 0x2c
const QUOTE = 0x22
const A = 0x41
const I = 0x49
/** What is written beside a value: brackets, commas, the number of a printed affiliation. */
const BESIDE = 24
/** Longer copies cost less as a call. */
const MOST_STEPPED = 1024

export class WorkText {
  private readonly blocks: TextBlocks
  private readonly raws = new SpanNumbers()
  private out: Uint8Array = new Uint8Array()
  private outView = viewOf(this.out)
  private at = 0
  private bytes: Uint8Array = new Uint8Array()
  private view = viewOf(this.bytes)
  private tape: Uint32Array = new Uint32Array()
  private readonly placed = new Map<number, Uint8Array>()
  private authorId = -1
  private authorName = -1
  // The triples of the author being read, by kind.
  private institutions = new Uint32Array(64)
  private institutionCount = 0
  private countries = new Uint32Array(64)
  private countryCount = 0
  private own = new Uint32Array(64)
  private ownCount = 0
  private texts = new Uint32Array(64)
  private textCount = 0

  constructor(blocks: TextBlocks) {
    this.blocks = blocks
  }

  /** Writes the row of `TextRow` for a work that was taken. @param placed keys of the authors whom printed addresses place, by their place */
  add(
    scanner: Scanner,
    triples: number,
    head: WorkHead,
    placed: ReadonlyMap<number, readonly string[]>,
  ): void {
    if (scanner.bytes !== this.bytes) this.view = viewOf(scanner.bytes)
    this.bytes = scanner.bytes
    this.tape = scanner.tape
    this.placed.clear()
    for (const [author, keys] of placed) this.placed.set(author, Buffer.from(JSON.stringify(keys)))
    this.raws.begin(scanner.bytes)
    const room = this.blocks.room(this.most(triples))
    if (room.bytes !== this.out) this.outView = viewOf(room.bytes)
    this.out = room.bytes
    this.at = room.at
    this.out.set(BEGINNING, this.at)
    this.at += BEGINNING.length
    this.value(head.doiAt)
    this.sign(COMMA)
    this.value(head.titleAt)
    this.sign(COMMA)
    this.value(head.sourceNameAt)
    this.sign(COMMA)
    this.authors(triples)
    this.sign(COMMA)
    this.printed()
    this.sign(CLOSE)
    this.blocks.wrote(this.at)
    this.blocks.endRow()
  }

  /** No row is longer: every value once, with what stands beside it. */
  private most(triples: number): number {
    let bytes = 4096
    for (const keys of this.placed.values()) bytes += keys.length
    for (let t = 0; t < 3 * triples; t += 3) {
      bytes += (this.tape[t + 2] as number) - (this.tape[t + 1] as number) + BESIDE
    }
    return bytes
  }

  private authors(triples: number): void {
    const { tape } = this
    let count = 0
    this.sign(OPEN)
    for (let t = 0; t < 3 * triples; t += 3) {
      switch ((tape[t] as number) & SLOT_BITS) {
        case WORK.authorship:
          if (count++ > 0) this.author(count - 2)
          this.beginAuthor()
          break
        case WORK.authorId:
          this.authorId = t
          break
        case WORK.authorName:
          this.authorName = t
          break
        case WORK.institutionId:
          if (this.digitsAt(t, I) < 0) break
          if (this.institutionCount === this.institutions.length)
            this.institutions = longer(this.institutions)
          this.institutions[this.institutionCount++] = t
          break
        case WORK.country:
          if (this.bytes[tape[t + 1] as number] !== QUOTE) break
          if (this.countryCount === this.countries.length) this.countries = longer(this.countries)
          this.countries[this.countryCount++] = t
          break
        case WORK.rawAffiliation:
        case WORK.rawAffiliations:
          if (this.bytes[tape[t + 1] as number] !== QUOTE) break
          if (this.ownCount === this.own.length) this.own = longer(this.own)
          this.own[this.ownCount++] = this.raws.numberOf(tape[t + 1] as number, tape[t + 2] as number)
          break
        case WORK.affiliationText:
          if (this.bytes[tape[t + 1] as number] !== QUOTE) break
          if (this.textCount === this.texts.length) this.texts = longer(this.texts)
          this.texts[this.textCount++] = t
      }
    }
    if (count > 0) this.author(count - 1)
    this.sign(CLOSE)
  }

  private beginAuthor(): void {
    this.authorId = this.authorName = -1
    this.institutionCount = this.countryCount = this.ownCount = this.textCount = 0
  }

  /** @param place of the author in the work */
  private author(place: number): void {
    if (place > 0) this.sign(COMMA)
    this.sign(OPEN)
    this.id(this.authorId, A)
    this.sign(COMMA)
    this.value(this.authorName / 3)
    this.sign(COMMA)
    const placed = this.placed.get(place)
    if (placed) this.bytesOf(placed)
    else this.affiliations()
    this.sign(COMMA)
    this.printedNumbers()
    this.sign(CLOSE)
  }

  /** Those of the author's own list, else those of `affiliations`. */
  private printedNumbers(): void {
    const { tape, texts } = this
    const count = this.ownCount > 0 ? this.ownCount : this.textCount
    this.sign(OPEN)
    for (let i = 0; i < count; i++) {
      if (i > 0) this.sign(COMMA)
      const t = texts[i] as number
      this.number(
        this.ownCount > 0
          ? (this.own[i] as number)
          : this.raws.numberOf(tape[t + 1] as number, tape[t + 2] as number),
      )
    }
    this.sign(CLOSE)
  }

  private bytesOf(text: Uint8Array): void {
    this.out.set(text, this.at)
    this.at += text.length
  }

  private affiliations(): void {
    this.sign(OPEN)
    // Countries count only where no institution is named.
    for (let i = 0; i < this.institutionCount; i++) {
      if (i > 0) this.sign(COMMA)
      this.id(this.institutions[i] as number, I)
    }
    for (let i = 0; this.institutionCount === 0 && i < this.countryCount; i++) {
      if (i > 0) this.sign(COMMA)
      this.value((this.countries[i] as number) / 3)
    }
    this.sign(CLOSE)
  }

  private printed(): void {
    this.sign(OPEN)
    for (let i = 0; i < this.raws.count; i++) {
      if (i > 0) this.sign(COMMA)
      this.copy(this.raws.starts[i] as number, this.raws.ends[i] as number)
    }
    this.sign(CLOSE)
  }

  private sign(value: number): void {
    this.out[this.at++] = value
  }

  /** The string of the i-th triple as it stands in the record, escapes and all; null for anything else. */
  private value(i: number): void {
    const from = this.tape[3 * i + 1] as number
    if (i < 0 || this.bytes[from] !== QUOTE) this.null()
    else this.copy(from, this.tape[3 * i + 2] as number)
  }

  private null(): void {
    this.out.set(NULL, this.at)
    this.at += NULL.length
  }

  /** The digits of an OpenAlex id; another id as it stands. */
  private id(t: number, letter: number): void {
    const digits = t < 0 ? -1 : this.digitsAt(t, letter)
    if (digits < 0) this.value(t < 0 ? -1 : t / 3)
    else this.copy(digits, (this.tape[t + 2] as number) - 1)
  }

  /** Where the digits of an id begin that end it and follow its letter; -1 for any other id. */
  private digitsAt(t: number, letter: number): number {
    const { bytes } = this
    const from = this.tape[t + 1] as number
    let at = (this.tape[t + 2] as number) - 2
    while (at > from && (bytes[at] as number) >= 0x30 && (bytes[at] as number) <= 0x39) at--
    const digits = (this.tape[t + 2] as number) - 2 - at
    const fits = ((bytes[at] as number) & 0xdf) === letter && bytes[at + 1] !== 0x30
    return digits > 0 && digits <= 15 && fits ? at + 1 : -1
  }

  private number(value: number): void {
    if (value >= 10) this.number(Math.floor(value / 10))
    this.out[this.at++] = 0x30 + (value % 10)
  }

  /** Four bytes a step: up to three more than are wanted are written, over which the next value is. */
  private copy(from: number, to: number): void {
    const { outView, view } = this
    let { at } = this
    this.at += to - from
    if (to - from > MOST_STEPPED || to + 3 > view.byteLength) this.out.set(this.bytes.subarray(from, to), at)
    else for (; from < to; from += 4, at += 4) outView.setInt32(at, view.getInt32(from, true), true)
  }
}

const BEGINNING = Buffer.from('[null,')
const NULL = Buffer.from('null')

function longer(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const made = new Uint32Array(values.length * 2)
  made.set(values)
  return made
}
