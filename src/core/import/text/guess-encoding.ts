/** Guesses the encoding of a text that has no mark and is no UTF-8, or says that it cannot be told. */
import type { Encoding } from '../../../shared/domain/encodings.ts'
import { decodeBytes } from './decode-text.ts'
import { plausibility } from './plausible-text.ts'

/** One way to read a text. */
export interface Reading {
  encoding: Encoding
  /** A part of a line as it reads then. */
  example: string
}

export interface Guess {
  encoding: Encoding
  /** Where it is too unsure to be taken: what it may be, the likeliest first. */
  unsure: Reading[] | null
}

/** Those that a text is tried in; of equals the first. */
const TRIED: readonly Encoding[] = [
  ...(['windows-1252', 'gb18030', 'shift_jis', 'euc-kr', 'big5', 'windows-1251', 'windows-1250'] as const),
  ...(['windows-1254', 'euc-jp', 'windows-1253', 'koi8-r', 'iso-8859-2', 'macintosh'] as const),
]
/** The least plausibility of a guess. */
const LEAST = 0.55
/** How far behind the second must be, and where the most usual one has nothing against it that it need not. */
const AHEAD = 0.12
const CLEAN = 0.97

const MOST_BYTES = 48 * 1024
const MOST_READINGS = 4

/** @param bytes the text, or a part of it that has bytes above 0x7F */
export function guessEncoding(bytes: Uint8Array): Guess {
  const lines = telling(bytes)
  const seen = new Set<string>()
  const tried: { encoding: Encoding; text: string; score: number }[] = []
  for (const encoding of TRIED) {
    const text = decodeBytes(lines, encoding)
    // Two encodings that read the same are one reading.
    if (seen.has(text)) continue
    seen.add(text)
    tried.push({ encoding, text, score: plausibility(text, encoding) ?? 0 })
  }
  const ranked = tried.toSorted((a, b) => b.score - a.score)
  const usual = tried[0]
  const best = usual && usual.score >= CLEAN ? usual : ranked[0]
  if (!best) return { encoding: 'windows-1252', unsure: null }
  const second = ranked.find((each) => each !== best)
  const isAhead = !second || best.score - second.score >= AHEAD || best === usual
  if (best.score >= LEAST && isAhead && (best !== usual || best.score >= CLEAN)) {
    return { encoding: best.encoding, unsure: null }
  }
  const likely = ranked.filter(({ score }) => score > 0 && score >= best.score - 0.35)
  const shown = (likely.length > 1 ? likely : ranked).slice(0, MOST_READINGS)
  const at = whereTheyDiffer(shown.map(({ text }) => text.split('\n')))
  return {
    encoding: best.encoding,
    unsure: shown.map(({ encoding, text }) => ({ encoding, example: exampleOf(text.split('\n')[at] ?? '') })),
  }
}

/** The lines that have bytes above 0x7F, whole, up to a number of bytes. */
function telling(bytes: Uint8Array): Buffer {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Buffer[] = []
  let size = 0
  let from = 0
  while (from < all.length && size < MOST_BYTES) {
    const end = all.indexOf(0x0a, from)
    const to = end < 0 ? all.length : end
    const line = all.subarray(from, Math.min(to, from + MOST_BYTES))
    if (line.some((byte) => byte >= 0x80)) {
      parts.push(line, Buffer.from('\n'))
      size += line.length
    }
    from = to + 1
  }
  return Buffer.concat(parts)
}

/** The first line that not all readings read alike. */
function whereTheyDiffer(texts: readonly (readonly string[])[]): number {
  const [first = []] = texts
  return Math.max(
    0,
    first.findIndex((line, at) => texts.some((lines) => lines[at] !== line)),
  )
}

/** Some sixty signs around the first that is outside ASCII. */
function exampleOf(line: string): string {
  const at = Math.max(0, line.search(/[^\p{ASCII}]/u))
  const from = at < 20 ? 0 : line.lastIndexOf(' ', at - 10) + 1
  return `${line
    .slice(Math.max(from, at - 40), at + 50)
    .replace(/\s+/g, ' ')
    .trim()}`
}
