/** A figure as pure data: what is drawn, in words and numbers, before any size, colour or canvas. */
import type { Language } from '../domain/language.ts'
import type { Subject } from '../domain/subjects.ts'

/** One line of a bar or dot figure. */
export interface FigureRow {
  key: string
  /** Rank as printed; empty where the row has none. */
  rank: string
  label: string
  /** The same in fewer words, for a narrow figure. */
  shortLabel: string
  /** Null where the figure was not published: the row is hatched and never drawn as 0. */
  value: number | null
  /** The value as it is written beside its mark, or the words for "not published". */
  text: string
  highlighted: boolean
  /** From the synthetic sample: the mark is hollow. */
  hollow: boolean
  /** 95 % interval of the value, where it was drawn. */
  interval?: readonly [low: number, high: number]
}

export interface FigurePoint {
  x: number
  y: number
  text: string
  hollow: boolean
}

/** Points of one scope and one boundary of the city; a line never leaves its series. */
export interface FigureSeries {
  key: string
  /** What the series covers, in few words, e.g. "82 journals"; empty where it is not known. */
  label: string
  points: FigurePoint[]
}

/** A change of what is counted: a hatched gap between two values of x that no line crosses. */
export interface FigureBreak {
  from: number
  to: number
}

export interface FigureReference {
  value: number
  label: string
}

interface FigureWords {
  language: Language
  /** What is seen, as a sentence. */
  title: string
  /** Measure, who, when. */
  subtitle: string
  /** Legends of marks that occur, and what a reader must know. */
  notes: string[]
  source: string
  /** Rows or points drawn, of how many. */
  shown: { count: number; of: number }
  /** Shown across the plot where there is nothing to draw; else empty. */
  empty: string
  /** Head of the name and the value column of the figure's table. */
  columns: { name: string; value: string }
  /** Part of the file's name: lower case, digits and hyphens. */
  fileStem: string
  subject: Subject
}

/** Bars start at 0. */
export interface BarsSpec extends FigureWords {
  kind: 'bars'
  rows: FigureRow[]
  /** Lines through all bars: median and quartiles of a group. */
  rules?: { median: FigureReference; quartiles: FigureReference[] }
  /** Said under the plot where the short labels are used. */
  shortNote: string
}

/** Dots on a scale that need not start at 0. */
export interface DotsSpec extends FigureWords {
  kind: 'dots'
  rows: FigureRow[]
  shortNote: string
  reference: FigureReference | null
}

/** Ranks by year, 1 at the top. */
export interface RanksSpec extends FigureWords {
  kind: 'ranks'
  series: FigureSeries[]
  breaks: FigureBreak[]
}

export type FigureSpec = BarsSpec | DotsSpec | RanksSpec

export interface FigureOptions {
  language: Language
  /** Where the figures were printed or computed, e.g. the citation of the edition. */
  source: string
  /** Rows to draw, from the top of the list as it is sorted. */
  top?: number
  /** City id (country figures: region id) of the row being read. */
  highlight?: string | undefined
  /** Replaces the computed finding. */
  title?: string | undefined
}
