/** Plates of a figure of rows: as many as its rows need, each on the same scale. */
import type { RowItem, RowNumber, RowsSpec } from '../../../../shared/figures/row-spec.ts'
import { cutAlt } from '../../../../shared/plates/alt.ts'
import { plateOf, roomOf } from '../../../../shared/plates/frame.ts'
import type { Plate, PlateOptions, PlateWarning, PlateWords } from '../../../../shared/plates/plate.ts'
import type { Grid } from '../../../../shared/plates/rows/columns.ts'
import { chunksOf, gridOf } from '../../../../shared/plates/rows/columns.ts'
import type { RowsWords } from '../../../../shared/plates/rows/layout.ts'
import { rowsParts } from '../../../../shared/plates/rows/layout.ts'
import type { MakerLook } from './look.ts'

export interface RowsFigure {
  kind: string
  spec: RowsSpec
  title: string
  /** The fullest first, by the number of columns. */
  subtitles(columns: number): string[]
  /** Sentences after the source. */
  notes: readonly string[]
  /** Another one, left out where the source would take a second line. */
  aside: string
  alt(title: string): string
  description(rows: readonly RowItem[], title: string): string
  howTo: string
  measures: string[]
  /** Besides those of the rows. */
  numbers: readonly RowNumber[]
  words: RowsWords
  fileStem: string
}

export function rowsPlates(figure: RowsFigure, maker: MakerLook): Plate[] {
  const { spec } = figure
  const options = maker.options()
  const notes = notesFor(figure, maker)
  const say = (columns: number, part?: { index: number; of: number }): PlateWords =>
    maker.words({ title: figure.title, subtitle: fitting(figure.subtitles(columns), options) }, notes, part)
  // Of two columns or pages the words are longer, so the room may be less: it is asked with the longest.
  let grid = gridOf(spec, roomOf(say(1), options), options.measure)
  const needed = (columns: Grid['columns']) => (spec.rows.length > grid.capacity ? columns : 1)
  grid = gridOf(spec, roomOf(say(needed(grid.columns)), options), options.measure)
  if (chunksOf(spec.rows, grid).length > 1)
    grid = gridOf(spec, roomOf(say(grid.columns, { index: 8, of: 9 }), options), options.measure)
  const chunks = chunksOf(spec.rows, grid)
  return chunks.map((rows, index) => {
    const words = say(rows.length > grid.capacity ? grid.columns : 1, { index, of: chunks.length })
    const own = maker.options(index)
    return plateOf(words, own, (room) => ({
      kind: figure.kind,
      parts: rowsParts(spec, rows, grid, room, own, figure.words),
      alt: cutAlt(figure.alt(words.title)),
      description: figure.description(rows, words.title),
      howTo: figure.howTo,
      measures: figure.measures,
      numbers: [...rows.flatMap(({ numbers }) => numbers), ...(index === 0 ? figure.numbers : [])],
      labels: labelsOf(rows),
      warnings: warningsOf(grid, index, chunks.length),
      fileStem: figure.fileStem,
    }))
  })
}

function labelsOf(rows: readonly RowItem[]): Plate['labels'] {
  const named = rows.filter(({ kind }) => kind === 'row').length
  return { drawn: named, of: named }
}

function warningsOf(grid: Grid, index: number, of: number): PlateWarning[] {
  return [...(grid.cells.cut ? ['names-cut' as const] : []), ...(index < of - 1 ? ['rows-cut' as const] : [])]
}

function notesFor({ notes, aside }: RowsFigure, maker: MakerLook): readonly string[] {
  const { preset, measure } = maker.options()
  const all = [...notes, aside]
  const room = preset.width - 2 * preset.margin.side - preset.type.source * 4
  return measure(maker.source(all), preset.type.source, 400) <= room ? all : notes
}

/** The first subtitle that takes one line, else the last. */
export function fitting(subtitles: readonly string[], options: PlateOptions): string {
  const { preset, measure, mark } = options
  const { type, margin } = preset
  const taken = mark === null ? 0 : measure(mark, type.label, 400) + type.label * 2
  const room = preset.width - 2 * margin.side - taken
  return subtitles.find((text) => measure(text, type.subtitle, 400) <= room) ?? subtitles.at(-1) ?? ''
}
