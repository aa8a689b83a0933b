export const DELIMITERS = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof DELIMITERS)[number]

const LINES = 20

/**
 * The delimiter of a table, from its first lines: the one that parts the head line and then the most lines
 * into the same number of cells; of equals, the one with more cells. A comma where none parts the head.
 */
export function detectDelimiter(text: string): Delimiter {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '')
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const counts = lines.slice(0, LINES).map((line) => countOutsideQuotes(line, delimiter))
    const head = counts[0] ?? 0
    if (head === 0) continue
    const alike = counts.filter((count) => count === head).length / counts.length
    const score = alike + Math.min(head, 99) / 1000
    if (score > best.score) best = { delimiter, score }
  }
  return best.delimiter
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
