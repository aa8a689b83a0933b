/**
 * JSON as some programs write it: Python's `json.dumps` writes NaN and Infinity, writers by hand leave a comma behind the
 * last value. Asked only where JSON.parse refused a text, so that sound files pay nothing for it.
 */

const QUOTE = 0x22
const COMMA = 0x2c
const BACKSLASH = 0x5c
/** Comma, and brackets that open. */
const OPENS: ReadonlySet<number> = new Set([COMMA, 0x5b, 0x7b])
const WORDS = ['NaN', 'Infinity', '-Infinity']
const FIRST = new Set(WORDS.map((word) => word.charCodeAt(0)))

export interface LenientJson {
  value: unknown
  /** Values that are no JSON (NaN, Infinity), read as null. */
  missing: number
}

/** @throws SyntaxError of JSON.parse where it is no JSON in this sense either. */
export function parseLenient(text: string): LenientJson {
  try {
    return { value: JSON.parse(text), missing: 0 }
  } catch (error) {
    const mended = error instanceof SyntaxError ? mend(text) : null
    if (mended === null) throw error
    try {
      return { value: JSON.parse(mended.text), missing: mended.missing }
    } catch {
      throw error // what is wrong with the text as it stands
    }
  }
}

/** The text with null for NaN and Infinity, and without commas before a closing bracket; null where it has neither. */
function mend(text: string): { text: string; missing: number } | null {
  const parts: string[] = []
  let from = 0
  let missing = 0
  /** The sign before, white space aside: a comma behind an opening bracket or a comma is none behind a value. */
  let before = 0
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (isSpace(text[at])) continue
    if (sign === QUOTE) at = endOfString(text, at)
    else if (sign === COMMA && !OPENS.has(before) && closesNext(text, at + 1)) {
      parts.push(text.slice(from, at))
      from = at + 1
    } else if (FIRST.has(sign)) {
      const word = WORDS.find((each) => text.startsWith(each, at))
      if (word !== undefined) {
        parts.push(text.slice(from, at), 'null')
        missing++
        from = at + word.length
        at = from - 1
      }
    }
    before = sign
  }
  return parts.length === 0 ? null : { text: parts.join('') + text.slice(from), missing }
}

const isSpace = (sign: string | undefined) => sign === ' ' || sign === '\t' || sign === '\r' || sign === '\n'

/** Where the string that begins at `at` ends. */
function endOfString(text: string, at: number): number {
  for (at++; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === QUOTE) return at
    if (sign === BACKSLASH) at++
  }
  return at
}

function closesNext(text: string, at: number): boolean {
  while (isSpace(text[at])) at++
  return text[at] === '}' || text[at] === ']'
}
