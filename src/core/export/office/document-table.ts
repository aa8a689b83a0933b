/** A table of a plate as a native one of a text document: heads are repeated on each page, rows are not cut in two. */
import type { FigureTheme } from '../../../shared/figures/palette.ts'
import { PALETTES } from '../../../shared/figures/palette.ts'
import type { Cell, MarkShape, Rule, TablePart, Tone } from '../../../shared/plates/parts.ts'
import { tableWidth } from '../../../shared/plates/table-parts.ts'
import { colourOf } from '../../../shared/plates/tones.ts'
import { hex } from './document-styles.ts'
import { el, words } from './xml.ts'

const twentieth = (points: number) => Math.round(points * 20)

/** Signs in place of marks, filled and hollow. */
const SIGNS: Record<MarkShape, readonly [filled: string, hollow: string]> = {
  circle: ['●', '○'],
  triangle: ['▲', '△'],
  diamond: ['◆', '◇'],
  square: ['■', '□'],
  cross: ['×', '×'],
}

/** @param room width that the table takes, in points */
export function tableXml(table: TablePart, theme: FigureTheme, room: number): string {
  const scale = room / Math.max(1, tableWidth(table))
  const widths = table.columns.map(({ width }) => twentieth(width * scale))
  const colour = (tone: Tone) => hex(colourOf(tone, PALETTES[theme]))
  const rows = table.rows.map(({ head = false, cells }) => {
    let column = 0
    const made = cells.map((cell) => {
      const span = cell.span ?? 1
      const width = widths.slice(column, column + span).reduce((sum, each) => sum + each, 0)
      const align = cell.align ?? table.columns[column]?.align ?? 'left'
      column += span
      return cellXml(cell, { width, span, align, head, colour })
    })
    const properties = el('w:trPr', {}, el('w:cantSplit'), head && el('w:tblHeader'))
    return el('w:tr', {}, properties, ...made)
  })
  return (
    el(
      'w:tbl',
      {},
      el(
        'w:tblPr',
        {},
        el('w:tblW', { 'w:w': widths.reduce((sum, each) => sum + each, 0), 'w:type': 'dxa' }),
        el('w:tblLayout', { 'w:type': 'fixed' }),
        el(
          'w:tblCellMar',
          {},
          el('w:left', { 'w:w': 60, 'w:type': 'dxa' }),
          el('w:right', { 'w:w': 60, 'w:type': 'dxa' }),
        ),
        el('w:tblLook', { 'w:firstRow': 1, 'w:noHBand': 1, 'w:noVBand': 1 }),
        el('w:tblCaption', { 'w:val': table.name }),
        el('w:tblDescription', { 'w:val': table.alt }),
      ),
      el('w:tblGrid', {}, ...widths.map((width) => el('w:gridCol', { 'w:w': width }))),
      ...rows,
    ) +
    // Two tables that touch would become one.
    el('w:p', {}, el('w:pPr', {}, el('w:pStyle', { 'w:val': 'Source' })))
  )
}

interface CellPlace {
  width: number
  span: number
  align: 'left' | 'center' | 'right'
  head: boolean
  colour(tone: Tone): string
}

function cellXml(cell: Cell, { width, span, align, head, colour }: CellPlace): string {
  const rule = (name: string, of: Rule | undefined) =>
    of !== undefined &&
    el(name, {
      'w:val': 'single',
      'w:sz': Math.max(2, Math.round(of.width * 8)),
      'w:space': 0,
      'w:color': colour(of.tone),
    })
  const rules = [rule('w:top', cell.top), rule('w:left', cell.edge), rule('w:bottom', cell.bottom)]
  const properties = el(
    'w:tcPr',
    {},
    el('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
    span > 1 && el('w:gridSpan', { 'w:val': span }),
    rules.some((each) => each !== false) && el('w:tcBorders', {}, ...rules),
    cell.fill !== undefined &&
      el('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': colour(cell.fill) }),
    el('w:vAlign', { 'w:val': 'center' }),
  )
  const runs = cell.badge
    ? [{ text: cell.badge.letter, weight: 600 as const, tone: cell.badge.tone }]
    : [
        ...(cell.mark
          ? [{ text: `${SIGNS[cell.mark.shape][cell.mark.hollow ? 1 : 0]} `, tone: cell.mark.tone }]
          : []),
        ...cell.runs,
      ]
  const texts = runs.map((run) =>
    el(
      'w:r',
      {},
      el(
        'w:rPr',
        {},
        (head || ((run as { weight?: number }).weight ?? cell.weight) === 600) && el('w:b'),
        el('w:color', { 'w:val': colour(run.tone ?? cell.tone ?? 'ink') }),
      ),
      words('w:t', run.text, { 'xml:space': 'preserve' }),
    ),
  )
  const paragraph = el(
    'w:p',
    {},
    el('w:pPr', {}, el('w:pStyle', { 'w:val': 'Cell' }), align !== 'left' && el('w:jc', { 'w:val': align })),
    ...texts,
  )
  return el('w:tc', {}, properties, paragraph)
}
