/** Readers of a scanner's tape. `i` is the number of a triple, from 0. */
import { ESCAPED, SLOT_BITS } from './scanner.ts'
import type { Scanner } from './scanner.ts'

const QUOTE = 0x22
const MINUS = 0x2d
/** Digits that are an exact integer for certain. */
const SAFE_DIGITS = 15

type Tape = Pick<Scanner, 'bytes' | 'tape'>

/** Slot of a triple, without its flag. */
export function slotOf({ tape }: Tape, i: number): number {
  return (tape[3 * i] as number) & SLOT_BITS
}

/** JSON text of a leaf, as the tape points to it. */
export function leafJson({ bytes, tape }: Tape, i: number): string {
  return bytes.toString('utf8', tape[3 * i + 1], tape[3 * i + 2])
}

/** Whether a leaf is a string, empty ones included: `leafText` then gives one. */
export function isText({ bytes, tape }: Tape, i: number): boolean {
  const from = tape[3 * i + 1] as number
  return from !== tape[3 * i + 2] && bytes[from] === QUOTE
}

/** A string, decoded; null for null and for anything that is not a string. */
export function leafText(scanner: Tape, i: number): string | null {
  const { bytes, tape } = scanner
  const from = tape[3 * i + 1] as number
  const to = tape[3 * i + 2] as number
  if (from === to || bytes[from] !== QUOTE) return null
  if ((tape[3 * i] as number) & ESCAPED) return JSON.parse(leafJson(scanner, i)) as string
  return bytes.toString('utf8', from + 1, to - 1)
}

/** A number; null for anything else. */
export function leafNumber(scanner: Tape, i: number): number | null {
  const from = scanner.tape[3 * i + 1] as number
  const first = scanner.bytes[from] as number
  if (from === scanner.tape[3 * i + 2]) return null
  if (first !== MINUS && (first < 48 || first > 57)) return null
  const value = Number(leafJson(scanner, i))
  return Number.isFinite(value) ? value : null
}

/** An integer (`2020`, also as `2020.0`); null for anything else, also for integers too large to be exact. */
export function leafInteger(scanner: Tape, i: number): number | null {
  const { bytes, tape } = scanner
  const from = tape[3 * i + 1] as number
  const to = tape[3 * i + 2] as number
  let value = 0
  let at = from
  for (; at < to; at++) {
    const digit = (bytes[at] as number) - 48
    if (digit < 0 || digit > 9) break
    value = value * 10 + digit
  }
  if (at === to && to > from && to - from <= SAFE_DIGITS) return value
  const other = leafNumber(scanner, i)
  return other !== null && Number.isSafeInteger(other) ? other + 0 : null
}

/**
 * What `Number` makes of a numeral, also in quotes or as Mongo wraps it; NaN for what is none. A plain decimal is taken from
 * its bytes: digits as an integer over a power of ten, both exact, so that their quotient is rounded once, as `Number` does.
 */
export function leafValue(scanner: Tape, i: number): number {
  const { bytes, tape } = scanner
  const from = tape[3 * i + 1] as number
  const to = tape[3 * i + 2] as number
  let value = 0
  let point = -1
  let at = from
  for (; at < to; at++) {
    const digit = (bytes[at] as number) - 48
    if (digit >= 0 && digit <= 9) value = value * 10 + digit
    else if (digit === POINT && point < 0 && at > from) point = at
    else break
  }
  const isPlain = at === to && to > from && to - from <= SAFE_DIGITS && point !== to - 1
  if (!isPlain) return Number(leafText(scanner, i) ?? leafNumeral(scanner, i))
  return point < 0 ? value : value / (POWERS[to - 1 - point] as number)
}

const POINT = 0x2e - 48
const POWERS = Array.from({ length: SAFE_DIGITS + 1 }, (_, i) => Number(`1e${i}`))

/** Mongo's own JSON for a number. */
const WRAPPED = /^\{\s*"\$number(?:Int|Long|Double|Decimal)"\s*:\s*"?([^"{}]*)"?\s*\}$/

/** The text of a number, as it stands or as Mongo wraps it; that of anything else as it stands. */
export function leafNumeral(scanner: Tape, i: number): string {
  const json = leafJson(scanner, i).slice(0, 80)
  return WRAPPED.exec(json)?.[1]?.trim() ?? json
}

/** An integer, also as text (`"2021"`, `"2021.0"`) or as Mongo exports it; null for anything else. */
export function leafCount(scanner: Tape, i: number): number | null {
  const plain = leafInteger(scanner, i)
  if (plain !== null) return plain
  const text = (leafText(scanner, i) ?? leafNumeral(scanner, i)).trim()
  return /^\d{1,15}(\.0+)?$/.test(text) ? Number(text) : null
}

/** true or false, also as text or as 1 and 0; null for anything else. */
export function leafTruth(scanner: Tape, i: number): boolean | null {
  const plain = leafBoolean(scanner, i)
  if (plain !== null) return plain
  const text = (leafText(scanner, i) ?? leafJson(scanner, i)).trim().toLowerCase()
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : null
}

/** true or false; null for anything else. */
export function leafBoolean({ bytes, tape }: Tape, i: number): boolean | null {
  const first = bytes[tape[3 * i + 1] as number]
  if (tape[3 * i + 1] === tape[3 * i + 2]) return null
  return first === 0x74 ? true : first === 0x66 ? false : null
}

/** What stands before the number of an OpenAlex id: a letter (work, author, institution, source …) or `fields/`. */
export type OpenAlexKind = 'W' | 'A' | 'I' | 'S' | 'C' | 'T' | 'F' | 'P' | 'V' | 'fields/'

const USUAL = Buffer.from('https://openalex.org/')
const SLASH = 0x2f
/** The usual beginning but for its slash, four bytes a word. */
const USUAL_WORDS = Array.from({ length: (USUAL.length - 1) / 4 }, (_, k) => USUAL.readUInt32LE(4 * k))
const FORMS = new Map<OpenAlexKind, RegExp>()

/**
 * Number of an OpenAlex id, read from its bytes: `https://openalex.org/I123` → 123. Also `I123` alone, and addresses
 * with http, with another host of openalex.org or with a folder. -1 for anything else.
 */
export function openAlexNumber(scanner: Tape, i: number, kind: OpenAlexKind): number {
  const { bytes, tape } = scanner
  const from = (tape[3 * i + 1] as number) + 1
  const last = (tape[3 * i + 2] as number) - 2
  let at = last
  let value = 0
  let weight = 1
  for (; at >= from; at--) {
    const digit = (bytes[at] as number) - 48
    if (digit < 0 || digit > 9) break
    value += digit * weight
    weight *= 10
  }
  const name = from + USUAL.length
  const isUsual =
    at < last && last - at <= SAFE_DIGITS && at === name + kind.length - 1 && bytes[from - 1] === QUOTE
  if (!isUsual || !beginsAsUsual(bytes, from)) return otherForm(scanner, i, kind)
  for (let k = 0; k < kind.length; k++)
    if (bytes[name + k] !== kind.charCodeAt(k)) return otherForm(scanner, i, kind)
  return value
}

/** The bytes that were last looked at, four at a time: those of one scanner for the most part. */
let viewed: Buffer | null = null
let view: DataView = new DataView(new ArrayBuffer(0))

function beginsAsUsual(bytes: Buffer, from: number): boolean {
  if (bytes !== viewed) {
    viewed = bytes
    view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }
  for (let k = 0; k < USUAL_WORDS.length; k++)
    if (view.getUint32(from + 4 * k, true) !== USUAL_WORDS[k]) return false
  return bytes[from + USUAL.length - 1] === SLASH
}

function otherForm(scanner: Tape, i: number, kind: OpenAlexKind): number {
  const text = leafText(scanner, i)
  if (text === null) return -1
  let form = FORMS.get(kind)
  if (!form) {
    form = new RegExp(
      `^(?:(?:https?://)?(?:[a-z]+\\.)?openalex\\.org/(?:[a-z]+/)?)?${kind}(\\d{1,${SAFE_DIGITS}})$`,
      'i',
    )
    FORMS.set(kind, form)
  }
  const found = form.exec(text.trim())
  return found ? Number(found[1]) : -1
}

/** Number of a field: as `openAlexNumber`, and also alone, as a number or in quotes. -1 for anything else. */
export function fieldNumber(scanner: Tape, i: number): number {
  const field = openAlexNumber(scanner, i, 'fields/')
  if (field >= 0) return field
  const number = leafInteger(scanner, i)
  if (number !== null) return number < 0 ? -1 : number
  const text = (leafText(scanner, i) ?? leafNumeral(scanner, i)).trim()
  return /^\d{1,15}$/.test(text) ? Number(text) : -1
}
