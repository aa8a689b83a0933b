/** Parts of a plate moved and scaled onto a slide, and the boxes that they take there. All lengths in points. */
import type { Cell, Mark, Part, Rectangle, Rule } from '../../../shared/plates/parts.ts'
import { tableHeight, tableWidth } from '../../../shared/plates/table-parts.ts'
import type { TextFaces } from './text-box.ts'
import { textBox } from './text-box.ts'

/** First scaled about the origin, then moved. */
export interface Placement {
  scale: number
  dx: number
  dy: number
}

export const IN_PLACE: Placement = { scale: 1, dx: 0, dy: 0 }

/** Sets a figure of a size in the middle of another, made smaller or larger so that it fits. */
export function fitted(
  from: { width: number; height: number },
  into: { width: number; height: number },
): Placement {
  const ratio = Math.min(into.width / from.width, into.height / from.height)
  const scale = Math.abs(ratio - 1) < 1e-3 ? 1 : ratio
  return { scale, dx: (into.width - from.width * scale) / 2, dy: (into.height - from.height * scale) / 2 }
}

export const placedParts = (parts: readonly Part[], at: Placement): Part[] =>
  at.scale === 1 && at.dx === 0 && at.dy === 0 ? [...parts] : parts.map((part) => placed(part, at))

function placed(part: Part, at: Placement): Part {
  const { scale, dx, dy } = at
  const x = (value: number) => value * scale + dx
  const y = (value: number) => value * scale + dy
  const s = (value: number) => value * scale
  const box = (of: Rectangle): Rectangle => ({
    x: x(of.x),
    y: y(of.y),
    width: s(of.width),
    height: s(of.height),
  })
  switch (part.kind) {
    case 'text':
      return {
        ...part,
        x: x(part.x),
        y: y(part.y),
        leading: s(part.leading),
        size: s(part.size),
        ...(part.room === undefined ? {} : { room: s(part.room) }),
      }
    case 'line':
      return {
        ...part,
        x1: x(part.x1),
        y1: y(part.y1),
        x2: x(part.x2),
        y2: y(part.y2),
        width: s(part.width),
      }
    case 'polyline':
      return { ...part, points: part.points.map(([px, py]) => [x(px), y(py)]), width: s(part.width) }
    case 'rect':
      return {
        ...part,
        box: box(part.box),
        ...(part.stroke ? { stroke: { ...part.stroke, width: s(part.stroke.width) } } : {}),
      }
    case 'mark':
      return { ...part, x: x(part.x), y: y(part.y), mark: scaledMark(part.mark, scale) }
    case 'badge':
      return { ...part, x: x(part.x), y: y(part.y), side: s(part.side), size: s(part.size) }
    case 'table':
      return {
        ...part,
        x: x(part.x),
        y: y(part.y),
        size: s(part.size),
        columns: part.columns.map((column) => ({
          ...column,
          width: s(column.width),
          left: s(column.left),
          right: s(column.right),
        })),
        rows: part.rows.map((row) => ({
          ...row,
          height: s(row.height),
          cells: row.cells.map((cell) => scaledCell(cell, scale)),
        })),
      }
    case 'chart':
      return {
        ...part,
        plot: box(part.plot),
        size: s(part.size),
        series: part.series.map((series) => ({
          ...series,
          line: series.line === null ? null : s(series.line),
          mark: series.mark && scaledMark(series.mark, scale),
          ...(series.points
            ? {
                points: Object.fromEntries(
                  Object.entries(series.points).map(([row, own]) => [
                    row,
                    { ...own, ...(own.mark ? { mark: scaledMark(own.mark, scale) } : {}) },
                  ]),
                ),
              }
            : {}),
        })),
        ...(part.categories?.size === undefined
          ? {}
          : { categories: { ...part.categories, size: s(part.categories.size) } }),
      }
    case 'picture':
      return { ...part, box: box(part.box) }
    case 'group':
      return { ...part, parts: part.parts.map((each) => placed(each, at)) }
  }
}

const scaledMark = (mark: Mark, scale: number): Mark => ({ ...mark, size: mark.size * scale })

function scaledCell(cell: Cell, scale: number): Cell {
  const rule = (name: 'top' | 'bottom' | 'edge'): Partial<Record<typeof name, Rule>> => {
    const of = cell[name]
    return of ? { [name]: { ...of, width: of.width * scale } } : {}
  }
  return {
    ...cell,
    ...(cell.size === undefined ? {} : { size: cell.size * scale }),
    ...(cell.mark ? { mark: scaledMark(cell.mark, scale) } : {}),
    ...rule('top'),
    ...rule('bottom'),
    ...rule('edge'),
  }
}

/** The box that a part takes, for groups. */
export function partBox(part: Part, faces: TextFaces): Rectangle {
  const around = (x: number, y: number, side: number): Rectangle => ({
    x: x - side / 2,
    y: y - side / 2,
    width: side,
    height: side,
  })
  switch (part.kind) {
    case 'text':
      return textBox(part, faces)
    case 'line':
      return spanOf([
        [part.x1, part.y1],
        [part.x2, part.y2],
      ])
    case 'polyline':
      return spanOf(part.points)
    case 'rect':
    case 'picture':
      return part.box
    case 'mark':
      return around(part.x, part.y, part.mark.size)
    case 'badge':
      return around(part.x, part.y, part.side)
    case 'table':
      return { x: part.x, y: part.y, width: tableWidth(part), height: tableHeight(part) }
    case 'chart':
      return part.plot
    case 'group':
      return unionBox(part.parts.map((each) => partBox(each, faces)))
  }
}

/** The smallest box around points. */
export function spanOf(points: readonly (readonly [x: number, y: number])[]): Rectangle {
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const [x, y] = [Math.min(...xs), Math.min(...ys)]
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}

export const unionBox = (boxes: readonly Rectangle[]): Rectangle =>
  spanOf(
    boxes.flatMap(({ x, y, width, height }): [number, number][] => [
      [x, y],
      [x + width, y + height],
    ]),
  )
