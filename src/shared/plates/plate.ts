/** A figure laid out: its parts in place, and all that a file says beside them. */
import type { Provenance } from '../contract/common.ts'
import type { Language } from '../domain/language.ts'
import type { FigurePreset } from '../domain/figure-presets.ts'
import type { FigureTheme } from '../figures/palette.ts'
import type { Measure } from '../figures/text.ts'
import type { Part, Rectangle } from './parts.ts'

/** Words of a figure before it is laid out. */
export interface PlateWords {
  /** The finding: a sentence without a full stop. */
  title: string
  /** Measure, N of M, year, scope. */
  subtitle: string
  /** Where the numbers are from, in the reader's words: no hash, no product, no date. */
  source: string
}

/** A number that stands in the figure, for whoever defends or checks it. */
export interface PlateNumber {
  /** Whose and what, e.g. `Beijing, Share, 2023`. */
  label: string
  value: number
  /** Decimals it is shown with. */
  decimals: number
  of: Provenance
}

export interface NoteSection {
  head: string
  text: string
}

/** What the layout of a kind is asked for, besides its spec. */
export interface PlateOptions {
  preset: FigurePreset
  language: Language
  theme: FigureTheme
  transparent: boolean
  /** In points, of the face that the file will be shown in. */
  measure: Measure
  include: PlateInclude
  /** Page number; null where there is none. */
  page: number | null
  /** Said in a dashed box at the right end of the subtitle, and where the figure is cropped still inside it. */
  mark: string | null
}

export interface PlateInclude {
  source: boolean
  page: boolean
  legend: boolean
  labels: boolean
}

export interface Plate extends PlateWords {
  /** Kind of figure (`ranking-bars`, …) or of page (`title`, `method`, …). */
  kind: string
  language: Language
  theme: FigureTheme
  transparent: boolean
  /** Points. */
  width: number
  height: number
  /** The slide that it stands on, where that is larger. */
  on: FigurePreset['on']
  group: FigurePreset['group']
  /** Where the figure stands between subtitle and footer. */
  frame: Rectangle
  page: number | null
  /** In reading order: title, subtitle, figure, legend, source. */
  parts: Part[]
  /** At most 300 characters. */
  alt: string
  /** The figure in words, row by row, for readers who do not see it. */
  description: string
  /** How it is read, in a sentence or two. */
  howTo: string
  /** Measures that it shows, as the registry of indicators names them: their definitions stand in the notes. */
  measures: string[]
  /** In the order of the speaker notes; the reader's own come before them. Written when the plate is made. */
  notes: NoteSection[]
  numbers: PlateNumber[]
  /** Labels drawn, of those there are; none touches another. */
  labels: { drawn: number; of: number }
  /** What the layout could not do as asked: a title of more than two lines, names cut, rows left to a second page. */
  warnings: PlateWarning[]
  fileStem: string
}

export type PlateWarning = 'title-long' | 'subtitle-long' | 'source-long' | 'names-cut' | 'rows-cut'

/** What a layout gives; the frame (`frame.ts`) makes a plate of it. */
export type PlateBody = Pick<
  Plate,
  'kind' | 'alt' | 'description' | 'howTo' | 'measures' | 'numbers' | 'labels' | 'fileStem'
> & {
  parts: Part[]
  warnings?: PlateWarning[]
}
