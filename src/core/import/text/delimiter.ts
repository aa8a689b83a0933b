import type { Delimiter } from '../../../shared/domain/delimiters.ts'
import { DELIMITERS } from '../../../shared/domain/delimiters.ts'

export type { Delimiter }

const LINES = 50

const NAMED = /^"?sep=(\\t|[,;\t|])"?[,;\t|]*$/i

/** The delimiter that a first line `sep=;` names, as spreadsheets write and read it; null where it is no such line. */
export function namedDelimiter(firstLine: string): Delimiter | null {
  const sign = NAMED.exec(firstLine.replace(/^\uFEFF/, ''))?.[1]?.replace(String.raw`\t`, '\t')
  return DELIMITERS.find((delimiter) => delimiter === sign) ?? null
}

/**
 * The delimiter of a table, from its first lines: the one that a line `sep=;` names where the lines below hold it; else
 * the one that parts the most lines into the same number of cells, the first line best among them, or every line below
 * remarks, which may hold commas and semicolons themselves; of equals, the one with more cells. A comma where none parts
 * any.
 */
export function detectDelimiter(text: string): Delimiter {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  const named = namedDelimiter(lines[0] ?? '')
  if (named !== null) {
    lines.shift()
    if (lines.length === 0 || lines.slice(0, LINES).some((line) => line.includes(named))) return named
  }
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const counts = lines.slice(0, LINES).map((line) => countOutsideQuotes(line, delimiter))
    const usual = mostFrequent(counts.filter((count) => count > 0))
    if (usual === 0) continue
    const alike = counts.filter((count) => count === usual).length / counts.length
    const score = alike + headBonus(counts, usual) + Math.min(usual, 99) / 1000
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
}

const FIRST_LINE = 0.25
/** Less than that of the first line: text below a head may hold a sign in every line that the head lacks. */
const BELOW_REMARKS = 0.2

function headBonus(counts: readonly number[], usual: number): number {
  const from = counts.indexOf(usual)
  if (from === 0) return FIRST_LINE
  const table = counts.slice(from)
  return table.length > 1 && table.every((count) => count === usual) ? BELOW_REMARKS : 0
}

function mostFrequent(counts: readonly number[]): number {
  const times = new Map<number, number>()
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1)
  return [...times].sort(([a, n], [b, m]) => m - n || b - a)[0]?.[0] ?? 0
}

function countOutsideQuotes(line: string, delimiter: string): number {
  let quoted = false
  let count = 0
  for (const sign of line) {
    if (sign === '"') quoted = !quoted
    else if (sign === delimiter && !quoted) count += 1
  }
  return count
}
