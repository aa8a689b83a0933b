/** The names of a Scopus row, and the piece of "Authors with affiliations" that belongs to each. */
import { listOf } from './cells.ts'

const INITIALS = /^(?:\p{Lu}\p{Ll}{0,2}\.-?\s?)+$/u
const SUFFIX = /^(?:jr|sr)\.?$|^(?:ii|iii|iv)$/i

/**
 * Names in their order. Since 2023 they are parted by semicolons (`Alpha A.; Beta B.`), before by commas
 * (`Alpha, A., Beta, B.`), where initials end a name.
 */
export function scopusNames(cell: string, ids: number): string[] {
  const parted = listOf(cell)
  if (parted.length !== 1 || ids === 1) return parted
  const names: string[] = []
  let open: string[] = []
  for (const word of cell.split(/,\s*/)) {
    const last = names.length - 1
    if (SUFFIX.test(word) && open.length === 0 && last >= 0) names[last] += `, ${word}`
    else {
      open.push(word)
      if (!INITIALS.test(word) || SUFFIX.test(word) || open.length < 2) continue
      names.push(open.join(', '))
      open = []
    }
  }
  if (open.length > 0) names.push(open.join(', '))
  // A single name with a comma, or names without initials that a comma does not part.
  return names.length === 0 ? parted : names
}

/** What follows an author's name in his piece; null where the piece is not his. Case and points of the name do not matter. */
export function afterName(piece: string, name: string): string | null {
  const letters = [...lettersOf(name)]
  let at = 0
  for (const letter of letters) {
    while (at < piece.length && lettersOf(piece[at] as string) === '') at++
    if (lettersOf(piece[at] ?? '') !== letter) return null
    at++
  }
  const rest = /^[.\s]*(?:,\s*|$)/.exec(piece.slice(at))
  return rest === null ? null : piece.slice(at + rest[0].length).trim()
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}\p{M}]/gu, '')

/**
 * The text after each author's name, in the order of the names; a piece that begins with no name belongs to the one
 * before, whose affiliation holds a semicolon. Null where not every author has a piece.
 */
export function piecesByName(cell: string, names: readonly string[]): string[] | null {
  const found: string[] = []
  for (const piece of listOf(cell)) {
    const name = names[found.length]
    const rest = name === undefined ? null : afterName(piece, name)
    if (rest !== null) found.push(rest)
    else if (found.length === 0) return null
    else found[found.length - 1] += `; ${piece}`
  }
  return found.length === names.length ? found : null
}
