import { plainLetters } from './letters.ts'

/** Apostrophes, and signs that are written in their place: a name is the same with and without. */
const APOSTROPHES = /['’‘‛`´′ʹʻʼʽʾʿˈ＇.]/g

/**
 * A city's id: the English name in lower case and plain letters, every run of other signs a hyphen.
 * `New York metropolitan area` → `new-york-metropolitan-area`, `Baltimore–Washington` → `baltimore-washington`,
 * `Łódź` → `lodz`.
 */
export function slug(name: string): string {
  return plainLetters(name.replace(APOSTROPHES, ''))
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
}

/** Most names are such words: of a million of them this halves the time. */
const PLAIN_WORDS = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/

/** The form in which names are matched: no case, accents, quotation marks, dashes or doubled spaces. */
export function nameKey(name: string): string {
  return PLAIN_WORDS.test(name) ? name.toLowerCase() : slug(name).replaceAll('-', ' ')
}
