/** How wide the columns of a figure of rows are, how many rows a page holds, and which form of a name fits. */
import type { RowItem, RowsSpec } from '../../figures/row-spec.ts'
import type { Measure } from '../../figures/text.ts'
import { fitNames } from '../../figures/telling-cut.ts'
import type { Room } from '../frame.ts'

/** All in sizes of a label: 12 pt on slides. */
const HEAD = 1.5
/** The least height of a row. */
const LEAST_ROW = 1.3
const MOST_ROW = 3.4
const PLACE = 1.5
const AFTER_PLACE = 0.7
const AFTER_NAME = 1.44
const AFTER_VALUE = 1
const GUTTER = 1.2
/** The least length of the plot. */
const LEAST_PLOT = 5.2
/** A part of the width that names must leave to the marks of one column. */
const PLOT_PART = 0.2

export interface RowColumns {
  place: number
  name: number
  value: number
  insets: { place: number; name: number; value: number }
  /** Width of all before the plot. */
  before: number
  /** By the row's key, as they fit. */
  names: ReadonlyMap<string, string>
  cut: boolean
}

export interface Grid {
  /** One, or two side by side. */
  columns: 1 | 2
  /** Of one column. */
  width: number
  gutter: number
  /** Height of the head over the plot. */
  head: number
  /** Rows that a column holds at most. */
  capacity: number
  cells: RowColumns
}

/** Rows that a column holds at most. @param label size of its words; both in points */
export const rowsHeld = (height: number, label: number): number =>
  Math.max(1, Math.floor((height - label * HEAD) / (label * LEAST_ROW) + 1e-6))

/** The grid for rows: a second column where they do not fit one and both have room. */
export function gridOf(spec: RowsSpec, { frame, type }: Room, measure: Measure): Grid {
  const { label } = type
  const head = label * HEAD
  const capacity = rowsHeld(frame.height, label)
  const gutter = label * GUTTER
  const one = { columns: 1, width: frame.width, gutter, head, capacity } as const
  if (spec.rows.length > capacity) {
    const width = (frame.width - gutter) / 2
    const cells = cellsOf(spec, width, label, measure)
    if (!cells.cut) return { columns: 2, width, gutter, head, capacity, cells }
  }
  return { ...one, cells: cellsOf(spec, frame.width, label, measure) }
}

/** Rows of each plate. In one column all have about as many; of two, which are full, the last one takes what is left. */
export function chunksOf(rows: readonly RowItem[], { capacity, columns }: Grid): RowItem[][] {
  const most = capacity * columns
  const chunks: RowItem[][] = []
  for (let from = 0; from < rows.length;) {
    const left = rows.length - from
    const count = columns === 1 ? Math.ceil(left / Math.ceil(left / most)) : most
    const end = left <= most ? rows.length : breakBefore(rows, from, from + count)
    chunks.push(rows.slice(from, end))
    from = end
  }
  return chunks.length === 0 ? [[]] : chunks
}

/** A head does not stay behind alone: it goes with the row below it. */
export function breakBefore(rows: readonly RowItem[], from: number, end: number): number {
  return end - 1 > from && rows[end - 1]?.kind === 'group' ? end - 1 : end
}

export function rowHeight(frame: Room['frame'], grid: Grid, rows: number, label: number): number {
  return Math.min((frame.height - grid.head) / Math.max(1, rows), label * MOST_ROW)
}

function cellsOf(spec: RowsSpec, width: number, label: number, measure: Measure): RowColumns {
  const bold = (text: string) => measure(text, label, 600)
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(bold))
  const rows = spec.rows.filter(({ kind }) => kind === 'row')
  const place = Math.max(label * PLACE, widest(rows.map((row) => row.place)) + label * 0.2)
  const value = Math.max(measure(spec.heads.value, label, 400), widest(rows.map(({ text }) => text)))
  const fixed = place + value + label * (AFTER_PLACE + AFTER_NAME + AFTER_VALUE)
  const room = Math.max(label * 4, width - fixed - Math.max(label * LEAST_PLOT, width * PLOT_PART))
  let cut = false
  const names = new Map<string, string>()
  const said = rows.map(({ names: forms }) => forms.find((form) => bold(form) <= room) ?? forms.at(-1) ?? '')
  fitNames(said, room, bold).forEach((name, at) => {
    if (name !== said[at]) cut = true
    names.set((rows[at] as RowItem).key, name)
  })
  // A head takes the room of names and values together.
  const heads = widest(spec.rows.flatMap((row) => (row.kind === 'group' ? row.names[0] : [])))
  const beside = value + label * AFTER_NAME
  const name = Math.max(
    measure(spec.heads.name, label, 400),
    widest([...names.values()]),
    Math.min(room, heads - beside),
  )
  return {
    place,
    name: name + label * (AFTER_PLACE + AFTER_NAME),
    value: value + label * AFTER_VALUE,
    insets: { place: 0, name: label * AFTER_PLACE, value: label * AFTER_VALUE },
    before: name + fixed,
    names,
    cut,
  }
}
