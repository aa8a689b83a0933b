/** Texts, lines, boxes and marks of a plate as items of a scene. */
import type { FigurePalette } from '../figures/palette.ts'
import { box, path } from '../figures/scene-items.ts'
import type { SceneItem, TextItem } from '../figures/scene.ts'
import { num } from '../figures/scene.ts'
import type { Measure } from '../figures/text.ts'
import type { BadgePart, LinePart, Mark, RectPart, Run, TextPart } from './parts.ts'
import { colourOf } from './tones.ts'

/** What the drawing of a part needs to know. */
export interface Brush {
  palette: FigurePalette
  /** In points. */
  measure: Measure
}

/** Runs of one line stand side by side; each is a text of its own. */
export function textItems(part: TextPart, { palette, measure }: Brush): SceneItem[] {
  const plain = { type: 'text', opacity: 1, clip: null, turn: null } as const
  const weightOf = (run: Run) => run.weight ?? part.weight
  const sizeOf = (run: Run) => run.size ?? part.size
  return part.lines.flatMap((runs, index) => {
    const shown = runs.filter(({ text }) => text !== '')
    const widths = shown.map((run) => measure(run.text, sizeOf(run), weightOf(run)))
    const width = widths.reduce((sum, each) => sum + each, 0)
    const start =
      part.align === 'left' ? part.x : part.align === 'right' ? part.x - width : part.x - width / 2
    const y = part.y + index * part.leading
    let x = start
    return shown.map((run, i): TextItem => {
      const single = shown.length === 1
      const item: TextItem = {
        ...plain,
        text: run.text,
        x: single ? part.x : x,
        y,
        anchor: !single || part.align === 'left' ? 'start' : part.align === 'right' ? 'end' : 'middle',
        size: sizeOf(run),
        weight: weightOf(run),
        fill: colourOf(run.tone ?? part.tone, palette),
        stroke: part.halo ? palette.bg : null,
        strokeWidth: part.halo ? sizeOf(run) * 0.3 : 0,
      }
      x += widths[i] ?? 0
      return item
    })
  })
}

const DASHES = {
  dot: (width: number) => [width, width * 1.6],
  dash: (width: number) => [width * 4, width * 3],
}

export function lineItems(part: LinePart, { palette }: Brush): SceneItem[] {
  const { x1, y1, x2, y2, width, arrow = false, dash } = part
  const colour = colourOf(part.tone, palette)
  const length = Math.hypot(x2 - x1, y2 - y1)
  const head = arrow && length > 0 ? Math.min(length, width * 4) : 0
  const [ux, uy] = length > 0 ? [(x2 - x1) / length, (y2 - y1) / length] : [0, 0]
  // The shaft ends inside the head, so that its blunt end does not show.
  const [ex, ey] = [x2 - ux * head * 0.8, y2 - uy * head * 0.8]
  const shaft = path(`M${num(x1)} ${num(y1)}L${num(ex)} ${num(ey)}`, {
    stroke: colour,
    width,
    ...(dash ? { dash: DASHES[dash](width) } : {}),
  })
  if (head === 0) return [shaft]
  const [bx, by] = [x2 - ux * head, y2 - uy * head]
  const half = head * 0.45
  const tip = `M${num(x2)} ${num(y2)}L${num(bx - uy * half)} ${num(by + ux * half)}L${num(bx + uy * half)} ${num(by - ux * half)}Z`
  return [shaft, path(tip, { fill: colour })]
}

export function rectItems({ box: at, fill, stroke, hatched }: RectPart, { palette }: Brush): SceneItem[] {
  const items: SceneItem[] = []
  if (fill) items.push(box(at, { fill: colourOf(fill, palette) }))
  if (hatched) items.push(hatch(at, palette))
  if (stroke) {
    const dash = stroke.dash ? { dash: [stroke.width * 3, stroke.width * 2.4] } : {}
    items.push(box(at, { stroke: colourOf(stroke.tone, palette), width: stroke.width, ...dash }))
  }
  return items
}

const HATCH_STEP = 4.8

/** Diagonals cut at the box's edges by arithmetic, so that no clip is needed. */
function hatch({ x, y, width, height }: RectPart['box'], palette: FigurePalette): SceneItem {
  let d = ''
  for (let offset = HATCH_STEP / 2 - height; offset < width; offset += HATCH_STEP) {
    const from = Math.max(0, offset)
    const to = Math.min(width, offset + height)
    if (to <= from) continue
    d += `M${num(x + from)} ${num(y + height - (from - offset))}L${num(x + to)} ${num(y + height - (to - offset))}`
  }
  return path(d, { stroke: palette.hatch, width: 0.6 })
}

/** Width of a mark's outline, in the unit of its size. */
export const markStroke = (size: number): number => Math.max(0.75, size * 0.16)

/** Half of its size from the middle to the edge, whatever the shape. */
export function markItems(x: number, y: number, mark: Mark, palette: FigurePalette): SceneItem[] {
  const r = mark.size / 2
  const colour = colourOf(mark.tone, palette)
  const width = markStroke(mark.size)
  const fill = mark.hollow ? palette.bg : colour
  const ring = { fill, stroke: colour, strokeWidth: width }
  const n = (dx: number, dy: number) => `${num(x + dx)} ${num(y + dy)}`
  switch (mark.shape) {
    case 'circle':
      // A scene's circle covers the inner half of its rim.
      return [{ type: 'circle', x, y, r: r - width, ...ring, strokeWidth: 2 * width, opacity: 1, clip: null }]
    case 'square': {
      const side = 2 * r - width
      return [
        box({ x: x - side / 2, y: y - side / 2, width: side, height: side }, { fill, stroke: colour, width }),
      ]
    }
    case 'triangle':
      return [path(`M${n(0, -r)}L${n(r, r * 0.8)}L${n(-r, r * 0.8)}Z`, { fill, stroke: colour, width })]
    case 'diamond':
      return [path(`M${n(0, -r)}L${n(r, 0)}L${n(0, r)}L${n(-r, 0)}Z`, { fill, stroke: colour, width })]
    case 'cross': {
      const d = `M${n(-r, -r)}L${n(r, r)}M${n(-r, r)}L${n(r, -r)}`
      return [path(d, { stroke: colour, width: width * 1.3 })]
    }
  }
}

export function badgeItems({ x, y, letter, side, size, tone }: BadgePart, brush: Brush): SceneItem[] {
  return [
    box(
      { x: x - side / 2, y: y - side / 2, width: side, height: side },
      { fill: colourOf(tone, brush.palette) },
    ),
    ...textItems(
      {
        kind: 'text',
        role: 'label',
        x,
        y: y + size * 0.35,
        lines: [[{ text: letter }]],
        leading: size,
        size,
        weight: 600,
        tone: 'bg',
        align: 'center',
      },
      brush,
    ),
  ]
}
