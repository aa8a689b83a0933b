/** Text of cells as databases write it: entities of HTML, lists parted by semicolons, names of authors. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
}

/** `&amp;` → `&`, `&#233;` → `é`; twice where it was escaped twice. A semicolon of an entity would part a list. */
export function plainText(text: string): string {
  if (!text.includes('&')) return text.trim()
  return decode(decode(text)).trim()
}

function decode(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,6}));/gi, (whole, decimal, hex, name) => {
    if (name) return ENTITIES[String(name).toLowerCase()] ?? whole
    const code = decimal ? Number(decimal) : parseInt(String(hex), 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : String(whole)
  })
}

/** Parts of a list, those without text left out. */
export const listOf = (text: string): string[] =>
  text
    .split(/[;；]/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')

/** Splits at `sign` where no bracket is open. @returns null where brackets do not close */
export function splitOutside(
  text: string,
  sign: string,
  [open, close]: readonly [string, string],
): string[] | null {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (letter === open) depth++
    else if (letter === close && --depth < 0) return null
    else if (letter === sign && depth === 0) {
      parts.push(text.slice(from, at).trim())
      from = at + 1
    }
  }
  if (depth !== 0) return null
  parts.push(text.slice(from).trim())
  return parts.filter((part) => part !== '')
}

/** A name without case, accents and punctuation, by which an author is found again in the same record. */
export const authorKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** What databases print for an author who is not named. */
export const isAnonymous = (name: string): boolean =>
  /^\[?(anonymous|anon\.?|no author name available)\]?\.?$/i.test(name)

/** A list of authors that was cut by the source, or by a spreadsheet at the end of its cell. */
export const isCut = (cell: string): boolean =>
  cell.length === SPREADSHEET_CELL || /(^|[;,]\s*)(et al\.?|and others|\.{3}|…)\s*$/i.test(cell)

/** Signs that a cell of a spreadsheet holds, at most; longer ones are cut there. */
const SPREADSHEET_CELL = 32_767
