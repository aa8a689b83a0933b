/** The kept words of a work, spliced from the bytes of its record: nothing is decoded that is only stored. */
import { openAlexNumber, slotOf } from '../../scan/leaves.ts'
import type { OpenAlexKind } from '../../scan/leaves.ts'
import type { Scanner } from '../../scan/scanner.ts'
import { WORK } from '../../scan/work-projection.ts'
import type { TextBlocks } from '../run/text-blocks.ts'
import type { WorkHead } from './work-head.ts'

const OPEN = 0x5b
const CLOSE = 0x5d
const COMMA = 0x2c
const QUOTE = 0x22

export class WorkText {
  private readonly blocks: TextBlocks
  private scanner!: Scanner
  private readonly raws = new Map<string, number>()
  private readonly rawAt: number[] = []
  private authorId = -1
  private authorName = -1
  private readonly institutions: number[] = []
  private readonly countries: number[] = []
  private readonly own: number[] = []

  constructor(blocks: TextBlocks) {
    this.blocks = blocks
  }

  /** Writes the row of `TextRow` for a work that was taken. */
  add(scanner: Scanner, triples: number, head: WorkHead): void {
    this.scanner = scanner
    this.raws.clear()
    this.rawAt.length = 0
    const { blocks } = this
    blocks.text('[null,')
    this.value(head.doiAt)
    blocks.byte(COMMA)
    this.value(head.titleAt)
    blocks.byte(COMMA)
    this.value(head.sourceNameAt)
    blocks.byte(COMMA)
    this.authors(triples)
    blocks.byte(COMMA)
    this.list(this.rawAt, (i) => this.value(i))
    blocks.byte(CLOSE)
    blocks.endRow()
  }

  private authors(triples: number): void {
    let count = 0
    this.blocks.byte(OPEN)
    for (let i = 0; i < triples; i++) {
      switch (slotOf(this.scanner, i)) {
        case WORK.authorship:
          if (count++ > 0) this.author(count > 2)
          this.beginAuthor()
          break
        case WORK.authorId:
          this.authorId = i
          break
        case WORK.authorName:
          this.authorName = i
          break
        case WORK.institutionId:
          this.institutions.push(i)
          break
        case WORK.country:
          this.countries.push(i)
          break
        case WORK.rawAffiliation:
        case WORK.rawAffiliations:
          this.own.push(this.rawNumber(i))
      }
    }
    if (count > 0) this.author(count > 1)
    this.blocks.byte(CLOSE)
  }

  private beginAuthor(): void {
    this.authorId = this.authorName = -1
    this.institutions.length = this.countries.length = this.own.length = 0
  }

  private author(follows: boolean): void {
    const { blocks } = this
    if (follows) blocks.byte(COMMA)
    blocks.byte(OPEN)
    this.id(this.authorId, 'A')
    blocks.byte(COMMA)
    this.value(this.authorName)
    blocks.byte(COMMA)
    const institutions = this.institutions.filter((i) => openAlexNumber(this.scanner, i, 'I') >= 0)
    if (institutions.length > 0) this.list(institutions, (i) => this.id(i, 'I'))
    else this.list(this.countries, (i) => this.value(i))
    blocks.byte(COMMA)
    this.list(this.own, (number) => blocks.number(number))
    blocks.byte(CLOSE)
  }

  private list(items: readonly number[], write: (item: number) => void): void {
    this.blocks.byte(OPEN)
    items.forEach((item, at) => {
      if (at > 0) this.blocks.byte(COMMA)
      write(item)
    })
    this.blocks.byte(CLOSE)
  }

  /** A string as it stands in the record, escapes and all; null for anything else. */
  private value(i: number): void {
    const { bytes, tape } = this.scanner
    const from = tape[3 * i + 1] as number
    if (i < 0 || bytes[from] !== QUOTE) this.blocks.text('null')
    else this.blocks.write(bytes, from, tape[3 * i + 2] as number)
  }

  /** The number of an id; another id as it stands. */
  private id(i: number, kind: OpenAlexKind): void {
    const number = i < 0 ? -1 : openAlexNumber(this.scanner, i, kind)
    if (number >= 0) this.blocks.number(number)
    else this.value(i)
  }

  private rawNumber(i: number): number {
    const { bytes, tape } = this.scanner
    const key = bytes.toString('latin1', tape[3 * i + 1], tape[3 * i + 2])
    let number = this.raws.get(key)
    if (number === undefined) {
      number = this.rawAt.push(i) - 1
      this.raws.set(key, number)
    }
    return number
  }
}
