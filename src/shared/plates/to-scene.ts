/** A plate as a scene: what SVG, PNG, PDF and the preview draw. */
import { PALETTES } from '../figures/palette.ts'
import { box, path } from '../figures/scene-items.ts'
import type { Scene, SceneItem } from '../figures/scene.ts'
import { num } from '../figures/scene.ts'
import type { Measure } from '../figures/text.ts'
import { chartItems } from './chart-scene.ts'
import type { Part } from './parts.ts'
import { pictureItems } from './picture-scene.ts'
import type { Plate } from './plate.ts'
import type { Brush } from './shapes.ts'
import { badgeItems, lineItems, markItems, rectItems, textItems } from './shapes.ts'
import { tableParts } from './table-parts.ts'
import { colourOf } from './tones.ts'

/** All lengths in points. @param measure in points, of the face that is drawn */
export function plateScene(plate: Plate, measure: Measure): Scene {
  const palette = PALETTES[plate.theme]
  const { width, height, transparent } = plate
  const ground = transparent ? [] : [box({ x: 0, y: 0, width, height }, { fill: palette.bg })]
  return { width, height, items: [...ground, ...partItems(plate.parts, { palette, measure })] }
}

export function partItems(parts: readonly Part[], brush: Brush): SceneItem[] {
  return parts.flatMap((part) => itemsOf(part, brush))
}

function itemsOf(part: Part, brush: Brush): SceneItem[] {
  switch (part.kind) {
    case 'text':
      return textItems(part, brush)
    case 'line':
      return lineItems(part, brush)
    case 'polyline': {
      const d = part.points.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${num(x)} ${num(y)}`).join('')
      return [path(d, { stroke: colourOf(part.tone, brush.palette), width: part.width })]
    }
    case 'rect':
      return rectItems(part, brush)
    case 'mark':
      return markItems(part.x, part.y, part.mark, brush.palette)
    case 'badge':
      return badgeItems(part, brush)
    case 'table':
      return partItems(tableParts(part, brush.measure), brush)
    case 'chart':
      return chartItems(part, brush)
    case 'picture':
      return pictureItems(part)
    case 'group':
      return partItems(part.parts, brush)
  }
}
