/** A view's rows as a native table: the columns that find room, at most as many rows as a page holds. */
import type { Measure } from '../figures/text.ts'
import { fitNames } from '../figures/telling-cut.ts'
import type { Room } from './frame.ts'
import type { Cell, Rule, TablePart } from './parts.ts'
import type { PlateOptions } from './plate.ts'

export interface TableColumn {
  id: string
  head: string
  numeric: boolean
  /** What the rows stand in the order of: written in bold. */
  leading: boolean
  /** Never left out. */
  always: boolean
  /** Less important than the columns that are read first, in a lighter tone. */
  aside: boolean
}

export interface TableRows {
  name: string
  alt: string
  columns: TableColumn[]
  /** As they are written. */
  rows: { cells: string[]; highlighted: boolean }[]
}

/** In sizes of the body's text: 14 pt on slides. */
const ROW = 2.4
/** On slides rows come closer than they leave the last one to a slide of its own. */
const LEAST_ROW = 2.05
const HEAD = 2.6
const HEAD_SIZE = 13 / 14
const INSET = 7.2 / 14
/** The most of the width that one column of words takes. */
const MOST_WORDS = 0.42
const MOST_ON_SLIDE = 10
const EDGE = 3

export const rowsPerPage = (room: Room, group: string): number =>
  group === 'slide' ? Math.min(MOST_ON_SLIDE, rowsHeld(room, LEAST_ROW)) : rowsHeld(room, ROW)

const rowsHeld = ({ frame, type }: Room, row: number): number =>
  Math.max(1, Math.floor((frame.height - type.body * HEAD) / (type.body * row) + 1e-6))

/** Equal on all pages of a table: as if each were full. */
const rowHeight = (room: Room, group: string): number =>
  Math.min(
    room.type.body * ROW,
    (room.frame.height - room.type.body * HEAD) / Math.max(1, rowsPerPage(room, group)),
  )

/** Heads are a little smaller than the body, but no smaller than a label. */
const headSize = ({ body, label }: Sizes) => Math.max(label, body * HEAD_SIZE)
type Sizes = Pick<Room['type'], 'body' | 'label'>

export interface Fitted {
  /** Places of the columns kept, and their widths. */
  kept: { index: number; width: number }[]
  left: TableColumn[]
  cut: boolean
}

/** Columns leave from the right until the others fit; what is over is shared out. */
export function fitColumns(
  { columns, rows }: TableRows,
  width: number,
  type: Sizes,
  measure: Measure,
): Fitted {
  const size = type.body
  const inset = 2 * size * INSET
  const wants = columns.map((column, i) => {
    const head = measure(column.head, headSize(type), 600)
    const widest = rows.reduce((most, { cells }) => Math.max(most, measure(cells[i] ?? '', size, 600)), head)
    return {
      index: i,
      column,
      wanted: widest + inset,
      width: column.numeric ? widest + inset : Math.min(widest + inset, width * MOST_WORDS),
    }
  })
  let kept = wants
  const total = () => kept.reduce((sum, each) => sum + each.width, 0)
  while (total() > width && kept.some(({ column }) => !column.always)) {
    const last = kept.findLast(({ column }) => !column.always)
    kept = kept.filter((each) => each !== last)
  }
  // Words give way where even the columns that must stay are too wide.
  const over = total() - width
  const words = kept.filter(({ column }) => !column.numeric).reduce((sum, each) => sum + each.width, 0)
  if (over > 0 && words > 0)
    kept = kept.map((each) =>
      each.column.numeric
        ? each
        : { ...each, width: Math.max(size * 3, each.width - (over * each.width) / words) },
    )
  const spare = Math.max(0, width - total()) / Math.max(1, kept.length - 1)
  const fitted = kept.map((each, i) => ({ ...each, width: each.width + (i === 0 ? 0 : spare) }))
  return {
    kept: fitted.map(({ index, width: own }) => ({ index, width: own })),
    left: columns.filter((column) => !kept.some((each) => each.column === column)),
    cut: fitted.some((each) => each.width < each.wanted - 0.5),
  }
}

/** @param rows those of this page */
export function tablePart(
  table: TableRows,
  rows: TableRows['rows'],
  { kept }: Fitted,
  room: Room,
  { measure, preset }: PlateOptions,
): TablePart {
  const { frame, type } = room
  const size = type.body
  const height = rowHeight(room, preset.group)
  const inset = size * INSET
  const ink: Rule = { tone: 'ink', width: 0.96 }
  const columns = kept.map(({ index, width }) => ({ width, column: table.columns[index] }))
  /** The words of one column: names that are cut still tell one row from the next. */
  const fitColumn = (c: number, weight: 400 | 600) =>
    fitNames(
      rows.map(({ cells }) => cells[kept[c]?.index ?? 0] ?? ''),
      (kept[c]?.width ?? 0) - 2 * inset + 0.01,
      (words) => measure(words, size, weight),
    )
  const fitted = kept.map((_, c) => ({ 400: fitColumn(c, 400), 600: fitColumn(c, 600) }))
  return {
    kind: 'table',
    name: table.name,
    alt: table.alt,
    x: frame.x,
    y: frame.y,
    columns: columns.map(({ width, column }) => ({
      width,
      align: column?.numeric ? 'right' : 'left',
      left: inset,
      right: inset,
    })),
    rows: [
      {
        height: size * HEAD,
        head: true,
        cells: columns.map(({ column }): Cell => ({
          runs: [{ text: column?.head ?? '' }],
          size: headSize(type),
          tone: column?.leading ? 'ink' : 'ink2',
          weight: column?.leading ? 600 : 400,
          bottom: ink,
        })),
      },
      ...rows.map(({ cells, highlighted }, r) => ({
        height,
        cells: kept.map(({ index }, c): Cell => {
          const column = table.columns[index]
          const weight = highlighted || column?.leading ? 600 : 400
          const bottom: Rule = { tone: (r + 1) % 5 === 0 ? 'line3' : 'line', width: 0.6 }
          return {
            runs: [{ text: fitted[c]?.[weight][r] ?? cells[index] ?? '' }],
            weight,
            tone: highlighted ? 'needleText' : column?.aside ? 'ink2' : 'ink',
            ...(highlighted ? { fill: 'wash' as const } : {}),
            ...(highlighted && c === 0 ? { edge: { tone: 'needle' as const, width: EDGE } } : {}),
            bottom,
          }
        }),
      })),
    ],
    size,
  }
}
