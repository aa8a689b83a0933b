/** A table of a plate as a native one; marks and badges in its cells stand over it as shapes. */
import type { Cell, Rule, TablePart } from '../../../shared/plates/parts.ts'
import type { Look } from './look.ts'
import { lineXml, NO_FILL, solid } from './look.ts'
import { paragraphXml } from './text-xml.ts'
import { el, emu } from './xml.ts'

/** The style without lines and fills, which every Office program knows. */
export const NO_STYLE = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}'
/** Room that a mark before the words takes, as a part of the text's size (`plates/table-parts.ts`). */
const MARK_ROOM = 1.5
const LEADING = 1.25

/** `a:tbl`. Rows keep their heights: spacing is exact, as else faces of other heights stretch them. */
export function tableXml(table: TablePart, look: Look): string {
  const hasHead = table.rows[0]?.head === true
  const grid = table.rows.map((row) => spread(row.cells, table.columns.length))
  return el(
    'a:tbl',
    {},
    el('a:tblPr', { firstRow: hasHead ? 1 : 0 }, el('a:tableStyleId', {}, NO_STYLE)),
    el('a:tblGrid', {}, ...table.columns.map(({ width }) => el('a:gridCol', { w: emu(width) }))),
    ...table.rows.map((row, r) =>
      el(
        'a:tr',
        { h: emu(row.height) },
        ...table.columns.map((_column, c) => {
          const above = grid[r - 1]?.[c]
          const below = grid[r + 1]?.[c]
          return cellXml(table, r, c, grid[r]?.[c], { above, below }, look)
        }),
      ),
    ),
  )
}

/** A cell by its column, and whether it begins there. */
interface Spread {
  cell: Cell
  begins: boolean
}

function spread(cells: readonly Cell[], columns: number): (Spread | undefined)[] {
  const all: Spread[] = cells.flatMap((cell) =>
    Array.from({ length: cell.span ?? 1 }, (_, i) => ({ cell, begins: i === 0 })),
  )
  return all.slice(0, columns)
}

interface Neighbours {
  above: Spread | undefined
  below: Spread | undefined
}

function cellXml(
  table: TablePart,
  r: number,
  c: number,
  at: Spread | undefined,
  { above, below }: Neighbours,
  look: Look,
): string {
  const empty: Cell = { runs: [] }
  const { cell, begins } = at ?? { cell: empty, begins: true }
  const column = table.columns[c]
  const last = table.columns[c + (begins ? (cell.span ?? 1) - 1 : 0)] ?? column
  const size = cell.size ?? table.size
  const height = table.rows[r]?.height ?? size * LEADING
  const align = cell.mark ? 'left' : (cell.align ?? column?.align ?? 'left')
  const runs = begins && !cell.badge ? cell.runs : []
  const text = paragraphXml(
    [runs],
    {
      size,
      weight: cell.weight ?? 400,
      tone: cell.tone ?? 'ink',
      align,
      leading: Math.min(size * LEADING, height),
    },
    look,
  )
  const left = (column?.left ?? 0) + (cell.mark ? size * MARK_ROOM : 0)
  return el(
    'a:tc',
    begins ? { gridSpan: (cell.span ?? 1) > 1 ? cell.span : undefined } : { hMerge: 1 },
    el('a:txBody', {}, '<a:bodyPr/><a:lstStyle/>', text),
    el(
      'a:tcPr',
      { marL: emu(left), marR: emu(last?.right ?? 0), marT: 0, marB: 0, anchor: 'ctr' },
      edge('a:lnL', begins ? cell.edge : undefined, look),
      edge('a:lnR', undefined, look),
      // Two cells share each line: both name it, as programs differ in whom they ask.
      edge('a:lnT', cell.top ?? above?.cell.bottom, look),
      edge('a:lnB', cell.bottom ?? below?.cell.top, look),
      cell.fill ? solid(cell.fill, look) : NO_FILL,
    ),
  )
}

const edge = (tag: string, rule: Rule | undefined, look: Look): string => lineXml(rule ?? null, look, tag)
