/** A figure of rows, each with a rank, a name, a number and its mark, before it has a size: rankings, pairs, ratios. */
import type { Provenance } from '../contract/common.ts'
import type { Language } from '../domain/language.ts'

/** A number for whoever defends or checks the figure (see `plates/plate.ts`). */
export interface RowNumber {
  label: string
  value: number
  decimals: number
  of: Provenance
}

export interface RowItem {
  /** `gap` says that rows are left out there, `group` heads the rows below it. */
  kind: 'row' | 'gap' | 'group'
  key: string
  /** Rank or place as it is written; empty where the row has none. */
  place: string
  /** The name as it should stand, then shorter forms. */
  names: readonly [string, ...string[]]
  /** Null where it was not published: the row is hatched and never drawn as 0. */
  value: number | null
  /** The value as it is written, or the words for its absence. */
  text: string
  highlighted: boolean
  /** From the synthetic sample. */
  hollow: boolean
  /** A sum of what is not listed, or of all: its number stands without a mark. */
  sum?: true
  /** 95 % interval of the value, where it was drawn. */
  interval?: readonly [low: number, high: number]
  numbers: RowNumber[]
}

/** Words beside two marks: how far the one is behind the other. */
export interface RowDifference {
  /** Row in which the words stand, that of the smaller value. */
  at: string
  /** Row whose end is reached for; null where it is not among the rows. */
  from: string | null
  /** Row of which the difference is said: the words stand there where the two cannot be joined. */
  of: string
  /** Longest first. */
  wordings: string[]
  /** In the names of shapes: `Difference Nanjing Boston`. */
  name: string
}

export interface RowsSpec {
  language: Language
  marks: 'bars' | 'dots'
  rows: RowItem[]
  heads: { place: string; name: string; value: string }
  /** Digits behind the point. */
  decimals: number
  /** Of the values, for the axis: with 0 for bars. */
  from: number
  to: number
  /** Tone of the marks: graphite, or a subject's hue. */
  subject: string
  difference: RowDifference | null
  /** A line through all rows: a median, say. */
  reference: { value: number; label: string } | null
  /** Fainter lines beside it: quartiles. */
  rules?: readonly number[]
  /** Said beside a hatched row. */
  absent: string
}
