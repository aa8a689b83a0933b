/** What a work says of itself, read from the tape before its authors: enough to take it or to reject it. */
import {
  fieldNumber,
  isText,
  leafCount,
  leafJson,
  leafText,
  leafTruth,
  leafValue,
  openAlexNumber,
  slotOf,
} from '../../scan/leaves.ts'
import type { Scanner } from '../../scan/scanner.ts'
import { SLOT_BITS } from '../../scan/scanner.ts'
import { WORK } from '../../scan/work-projection.ts'
import { NumberList } from './number-list.ts'
import { hashDoi, hashDoiText, noDoi } from '../../articles/doi.ts'

/** Where in the tape a field stands; -1 where the work has none. Reused from work to work. */
export class WorkHead {
  id = -1
  year: number | null = null
  updated = 0
  retracted = false
  authorsTruncated = false
  authorsCount: number | null = null
  authorships = 0
  idAt = -1
  keptIdAt = -1
  yearAt = -1
  dateAt = -1
  typeAt = -1
  doiAt = -1
  readonly doi = noDoi()
  titleAt = -1
  sourceAt = -1
  sourceNameAt = -1
  readonly issnsAt: number[] = []
  readonly fields: number[] = []
  /** Read where the work has no field. */
  readonly concepts: number[] = []
  private readonly conceptsAt = new NumberList()
  readonly subjectsAt: number[] = []
  /** Whether the record has any key of a work: institutions and other kinds of record have none. */
  looksLikeWork = false
  /** Values that stand there and are not understood. */
  strangeFields = 0
  strangeFlags = 0
  private displayNameAt = -1

  /** Reads the head; the tape's entries come in the order of the record. */
  read(scanner: Scanner, triples: number): void {
    this.clear()
    const { tape } = scanner
    for (let i = 0; i < triples; i++) {
      const slot = (tape[3 * i] as number) & SLOT_BITS
      if (slot > WORK.authorship) continue // inside authorships
      if (slot >= WORK.concept && slot <= WORK.conceptScore) this.conceptsAt.push(i)
      else this.take(scanner, i, slot)
    }
    if (this.fields.length === 0 && this.conceptsAt.size > 0) this.takeConcepts(scanner)
    if (this.keptIdAt >= 0 && (this.idAt < 0 || isNull(scanner, this.idAt)))
      this.id = openAlexNumber(scanner, this.keptIdAt, 'W')
    if (this.titleAt < 0 || !isText(scanner, this.titleAt)) this.titleAt = this.displayNameAt
    if (this.doiAt >= 0) this.hash(scanner, this.doiAt)
    else this.doi.fill(0)
    if (this.year === null && this.dateAt >= 0 && isEmpty(scanner, this.yearAt))
      this.year = yearOf(leafText(scanner, this.dateAt)) ?? yearOfOther(leafJson(scanner, this.dateAt))
    this.looksLikeWork = this.authorships > 0 || this.yearAt >= 0 || this.typeAt >= 0
  }

  private clear(): void {
    this.idAt = this.keptIdAt = this.yearAt = this.dateAt = -1
    this.id = this.typeAt = this.doiAt = this.titleAt = this.displayNameAt = -1
    this.sourceAt = this.sourceNameAt = -1
    this.year = this.authorsCount = null
    this.updated = this.authorships = 0
    this.retracted = this.authorsTruncated = false
    this.strangeFields = this.strangeFlags = 0
    empty(this.issnsAt)
    empty(this.fields)
    empty(this.concepts)
    this.conceptsAt.clear()
    empty(this.subjectsAt)
  }

  private take(scanner: Scanner, i: number, slot: number): void {
    switch (slot) {
      case WORK.authorship:
        this.authorships++
        break
      case WORK.id:
        this.idAt = i
        this.id = openAlexNumber(scanner, i, 'W')
        break
      case WORK.keptId:
        this.keptIdAt = i
        break
      case WORK.doi:
        this.doiAt = i
        break
      case WORK.title:
        this.titleAt = i
        break
      case WORK.displayName:
        this.displayNameAt = i
        break
      case WORK.year:
        this.yearAt = i
        this.year = leafCount(scanner, i) ?? yearOf(leafText(scanner, i))
        break
      case WORK.publicationDate:
        this.dateAt = i
        break
      case WORK.type:
        this.typeAt = i
        break
      case WORK.retracted:
        this.retracted = this.flag(scanner, i)
        break
      case WORK.authorsTruncated:
        this.authorsTruncated = this.flag(scanner, i)
        break
      case WORK.authorsCount:
        this.authorsCount = leafCount(scanner, i)
        break
      case WORK.updated:
        this.updated = digitsOf(scanner, i)
        break
      default:
        this.takeSubject(scanner, i, slot)
    }
  }

  private takeSubject(scanner: Scanner, i: number, slot: number): void {
    switch (slot) {
      case WORK.sourceId:
        this.sourceAt = i
        break
      case WORK.sourceName:
        this.sourceNameAt = i
        break
      case WORK.venueId:
        if (this.sourceAt < 0) this.sourceAt = i
        break
      case WORK.venueName:
        if (this.sourceNameAt < 0) this.sourceNameAt = i
        break
      case WORK.sourceIssnL:
      case WORK.sourceIssn:
      case WORK.venueIssnL:
      case WORK.venueIssn:
        this.issnsAt.push(i)
        break
      case WORK.fieldId:
      case WORK.topicFieldId:
        this.addField(scanner, i)
        break
      case WORK.subject:
        this.subjectsAt.push(i)
    }
  }

  /** Whether it is true, also as text or as 1; counts what is neither true nor false. */
  private flag(scanner: Scanner, i: number): boolean {
    const value = leafTruth(scanner, i)
    if (value === null && !isNull(scanner, i) && leafText(scanner, i)?.trim() !== '') this.strangeFlags++
    return value === true
  }

  private addField(scanner: Scanner, i: number): void {
    const field = fieldNumber(scanner, i)
    if (field < 0 && !isNull(scanner, i)) this.strangeFields++
    if (field >= 0 && !this.fields.includes(field)) this.fields.push(field)
  }

  /** Of the concepts of older records those at the top count, where their score says they are meant. */
  private takeConcepts(scanner: Scanner): void {
    let [id, level, score] = [-1, -1, 1]
    const end = () => {
      if (id >= 0 && level === 0 && !(score < LEAST_SCORE)) this.concepts.push(id)
      ;[id, level, score] = [-1, -1, 1]
    }
    for (let k = 0; k < this.conceptsAt.size; k++) {
      const i = this.conceptsAt.at(k)
      const slot = slotOf(scanner, i)
      if (slot === WORK.concept) end()
      else if (slot === WORK.conceptId) id = openAlexNumber(scanner, i, 'C')
      else if (slot === WORK.conceptLevel) level = leafCount(scanner, i) ?? -1
      else score = leafValue(scanner, i)
    }
    end()
  }

  private hash(scanner: Scanner, i: number): void {
    const { tape, bytes } = scanner
    const [from, to] = [tape[3 * i + 1] as number, tape[3 * i + 2] as number]
    if (bytes[from] !== 0x22) this.doi.fill(0)
    else if (slotIsPlain(tape[3 * i] as number)) hashDoi(this.doi, bytes, from + 1, to - 1)
    else hashDoiText(this.doi, leafText(scanner, i))
  }
}

/** Cuts a list short where it is not: that is a call into the engine. */
function empty(list: number[]): void {
  if (list.length > 0) list.length = 0
}

/** Concepts of a lower score are guesses or mere ancestors. */
const LEAST_SCORE = 0.3

/** `2023`, or the year of `2023-05-01` and `2023-05-01T00:00:00Z`, as some exports write it. */
function yearOf(text: string | null): number | null {
  const year = /^\s*(\d{4})(?:-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}.*)?)?)?\s*$/.exec(text ?? '')?.[1]
  return year === undefined ? null : Number(year)
}

/** Whether nothing stands there. */
const isNull = ({ bytes, tape }: Scanner, i: number) =>
  tape[3 * i + 1] === tape[3 * i + 2] || bytes[tape[3 * i + 1] as number] === 0x6e

/** Whether nothing stands there, or a text of nothing. */
const isEmpty = (scanner: Scanner, i: number) =>
  i < 0 || isNull(scanner, i) || leafText(scanner, i)?.trim() === ''

/** The year of a date that is no text. */
function yearOfOther(json: string): number | null {
  const digits = digitsOfOther(json)
  return digits === 0 ? null : Math.floor(digits / 1e10)
}

const slotIsPlain = (slot: number) => slot < 0x100

/** The first 14 digits of a date and time, so that later ones are greater; a date alone counts as its midnight. */
function digitsOf(scanner: Scanner, i: number): number {
  const { bytes, tape } = scanner
  if (bytes[tape[3 * i + 1] as number] !== 0x22) return digitsOfOther(leafJson(scanner, i))
  let value = 0
  let digits = 0
  for (let at = (tape[3 * i + 1] as number) + 1; at < (tape[3 * i + 2] as number) - 1 && digits < 14; at++) {
    const digit = (bytes[at] as number) - 48
    if (digit < 0 || digit > 9) continue
    value = value * 10 + digit
    digits++
  }
  if (digits === 0) return 0
  for (; digits < 14; digits++) value *= 10
  return value
}

/** Milliseconds since 1970, as data frames write a date and Mongo wraps it; or a date that Mongo wraps. */
const OTHER_DATE =
  /^(?:\{\s*"\$date"\s*:\s*)?(?:"(\d{4}-\d{2}-\d{2}[^"]*)"|(?:\{\s*"\$numberLong"\s*:\s*)?"?(-?\d{1,15})"?)[\s}]*$/

/** As `digitsOf`; 0 where nothing of it is a date. */
function digitsOfOther(json: string): number {
  const found = json.length > 100 ? null : OTHER_DATE.exec(json)
  const [, text, milliseconds] = found ?? []
  if (!found) return 0
  const date = new Date(text ?? Number(milliseconds))
  if (Number.isNaN(date.getTime())) return 0
  return Number(date.toISOString().replace(/\D/g, '').slice(0, 14))
}
