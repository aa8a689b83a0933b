/** Reads the plain notation of formulas: `[a / b]` is a fraction, `x_y` a subscript, `, …` at the end a condition. */

export type FormulaPart =
  | { kind: 'text'; text: string }
  /** A word or letter that names something; `sub` is its subscript. */
  | { kind: 'name'; text: string; sub: string | null }
  | { kind: 'fraction'; above: FormulaPart[]; below: FormulaPart[] }

export interface Formula {
  parts: FormulaPart[]
  /** What holds for the terms summed, e.g. `p joint`; null where nothing is said. */
  condition: string | null
}

// A name is letters with a prime or a percent sign at most: `Share′`, `N`, `Δ%`, `Σ`.
const TOKEN = /(\p{L}+[′%]?)(?:_([\p{L}\p{N}]+))?/gu

/** @throws Error for a bracket that is not closed or holds no ` / `: formulas are written by us, so this is a slip. */
export function parseFormula(text: string): Formula {
  // A comma inside parentheses parts arguments; the one after the last parenthesis begins the condition.
  const end = /, ([^()[\]]+)$/u.exec(text)
  const body = end ? text.slice(0, end.index) : text
  return { parts: parseParts(body), condition: end?.[1] ?? null }
}

function parseParts(text: string): FormulaPart[] {
  const open = text.indexOf('[')
  if (open < 0) return parseFlat(text)
  const close = text.indexOf(']', open)
  const [above, below, ...more] = text.slice(open + 1, close).split(' / ')
  if (close < 0 || !above || !below || more.length > 0) throw new Error(`not a fraction: ${text.slice(open)}`)
  return [
    ...parseFlat(text.slice(0, open)),
    { kind: 'fraction', above: parseFlat(above), below: parseFlat(below) },
    ...parseParts(text.slice(close + 1)),
  ]
}

function parseFlat(text: string): FormulaPart[] {
  const parts: FormulaPart[] = []
  let from = 0
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    parts.push({ kind: 'name', text: match[1]!, sub: match[2] ?? null })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}
