/**
 * What a plate consists of: a figure laid out on a slide or a page, all lengths in points (1/72 inch), x to the right and
 * y downwards. One list of parts becomes SVG, PNG and PDF (as a scene) and native shapes, tables and charts of Office files,
 * so that all of them agree.
 */
import type { Rectangle } from '../contract/drawings.ts'
import type { Subject } from '../domain/subjects.ts'
import type { Scene } from '../figures/scene.ts'
import type { Weight } from '../figures/text.ts'

type SubjectName = Exclude<Subject, 'all'>

/** Colours by what they mean; a theme gives each its value (`plates/tones.ts`). */
export type Tone =
  | 'bg'
  | 'ink'
  | 'ink2'
  | 'ink3'
  | 'line'
  | 'line2'
  | 'line3'
  | 'data'
  | 'data2'
  | 'data3'
  | 'needle'
  | 'needleText'
  | 'wash'
  | 'hatch'
  | SubjectName
  | `${SubjectName}-text`

export type Align = 'left' | 'center' | 'right'

/** A piece of text in one look; what it leaves out is that of the text it stands in. */
export interface Run {
  text: string
  weight?: Weight
  tone?: Tone
  /** Of texts alone, not of cells; at most that of the text, whose baseline it keeps. */
  size?: number
}

/** What a text is to a reader: Office files make placeholders of some, and the test of sizes reads them all. */
export type TextRole = 'title' | 'subtitle' | 'source' | 'page' | 'label' | 'mark' | 'body' | 'number'

export interface TextPart {
  kind: 'text'
  role: TextRole
  /** Of the anchor that `align` names, on the baseline of the first line. */
  x: number
  y: number
  lines: Run[][]
  /** From baseline to baseline. */
  leading: number
  size: number
  weight: Weight
  tone: Tone
  align: Align
  /** Width kept free for it: where another face is wider, it may use it all. Without it the text's own width. */
  room?: number
  /** A rim in the background's colour behind the letters. */
  halo?: boolean
}

export interface LinePart {
  kind: 'line'
  x1: number
  y1: number
  x2: number
  y2: number
  tone: Tone
  width: number
  dash?: 'dot' | 'dash'
  /** Head at the second end. */
  arrow?: boolean
}

/** A line through several points, such as a bent leader. */
export interface PolylinePart {
  kind: 'polyline'
  points: [x: number, y: number][]
  tone: Tone
  width: number
}

export interface RectPart {
  kind: 'rect'
  box: Rectangle
  fill?: Tone
  stroke?: { tone: Tone; width: number; dash?: 'dash' }
  /** Diagonal lines: not published, or a gap that nothing crosses. */
  hatched?: boolean
}

export type MarkShape = 'circle' | 'triangle' | 'diamond' | 'square' | 'cross'

/** A point's mark; hollow is filled with the background. `size` is its height. */
export interface Mark {
  shape: MarkShape
  size: number
  tone: Tone
  hollow: boolean
}

export interface MarkPart {
  kind: 'mark'
  x: number
  y: number
  mark: Mark
}

/** A letter on a square, standing for a city. */
export interface BadgePart {
  kind: 'badge'
  /** Of its centre. */
  x: number
  y: number
  letter: string
  /** Height of the square and of the letter. */
  side: number
  size: number
  tone: Tone
}

/** A line along an edge of a cell. */
export interface Rule {
  tone: Tone
  width: number
}

export interface Cell {
  runs: Run[]
  /** Without it that of the table. */
  size?: number
  weight?: Weight
  tone?: Tone
  /** Without it that of its column. */
  align?: Align
  fill?: Tone
  top?: Rule
  bottom?: Rule
  /** A thick edge at the left, of the row being read. */
  edge?: Rule
  /** Stands before the words. */
  mark?: Mark
  /** A letter in place of words. */
  badge?: { letter: string; tone: Tone }
  /** Cells to the right that this one covers besides its own. */
  span?: number
}

export interface TablePart {
  kind: 'table'
  name: string
  /** What it holds, for readers who do not see it. */
  alt: string
  x: number
  y: number
  columns: { width: number; align: Align; left: number; right: number }[]
  /** Text does not wrap: the layout has measured it. */
  rows: { height: number; head?: boolean; cells: Cell[] }[]
  size: number
}

export interface Tick {
  at: number
  label: string
  bold?: boolean
}

export interface Axis {
  min: number
  max: number
  log: boolean
  ticks: Tick[]
  /** Where the words of the ticks stand; `none` where the layout writes them itself. */
  labels: 'top' | 'bottom' | 'left' | 'none'
  /** Hairlines at the ticks, across the plot. */
  grid: boolean
  /** Bars begin here instead of at `min`. */
  from?: number
  /** `min` stands at the top, or at the right: ranks, of which the first is highest. */
  reversed?: boolean
}

/** A series reads its numbers from a column of the chart's sheet; a null is a gap. */
export interface ChartSeries {
  /** Column of the values (`y` of an XY chart). */
  column: number
  /** Column of `x`, of XY charts. */
  xColumn?: number
  tone: Tone
  /** Width of the line; null draws none. Of bars meaningless. */
  line: number | null
  mark: Mark | null
  /** Rows that look otherwise: a bar's colour, a point's mark (null: none). */
  points?: Record<number, { tone?: Tone; mark?: Mark | null; hollow?: boolean }>
  /** Bars that are not printed: an outline. */
  hollow?: boolean
}

/**
 * A chart: `bar` has horizontal bars, one a row, the first on top; `line` has its categories from left to right at equal steps;
 * `xy` has values on both axes. Drawn and native charts read the same sheet and the same axes.
 */
export interface ChartPart {
  kind: 'chart'
  name: string
  alt: string
  type: 'bar' | 'line' | 'xy'
  /** Where the axes span; words of the axes stand outside. */
  plot: Rectangle
  /** First column: categories. It becomes the workbook behind a native chart. */
  sheet: { head: string[]; rows: (string | number | null)[][] }
  series: ChartSeries[]
  /** Of the values: horizontal of bars, vertical of lines and XY. */
  value: Axis
  /** Horizontal axis of an XY chart. */
  x?: Axis
  /** Words of the categories of a line chart under the plot, by row; of bars the layout writes them. */
  categories?: { labels: boolean; size?: number; bold?: number }
  /** Gap between bars, percent of a bar's height. */
  gap?: number
  /** Size of the axes' words. */
  size: number
  /** Number format of the values in a native chart, e.g. `#,##0.00`. */
  format: string
}

/** A drawing that stays a picture in Office files: a network, a map. */
export interface PicturePart {
  kind: 'picture'
  name: string
  alt: string
  box: Rectangle
  scene: Scene
  /** The part of the scene that is shown, in its units; without it all. */
  view?: Rectangle
}

/** Parts that are moved as one; of those without `alt` the figure's alternative text tells. */
export interface GroupPart {
  kind: 'group'
  name: string
  alt?: string
  parts: Part[]
}

export type Part =
  | TextPart
  | LinePart
  | PolylinePart
  | RectPart
  | MarkPart
  | BadgePart
  | TablePart
  | ChartPart
  | PicturePart
  | GroupPart
export type { Rectangle }
