/** A table as texts, lines and boxes: how it is drawn where it is not native. */
import type { Measure } from '../figures/text.ts'
import type { Cell, Part, TablePart } from './parts.ts'

/** Room that a mark before the words takes, as a part of the text's size. */
const MARK_ROOM = 1.5

export const tableWidth = (table: TablePart): number =>
  table.columns.reduce((sum, { width }) => sum + width, 0)
export const tableHeight = (table: TablePart): number =>
  table.rows.reduce((sum, { height }) => sum + height, 0)

/** Width that a cell's words and mark take, without the insets of its column. */
export function cellWidth(table: TablePart, cell: Cell, measure: Measure): number {
  const size = cell.size ?? table.size
  const words = cell.runs.reduce(
    (sum, run) => sum + measure(run.text, size, run.weight ?? cell.weight ?? 400),
    0,
  )
  return words + (cell.mark ? size * MARK_ROOM : 0)
}

export function tableParts(table: TablePart, measure: Measure): Part[] {
  const under: Part[] = []
  const over: Part[] = []
  let y = table.y
  for (const row of table.rows) {
    let x = table.x
    for (let c = 0, i = 0; c < table.columns.length; i++) {
      const cell = row.cells[i]
      const span = cell?.span ?? 1
      const columns = table.columns.slice(c, c + span)
      const width = columns.reduce((sum, column) => sum + column.width, 0)
      if (cell) {
        const { left = 0, align = 'left' } = columns[0] ?? {}
        const right = columns.at(-1)?.right ?? 0
        const at = { x, y, width, height: row.height }
        ground(cell, at, under)
        words(table, cell, { ...at, left, right, align: cell.align ?? align }, measure, over)
      }
      x += width
      c += span
    }
    y += row.height
  }
  return [...under, ...over]
}

interface Place {
  x: number
  y: number
  width: number
  height: number
}

function ground(cell: Cell, at: Place, under: Part[]): void {
  if (cell.fill) under.push({ kind: 'rect', box: { ...at }, fill: cell.fill })
  const rule = (y: number, { tone, width }: { tone: Cell['tone'] & string; width: number }) =>
    under.push({ kind: 'line', x1: at.x, y1: y, x2: at.x + at.width, y2: y, tone, width })
  if (cell.top) rule(at.y, cell.top)
  if (cell.bottom) rule(at.y + at.height, cell.bottom)
  if (cell.edge)
    under.push({
      kind: 'rect',
      box: { x: at.x, y: at.y, width: cell.edge.width, height: at.height },
      fill: cell.edge.tone,
    })
}

function words(
  table: TablePart,
  cell: Cell,
  at: Place & { left: number; right: number; align: 'left' | 'center' | 'right' },
  measure: Measure,
  over: Part[],
): void {
  const size = cell.size ?? table.size
  const middle = at.y + at.height / 2
  const inner = { from: at.x + at.left, to: at.x + at.width - at.right }
  if (cell.badge) {
    const half = size * 0.75
    const x =
      at.align === 'right'
        ? inner.to - half
        : at.align === 'left'
          ? inner.from + half
          : (inner.from + inner.to) / 2
    over.push({ kind: 'badge', x, y: middle, side: half * 2, size, ...cell.badge })
    return
  }
  let from = inner.from
  if (cell.mark) {
    const taken = cellWidth(table, cell, measure)
    if (at.align === 'right') from = inner.to - taken
    over.push({ kind: 'mark', x: from + cell.mark.size / 2, y: middle, mark: cell.mark })
    from += size * MARK_ROOM
  }
  if (cell.runs.every(({ text }) => text === '')) return
  const align = cell.mark ? 'left' : at.align
  over.push({
    kind: 'text',
    role: 'label',
    x: align === 'right' ? inner.to : align === 'left' ? from : (inner.from + inner.to) / 2,
    y: middle + size * 0.35,
    lines: [cell.runs],
    leading: size * 1.3,
    size,
    weight: cell.weight ?? 400,
    tone: cell.tone ?? 'ink',
    align,
  })
}
