/** Paragraphs, and terms with what is said of them, in body text: broken into lines, and over pages where they are long. */
import type { Measure } from '../figures/text.ts'
import { wrapText } from '../figures/text.ts'
import type { Part, Rectangle, TextPart } from './parts.ts'

/** From baseline to baseline, in sizes of the text: 14 pt on a step of 19.2. */
export const LEADING = 19.2 / 14

export interface Term {
  head: string
  text: string
}

/** A text of several lines; `y` is the top of the first. */
export function block(
  lines: readonly string[],
  x: number,
  y: number,
  size: number,
  look: Partial<TextPart> = {},
): TextPart {
  return {
    kind: 'text',
    role: 'body',
    x,
    y: y + size,
    lines: lines.map((line) => [{ text: line }]),
    leading: size * LEADING,
    size,
    weight: 400,
    tone: 'ink',
    align: 'left',
    ...look,
  }
}

export const wrapped = (
  text: string,
  width: number,
  size: number,
  measure: Measure,
  weight: 400 | 600 = 400,
): string[] => wrapText(text, width, (words) => measure(words, size, weight))

/** A head over a rule, and under it terms at the left with their texts beside, each over a hairline. */
export function termParts(
  head: string,
  terms: readonly Term[],
  frame: Rectangle,
  size: number,
  measure: Measure,
): { parts: Part[]; bottom: number } {
  const start = headParts(head, frame, size)
  const widest = Math.max(0, ...terms.map((term) => measure(term.head, size, 600)))
  const indent = Math.min(widest + size * 1.4, frame.width * 0.4)
  let y = start.bottom
  const parts: Part[] = [...start.parts]
  for (const { head: name, text } of terms) {
    const heads = wrapped(name, indent - size * 0.4, size, measure, 600)
    const lines = wrapped(text, frame.width - indent, size, measure)
    const room = frame.width - indent
    parts.push(block(heads, frame.x, y + size * 0.75, size, { weight: 600, room: indent }))
    parts.push(block(lines, frame.x + indent, y + size * 0.75, size, { room }))
    y += size * (LEADING * Math.max(heads.length, lines.length) + 1.1)
    parts.push({
      kind: 'line',
      x1: frame.x,
      x2: frame.x + frame.width,
      y1: y,
      y2: y,
      tone: 'line',
      width: 0.6,
    })
  }
  return { parts, bottom: y }
}

/** The same with small heads over their texts. */
export function stackedParts(
  head: string,
  terms: readonly Term[],
  frame: Rectangle,
  { size, small }: { size: number; small: number },
  measure: Measure,
): { parts: Part[]; bottom: number } {
  const start = headParts(head, frame, size)
  let y = start.bottom + size * 0.4
  const parts: Part[] = [...start.parts]
  for (const { head: name, text } of terms) {
    const lines = wrapped(text, frame.width, size, measure)
    parts.push(block([name], frame.x, y, small, { role: 'label', tone: 'ink3' }))
    parts.push(block(lines, frame.x, y + small * LEADING + size * 0.1, size, { room: frame.width }))
    y += small * LEADING + size * (LEADING * lines.length + 0.7)
  }
  return { parts, bottom: y }
}

function headParts(
  head: string,
  { x, y, width }: Rectangle,
  size: number,
): { parts: Part[]; bottom: number } {
  const line = y + size * 1.9
  return {
    parts: [
      block([head], x, y + size * 0.2, size, { weight: 600, role: 'label' }),
      { kind: 'line', x1: x, x2: x + width, y1: line, y2: line, tone: 'ink', width: 0.6 },
    ],
    bottom: line,
  }
}

/** Paragraphs as lines of pages: a null is the step between two of them, and none begins a page. */
export function pagesOfText(
  body: string,
  width: number,
  height: number,
  size: number,
  measure: Measure,
): (string | null)[][] {
  const paragraphs = body.split(/\r?\n/).map((paragraph) => paragraph.trim())
  const lines = paragraphs.flatMap((paragraph, i): (string | null)[] => [
    ...(i === 0 ? [] : [null]),
    ...wrapped(paragraph, width, size, measure),
  ])
  const pages: (string | null)[][] = [[]]
  let used = 0
  for (const line of lines) {
    const taken = size * (line === null ? PARAGRAPH : LEADING)
    const page = pages.at(-1)
    if (!page) break
    if (used + taken > height && page.length > 0) {
      pages.push(line === null ? [] : [line])
      used = line === null ? 0 : taken
    } else if (line !== null || page.length > 0) {
      page.push(line)
      used += taken
    }
  }
  return pages
}

/** Between two paragraphs, in sizes of the text. */
const PARAGRAPH = 0.7

export function textParts(
  lines: readonly (string | null)[],
  { x, y, width }: Rectangle,
  size: number,
): Part[] {
  const parts: Part[] = []
  let top = y
  let open: string[] = []
  const close = () => {
    if (open.length > 0) parts.push(block(open, x, top, size, { room: width }))
    top += open.length * size * LEADING
    open = []
  }
  for (const line of lines) {
    if (line !== null) {
      open.push(line)
      continue
    }
    close()
    top += size * PARAGRAPH
  }
  close()
  return parts
}
