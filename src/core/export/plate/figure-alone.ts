/** The figure of a plate without the words around it, for pages and documents that say those themselves. */
import type { Part, Rectangle } from '../../../shared/plates/parts.ts'
import type { Plate } from '../../../shared/plates/plate.ts'

const AROUND = new Set(['title', 'subtitle', 'source', 'page'])

export function isAround(part: Part, { frame }: Pick<Plate, 'frame'>): boolean {
  if (part.kind === 'text') return AROUND.has(part.role)
  if (part.kind === 'line') return part.y1 > frame.y + frame.height && part.y2 > frame.y + frame.height
  return part.kind === 'group' && markOf([part]) !== null && part.parts.every(isOfMark)
}

const isOfMark = (part: Part): boolean =>
  part.kind === 'rect' || (part.kind === 'text' && part.role === 'mark')

/** What the dashed box says of printed and sample numbers; null where there is none. */
export function markOf(parts: readonly Part[]): string | null {
  for (const part of parts) {
    if (part.kind === 'text' && part.role === 'mark')
      return part.lines.map((runs) => runs.map(({ text }) => text).join('')).join(' ')
    if (part.kind === 'group') {
      const found = markOf(part.parts)
      if (found !== null) return found
    }
  }
  return null
}

export interface FigureAlone {
  parts: Part[]
  /** Where they stand on the plate, in points: the width of its frame, from the first part's top to the last one's end. */
  view: Rectangle
}

/**
 * A legend beside the subtitle belongs to the figure; room that the last rows leave free does not.
 * @param withMark keeps the box that says what is sample: for pictures that may be taken out of their document
 */
export function figureAlone(plate: Pick<Plate, 'parts' | 'frame'>, withMark = false): FigureAlone {
  const { frame } = plate
  const parts = plate.parts.filter((part) => !isAround(part, plate) || (withMark && part.kind === 'group'))
  const spans = parts.flatMap(spanOf)
  const top = Math.min(frame.y, ...spans.map(([from]) => from))
  const end = Math.min(frame.y + frame.height, Math.max(top + 1, ...spans.map(([, to]) => to)))
  return { parts, view: { x: frame.x, y: top, width: frame.width, height: end - top } }
}

type Span = readonly [top: number, bottom: number]

function spanOf(part: Part): Span[] {
  switch (part.kind) {
    case 'text':
      return [[part.y - part.size, part.y + (part.lines.length - 1) * part.leading + part.size * 0.3]]
    case 'line':
      return [[Math.min(part.y1, part.y2) - part.width, Math.max(part.y1, part.y2) + part.width]]
    case 'polyline':
      return part.points.map(([, y]): Span => [y - part.width, y + part.width])
    case 'rect':
      return [boxSpan(part.box)]
    case 'picture':
      return [boxSpan(part.box)]
    case 'mark':
      return [[part.y - part.mark.size / 2, part.y + part.mark.size / 2]]
    case 'badge':
      return [[part.y - part.side / 2, part.y + part.side / 2]]
    case 'table':
      return [[part.y, part.y + part.rows.reduce((sum, { height }) => sum + height, 0) + 1]]
    case 'chart':
      return [chartSpan(part)]
    case 'group':
      return part.parts.flatMap(spanOf)
  }
}

const boxSpan = ({ y, height }: Rectangle): Span => [y - 1, y + height + 1]

/** With the words of its axes above and below the plot. */
function chartSpan({ plot, size, value, x, categories }: Extract<Part, { kind: 'chart' }>): Span {
  const stands = (where: 'top' | 'bottom') => value.labels === where || x?.labels === where
  const below = stands('bottom') || categories?.labels === true
  return [plot.y - (stands('top') ? size * 2 : 1), plot.y + plot.height + (below ? size * 2 : 1)]
}
