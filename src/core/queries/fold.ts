import { plainLetters } from '../../shared/domain/letters.ts'

/** A text as it is searched: no case, accents or letters of their own (`ß` is `ss`), dashes and quotation marks as blanks. */
export function fold(text: string): string {
  // Most names are plain; looking at each sign is slow.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().replace(/['-]/g, ' ')
  return [...text].map(foldSign).join('')
}

function foldSign(sign: string): string {
  return /[’‘'–—-]/.test(sign) ? ' ' : plainLetters(sign)
}

/** Which part of a name a part of its folded text is: a letter may become two, a mark none. */
export function unfoldedSpan(name: string, start: number, length: number): { start: number; length: number } {
  let [from, to, at, folded] = [-1, name.length, 0, 0]
  for (const sign of name) {
    const size = foldSign(sign).length
    if (folded >= start + length && size > 0) {
      to = at
      break
    }
    if (from < 0 && folded + size > start) from = at
    folded += size
    at += sign.length
  }
  return from < 0 ? { start: 0, length: 0 } : { start: from, length: to - from }
}
