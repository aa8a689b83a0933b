/** Text of a document as blocks of the flow: a block a line, so that a paragraph runs over columns and pages. */
import type { FigurePalette } from '../../../../shared/figures/palette.ts'
import type { Measure, Weight } from '../../../../shared/figures/text.ts'
import { wrapText } from '../../../../shared/figures/text.ts'
import type { Run, Tone } from '../../../../shared/plates/parts.ts'
import { block } from '../../../../shared/plates/paragraphs.ts'
import { partItems } from '../../../../shared/plates/to-scene.ts'
import type { OpenPdf } from '../../pdf/document.ts'
import { drawItems } from '../../pdf/draw-scene.ts'
import type { Block } from './flow.ts'
import { PAPER, TYPE } from './measures.ts'
import type { TypeName } from './measures.ts'
import type { Tag } from './tags.ts'

/** Draws itself with its corner at a point of the page. */
export interface DrawnBlock extends Block {
  draw(at: { x: number; y: number }): void
}

export interface Pen {
  pdf: OpenPdf
  palette: FigurePalette
  measure: Measure
}

/** Runs of a line with their baseline at a point. */
export function drawLine(
  { pdf, palette, measure }: Pen,
  runs: Run[],
  at: { x: number; y: number; align?: 'left' | 'right' },
  look: { size: number; weight?: Weight; tone: Tone },
): void {
  const { align = 'left', x, y } = at
  const part = { ...block([], x, 0, look.size), ...look, y, align, lines: [runs] }
  drawItems(pdf.doc, partItems([part], { palette, measure }), pdf.metrics)
}

export interface Worded {
  text: string
  /** Stands before the text in ink and bold, such as the number of a figure. */
  label?: string
  type: TypeName
  weight?: Weight
  tone?: Tone
  span: Block['span']
  before: number
  /** With what follows. */
  keepNext?: boolean
}

/** Between a label and its text. */
const LABEL_GAP = '\u2002'

/** Lines of a paragraph: never one alone at the foot or the head of a column. */
export function paragraph(pen: Pen, tag: Tag, worded: Worded): DrawnBlock[] {
  const { text, label, type, weight = 400, tone = 'ink', span, before, keepNext = false } = worded
  const { size, leading } = TYPE[type]
  const width = span === 'page' ? PAPER.width : PAPER.column
  const whole = label === undefined ? text : `${label}${LABEL_GAP}${text}`
  const lines = wrapText(whole, width - (label ? size / 2 : 0), (words) => pen.measure(words, size, weight))
  return lines.map((line, i) => ({
    span,
    height: leading,
    before: i === 0 ? before : 0,
    keepNext: i === lines.length - 1 ? keepNext : i === 0 || i === lines.length - 2 || keepNext,
    draw({ x, y }) {
      const baseline = y + leading / 2 + size * 0.35
      const runs = i === 0 && label !== undefined ? labelled(line, label) : [{ text: line }]
      tag.read(() => {
        drawLine(pen, runs, { x, y: baseline }, { size, weight, tone })
      })
    },
  }))
}

const labelled = (line: string, label: string): Run[] => [
  { text: label, weight: 600, tone: 'ink' },
  { text: line.slice(label.length) },
]
