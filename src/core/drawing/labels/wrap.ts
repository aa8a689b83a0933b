/** Breaks a label into lines of about equal length. */
import type { Measure } from '../../../shared/figures/text.ts'

/** Names are drawn at this weight, so they are measured at it. */
export const LABEL_WEIGHT = 600

// A Han or kana sign stands alone with the marks that must not begin a line; Hangul and letters break at blanks and hyphens.
const PIECES = /[⺀-鿿豈-﫿][，。、；：！？）》”’·%]*|[^\s⺀-鿿豈-﫿-]+(?:-|[，。、；：！？）》]*\s*)|\s+|-/gu

/**
 * The narrowest lines that are no more than needed for `width`; null where that takes more than `most`. A word wider
 * than `width` keeps a line of its own. Line breaks in the text stay.
 */
export function wrapLabel(
  text: string,
  { size, width, most, measure }: { size: number; width: number; most: number; measure: Measure },
): string[] | null {
  const parts = text.split('\n')
  const lines: string[] = []
  for (const part of parts) {
    const wrapped = balanced(part, width, (line) => measure(line, size, LABEL_WEIGHT))
    lines.push(...wrapped)
    if (lines.length > most) return null
  }
  return lines
}

function balanced(text: string, width: number, measure: (line: string) => number): string[] {
  if (measure(text) <= width) return [text]
  const pieces = (text.match(PIECES) ?? [text]).map((piece) => ({ piece, width: measure(piece) }))
  let best = filled(pieces, width)
  let [low, high] = [width * 0.4, width]
  for (let step = 0; step < 7; step++) {
    const middle = (low + high) / 2
    const lines = filled(pieces, middle)
    if (lines.length > best.length) low = middle
    else [best, high] = [lines, middle]
  }
  return best
}

/** Widths of pieces are added up: kerning between words is none. */
function filled(pieces: readonly { piece: string; width: number }[], limit: number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  for (const { piece, width } of pieces) {
    if (line.trim() !== '' && used + width > limit) {
      lines.push(line.trim())
      line = ''
      used = 0
    }
    line += piece
    used += width
  }
  if (line.trim() !== '') lines.push(line.trim())
  return lines
}
