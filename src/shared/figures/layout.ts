/** Where the words around the plot stand, and how high a figure wants to be. Pure: text is measured by the host. */
import type { FigureRow, FigureSpec } from './spec.ts'
import { word } from './names.ts'
import type { Measure, Weight } from './text.ts'
import { fitNames } from './telling-cut.ts'
import { LINES, SIZES, wrapText } from './text.ts'

/** A line of text: `x`, `y` of its left end on the baseline, in px. */
export interface PlacedText {
  text: string
  x: number
  y: number
  size: number
  weight: Weight
  tone: 'ink' | 'ink2' | 'ink3'
}

export interface FigureLayout {
  width: number
  height: number
  /** 1 = text at its size; everything that is not an amount scales with it. */
  scale: number
  /** Around the plot, axis included. */
  padding: { top: number; right: number; bottom: number; left: number }
  texts: PlacedText[]
  rows: RowLayout | null
  measure: Measure
}

/** The two columns of words left of the bars. */
export interface RowLayout {
  /** Right end of ranks and left end of names. */
  rankRight: number
  nameLeft: number
  labels: string[]
  rowHeight: number
}

export interface LayoutOptions {
  width: number
  /** Without it the height the content wants. */
  height?: number | undefined
  scale?: number | undefined
  measure: Measure
  /** px around the figure at scale 1; 0 where the page keeps the distance itself. */
  margin?: number | undefined
  /** False draws the plot alone, for a screen that shows the words itself. */
  words?: boolean | undefined
}

const MARGIN = 12
const ROW = 20
const AXIS = 22
const RANKS_PLOT = 240
/** Of its usual height, before rows would touch. */
const LEAST_PLOT = 0.65
const LEAST_SCALE = 0.3

interface Line {
  text: string
  kind: keyof typeof SIZES
  weight: Weight
  tone: PlacedText['tone']
}

interface Stack {
  texts: PlacedText[]
  height: number
}

function stack(parts: Line[], width: number, scale: number, measure: Measure): Stack {
  const texts: PlacedText[] = []
  let y = 0
  for (const { text, kind, weight, tone } of parts) {
    const size = SIZES[kind] * scale
    for (const line of wrapText(text, width, (part) => measure(part, size, weight))) {
      // The baseline sits where the letters look centred in their line: cap height is about 0.7 of the size.
      const baseline = y + (LINES[kind] * scale + 0.7 * size) / 2
      texts.push({ text: line, x: 0, y: baseline, size, weight, tone })
      y += LINES[kind] * scale
    }
  }
  return { texts, height: y }
}

const columnWidth = (texts: string[], measure: (text: string) => number) => Math.max(0, ...texts.map(measure))

const NONE: Stack = { texts: [], height: 0 }

/** Title and subtitle above the plot, notes and source under it. */
function wordsOf(spec: FigureSpec, short: boolean, width: number, scale: number, measure: Measure) {
  const notes = spec.kind !== 'ranks' && short ? [...spec.notes, spec.shortNote] : spec.notes
  const said = notes.join(word(spec.language, 'between'))
  const head: Line[] = [
    { text: spec.title, kind: 'title', weight: 600, tone: 'ink' },
    { text: spec.subtitle, kind: 'label', weight: 400, tone: 'ink3' },
  ]
  const foot: Line[] = [said, spec.source].map((text) => ({ text, kind: 'axis', weight: 400, tone: 'ink3' }))
  return { head: stack(head, width, scale, measure), foot: stack(foot, width, scale, measure) }
}

/** Text keeps its size unless the height asked leaves no room for the rows: then the whole is drawn smaller. */
export function layoutFigure(spec: FigureSpec, options: LayoutOptions): FigureLayout {
  const { width, measure, scale = 1, words = true } = options
  const margin = (options.margin ?? MARGIN) * scale
  const inner = width - 2 * margin
  const short = spec.kind !== 'ranks' && needsShort(spec.rows, width, scale, measure)
  const { head, foot } = words ? wordsOf(spec, short, inner, scale, measure) : { head: NONE, foot: NONE }
  const top = words ? margin * 0.75 + head.height + 10 * scale : 4 * scale
  const below = (words ? margin * 0.75 + foot.height + 8 * scale : 2 * scale) + plotFoot(spec) * scale

  const least = top + below + plotHeight(spec, scale) * LEAST_PLOT
  if (options.height !== undefined && options.height < least && scale > LEAST_SCALE) {
    return layoutFigure(spec, { ...options, scale: scale * 0.92 })
  }
  const height = options.height ?? Math.ceil(top + below + plotHeight(spec, scale))
  const rows =
    spec.kind === 'ranks'
      ? null
      : layoutRows(spec.rows, { width, height: height - top - below, scale, measure, short, margin })
  const footTop = height - margin * 0.75 - foot.height
  return {
    width,
    height,
    scale,
    padding: {
      top,
      right: margin + (rows ? valueWidth(spec, measure, scale) : 10 * scale),
      bottom: below,
      left: rows ? rows.nameLeft + rows.nameWidth + 10 * scale : margin,
    },
    texts: [
      ...head.texts.map((text) => ({ ...text, x: margin, y: text.y + margin * 0.75 })),
      ...foot.texts.map((text) => ({ ...text, x: margin, y: text.y + footTop })),
    ],
    rows,
    measure,
  }
}

/** Room under the plot for what is written there: the label of the reference line, the scopes of the series. */
function plotFoot(spec: FigureSpec): number {
  if (spec.kind === 'dots') return spec.reference ? 16 : 0
  return spec.kind === 'ranks' && spec.series.some(({ label }) => label !== '') ? 18 : 0
}

function plotHeight(spec: FigureSpec, scale: number): number {
  if (spec.kind === 'ranks') return RANKS_PLOT * scale
  return (AXIS + ROW * Math.max(1, spec.rows.length)) * scale
}

/** The value is written beside its mark, so the longest bar needs room for it at the right. */
function valueWidth(spec: FigureSpec, measure: Measure, scale: number): number {
  if (spec.kind === 'ranks') return 0
  const texts = spec.rows.flatMap(({ value, text }) => (value === null ? [] : [text]))
  return columnWidth(texts, (text) => measure(text, SIZES.label * scale, 600)) + 8 * scale
}

interface RowsRoom {
  width: number
  height: number
  scale: number
  measure: Measure
  short: boolean
  margin: number
}

/** Whole names where they leave most of the width to the amounts; else all of them short. */
function needsShort(rows: FigureRow[], width: number, scale: number, measure: Measure): boolean {
  if (rows.every(({ label, shortLabel }) => label === shortLabel)) return false
  return rows.some(({ label }) => measure(label, SIZES.label * scale, 400) > 0.3 * width)
}

function layoutRows(
  rows: FigureRow[],
  { width, height, scale, measure, short, margin }: RowsRoom,
): RowLayout & { nameWidth: number } {
  const label = (text: string) => measure(text, SIZES.label * scale, 600)
  const rankWidth = columnWidth(
    rows.map(({ rank }) => rank),
    (text) => measure(text, SIZES.axis * scale, 400),
  )
  const rankRight = margin + rankWidth
  const nameLeft = rankWidth > 0 ? rankRight + 8 * scale : margin
  const names = rows.map((row) => (short ? row.shortLabel : row.label))
  const labels = fitNames(names, width * 0.48 - nameLeft, label)
  const rowHeight = (height - AXIS * scale) / Math.max(1, rows.length)
  return { rankRight, nameLeft, labels, rowHeight, nameWidth: columnWidth(labels, label) }
}
