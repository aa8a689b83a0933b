/** Text of figures: sizes, and breaking into lines by a measure that the host brings (canvas or width table). */

export const FIGURE_FONT = 'Science Cities Sans'

export type Weight = 400 | 600

/** Width in px of a line of text. `size` in px. */
export type Measure = (text: string, size: number, weight: Weight) => number

/** Sizes in px of 1/96 inch, at scale 1: axis 7.9 pt, label 8.6 pt, title 10.1 pt. */
export const SIZES = { axis: 10.5, label: 11.5, title: 13.5 } as const
export const LINES = { axis: 14, label: 16, title: 20 } as const

/** A CSS font shorthand that both the canvas and the recorder understand. */
export const fontOf = (size: number, weight: Weight): string =>
  `${weight} ${size}px '${FIGURE_FONT}', sans-serif`

// A Han or kana character stands alone with the marks that must not begin a line; other words end at their space.
const PIECES =
  /[\u2e80-\u9fff\uf900-\ufaff][，。、；：！？）》”’·%]*|[^\s\u2e80-\u9fff\uf900-\ufaff]+[，。、；：！？）》]*\s*|\s+/gu

/** Breaks text into lines no wider than `width` px; a piece that is wider alone keeps a line of its own. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(PIECES) ?? []) {
    if (line !== '' && measure((line + piece).trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  if (line.trim() !== '') lines.push(line.trimEnd())
  return lines
}

/** Shortens text with an ellipsis so that it is no wider than `width` px. */
export function fitText(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text
  const signs = Array.from(text)
  while (signs.length > 1 && measure(`${signs.join('').trimEnd()}…`) > width) signs.pop()
  return `${signs.join('').trimEnd()}…`
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/u

/** The text that was broken into lines: a blank between words, none beside Chinese signs and after hyphens. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((said, line) => {
    const close = WIDE.test(said.at(-1) ?? '') || WIDE.test(line[0] ?? '') || said.endsWith('-')
    return said + (close ? '' : ' ') + line
  })
}
