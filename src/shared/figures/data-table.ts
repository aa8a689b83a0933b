import { word } from './names.ts'
import type { FigureSpec } from './spec.ts'

export interface FigureTable {
  caption: string
  head: string[]
  rows: string[][]
}

/** The figure as a table of words: its twin for screen readers, and its description in files. */
export function figureTable(spec: FigureSpec): FigureTable {
  const caption = word(spec.language, 'tableCaption', { title: spec.title })
  if (spec.kind === 'ranks') {
    const rows = spec.series.flatMap((series) =>
      series.points.map(({ x, text }) => [String(x), text, series.label]),
    )
    return {
      caption,
      head: [spec.columns.name, spec.columns.value, word(spec.language, 'ranks.scope')],
      rows,
    }
  }
  return {
    caption,
    head: [word(spec.language, 'rank'), spec.columns.name, spec.columns.value],
    rows: spec.rows.map(({ rank, label, text }) => [rank, label, text]),
  }
}
