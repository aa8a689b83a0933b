/** A plate on a page, with what it is to a reader who does not see it: headings, paragraphs, tables, a figure with its words. */
import type { FigurePalette } from '../../../shared/figures/palette.ts'
import { PALETTES } from '../../../shared/figures/palette.ts'
import { box } from '../../../shared/figures/scene-items.ts'
import type { Part, TablePart, TextRole } from '../../../shared/plates/parts.ts'
import type { Plate } from '../../../shared/plates/plate.ts'
import { partItems } from '../../../shared/plates/to-scene.ts'
import { tableParts } from '../../../shared/plates/table-parts.ts'
import type { OpenPdf, Structure } from './document.ts'
import { artifact } from './document.ts'
import { drawItems } from './draw-scene.ts'

export interface PlateTags {
  /** Element that the plate's own stand in. */
  within: Structure
  /** Level of its title. */
  heading: 'H1' | 'H2' | 'H3'
  /** Where the plate's corner stands on the page; the page has been moved there. */
  at?: { x: number; y: number } | undefined
}

/** Roles of texts that are read as they stand; those of labels belong to the figure and its words. */
const READ: Partial<Record<TextRole, string>> = {
  subtitle: 'P',
  source: 'P',
  body: 'P',
  number: 'P',
  mark: 'P',
}

/** Draws a plate with its corner at the page's origin; the caller moves the page where it stands elsewhere. */
export function drawPlate(pdf: OpenPdf, plate: Plate, { within, heading, at }: PlateTags): void {
  const { doc, metrics } = pdf
  const palette = PALETTES[plate.theme]
  const draw = (parts: readonly Part[]) => {
    drawItems(doc, partItems(parts, { palette, measure: metrics.width }), metrics)
  }
  if (!plate.transparent) ground(pdf, plate, palette)
  let figure: Structure | null = null
  for (const run of runsOf(plate.parts)) {
    const [first] = run.parts
    if (run.as === 'table' && first?.kind === 'table') drawTable(pdf, first, within, draw)
    else if (run.as === 'figure') {
      if (!figure) {
        figure = doc.struct('Figure', { alt: plate.alt, ...figureBox(plate, at) })
        within.add(figure)
      }
      figure.add(() => {
        draw(run.parts)
      })
    } else if (run.as === 'rule' || run.as === 'page')
      artifact(doc, run.as === 'page' ? 'Pagination' : 'Layout', () => {
        draw(run.parts)
      })
    else
      within.add(
        doc.struct(run.as === 'title' ? heading : run.as, {}, [
          () => {
            draw(run.parts)
          },
        ]),
      )
  }
}

const figureBox = ({ frame: { x, y, width, height } }: Plate, at = { x: 0, y: 0 }) => ({
  bbox: [at.x + x, at.y + y, at.x + x + width, at.y + y + height] as [number, number, number, number],
  placement: 'Block',
})

function ground({ doc, metrics }: OpenPdf, { width, height }: Plate, { bg }: FigurePalette): void {
  artifact(doc, 'Page', () => {
    drawItems(doc, [box({ x: 0, y: 0, width, height }, { fill: bg })], metrics)
  })
}

interface ReadRun {
  /** Tag, or what is drawn and not read. */
  as: string
  parts: Part[]
}

/** Parts in their order of drawing; those of the figure that follow each other are one. */
export function runsOf(parts: readonly Part[]): ReadRun[] {
  const runs: ReadRun[] = []
  for (const part of parts) {
    const as = asRead(part)
    const last = runs.at(-1)
    if (last && last.as === as && (as === 'figure' || as === 'rule')) last.parts.push(part)
    else runs.push({ as, parts: [part] })
  }
  return runs
}

function asRead(part: Part): string {
  if (part.kind === 'table') return 'table'
  if (part.kind === 'line') return 'rule'
  if (part.kind === 'text')
    return part.role === 'title' || part.role === 'page' ? part.role : (READ[part.role] ?? 'figure')
  const isMark =
    part.kind === 'group' && part.parts.some((each) => each.kind === 'text' && each.role === 'mark')
  return isMark ? 'P' : 'figure'
}

/** Rules and grounds first, as nothing is read of them; then cell by cell. */
function drawTable(
  { doc, metrics }: OpenPdf,
  table: TablePart,
  within: Structure,
  draw: (parts: readonly Part[]) => void,
): void {
  const isGround = ({ kind }: Part) => kind === 'rect' || kind === 'line'
  artifact(doc, 'Layout', () => {
    draw(tableParts(table, metrics.width).filter(isGround))
  })
  const element = doc.struct('Table', { title: table.name })
  within.add(element)
  table.rows.forEach((row, r) => {
    const line = doc.struct('TR')
    element.add(line)
    const tag = row.head ? 'TH' : 'TD'
    const options = row.head ? { scope: 'Column' } : {}
    row.cells.forEach((cell, c) => {
      const own = doc.struct(tag, options as object)
      line.add(own)
      const shown = tableParts(cellAlone(table, r, c), metrics.width).filter((part) => !isGround(part))
      if (shown.length > 0)
        own.add(() => {
          draw(shown)
        })
      // What a wide cell covers counts as empty, so that every row has its columns.
      for (let covered = 1; covered < (cell.span ?? 1); covered++)
        line.add(doc.struct(tag, options as object))
    })
  })
}

/** The table with the words of one cell, where they stand. */
function cellAlone(table: TablePart, row: number, column: number): TablePart {
  const y = table.y + table.rows.slice(0, row).reduce((sum, { height }) => sum + height, 0)
  const rows = table.rows.slice(row, row + 1).map((line) => ({
    ...line,
    cells: line.cells.map((cell, c) =>
      c === column ? cell : { runs: [], ...(cell.span === undefined ? {} : { span: cell.span }) },
    ),
  }))
  return { ...table, y, rows }
}
