/** What must hold of every plate, whatever its kind: `expect(plateFaults(plate, measure, type)).toEqual([])`. */
import type { TypeScale } from '../domain/figure-presets.ts'
import type { TextItem } from '../figures/scene.ts'
import { linesOf } from '../figures/scene.ts'
import type { Measure } from '../figures/text.ts'
import type { Part, TextRole } from './parts.ts'
import type { Plate } from './plate.ts'
import { plateScene } from './to-scene.ts'

export interface TextBox {
  text: string
  size: number
  left: number
  right: number
  top: number
  bottom: number
}

/** Parts of a text's size that its letters take above and below the baseline. */
const ABOVE = 0.74
const BELOW = 0.2
/** Points by which boxes may touch. */
const SLACK = 0.6

/** Every line of text that is drawn, with the box that it takes, in points. */
export function textBoxes(plate: Plate, measure: Measure): TextBox[] {
  return plateScene(plate, measure)
    .items.filter((item): item is TextItem => item.type === 'text' && item.turn === null)
    .flatMap((item) =>
      linesOf(item).map(({ text, y, weight }) => {
        const width = measure(text, item.size, weight)
        const left =
          item.anchor === 'start' ? item.x : item.anchor === 'end' ? item.x - width : item.x - width / 2
        return {
          text,
          size: item.size,
          left,
          right: left + width,
          top: y - item.size * ABOVE,
          bottom: y + item.size * BELOW,
        }
      }),
    )
    .filter(({ text }) => text.trim() !== '')
}

const overlap = (a: TextBox, b: TextBox): boolean =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > SLACK &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > SLACK

/** Texts outside the page, texts that overlap or are smaller than the preset allows, axes that Office draws nothing on. */
export function plateFaults(plate: Plate, measure: Measure, type: TypeScale): string[] {
  const boxes = textBoxes(plate, measure)
  const outside = boxes
    .filter(
      ({ left, right, top, bottom }) =>
        left < -SLACK || right > plate.width + SLACK || top < -SLACK || bottom > plate.height + SLACK,
    )
    .map(({ text }) => `outside: ${text}`)
  const touching = boxes.flatMap((box, i) =>
    boxes
      .slice(i + 1)
      .flatMap((other) => (overlap(box, other) ? [`overlap: ${box.text} | ${other.text}`] : [])),
  )
  const small = sizesIn(plate.parts)
    .filter(({ role, size }) => size < leastOf(role, type) - 0.01)
    .map(({ role, size }) => `small: ${role} of ${size.toFixed(2)}`)
  const alt = plate.alt === '' ? ['no alt'] : plate.alt.length > 300 ? [`alt of ${plate.alt.length}`] : []
  return [...outside, ...touching, ...new Set(small), ...alt, ...axisFaults(plate.parts)]
}

/** Office draws no line on an axis whose least value is above its most: such an axis is `reversed`. */
const axisFaults = (parts: readonly Part[]): string[] =>
  parts.flatMap((part) => {
    if (part.kind === 'group') return axisFaults(part.parts)
    if (part.kind !== 'chart') return []
    return [part.value, part.x].flatMap((axis) =>
      axis && axis.min >= axis.max ? [`axis of ${part.name}: ${axis.min} to ${axis.max}`] : [],
    )
  })

const leastOf = (role: TextRole, type: TypeScale): number =>
  role === 'source' || role === 'page'
    ? type.least
    : role === 'title' || role === 'subtitle'
      ? type[role]
      : type.label

/** Sizes of the text of all parts but pictures, whose own text follows from their scale. */
export function sizesIn(parts: readonly Part[]): { role: TextRole; size: number }[] {
  return parts.flatMap((part) => {
    switch (part.kind) {
      case 'text':
        return [{ role: part.role, size: part.size }]
      case 'group':
        return sizesIn(part.parts)
      case 'badge':
      case 'chart':
        return [{ role: 'label' as const, size: part.size }]
      case 'table':
        return part.rows.flatMap(({ cells }) =>
          cells.map((cell) => ({ role: 'label' as const, size: cell.size ?? part.size })),
        )
      case 'line':
      case 'mark':
      case 'picture':
      case 'polyline':
      case 'rect':
        return []
    }
  })
}
