/** Shapes of a slide: what every one has in common, and the forms that plates use. */
import { markStroke } from '../../../shared/plates/shapes.ts'
import type {
  BadgePart,
  LinePart,
  MarkPart,
  PolylinePart,
  Rectangle,
  RectPart,
} from '../../../shared/plates/parts.ts'
import type { Look } from './look.ts'
import { lineXml, NO_FILL, solid } from './look.ts'
import { spanOf } from './place.ts'
import { bodyProperties, paragraphXml } from './text-xml.ts'
import { el, emu } from './xml.ts'

/** What a shape is called, and what it says to readers who do not see it. */
export interface Naming {
  id: number
  name: string
  alt?: string | undefined
  /** Says nothing that the alternative text of the figure does not say. */
  decorative?: boolean | undefined
}

const DECORATIVE = el(
  'a:extLst',
  {},
  el(
    'a:ext',
    { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' },
    el('adec:decorative', {
      'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative',
      val: 1,
    }),
  ),
)

export const named = ({ id, name, alt, decorative = false }: Naming): string =>
  el('p:cNvPr', { id, name, descr: alt }, decorative && DECORATIVE)

/** Place and size. @param tag `a:xfrm` of shapes, `p:xfrm` of frames */
export const transform = (
  { x, y, width, height }: Rectangle,
  tag = 'a:xfrm',
  flips: { flipH?: number | undefined; flipV?: number | undefined } = {},
): string =>
  el(tag, flips, el('a:off', { x: emu(x), y: emu(y) }), el('a:ext', { cx: emu(width), cy: emu(height) }))

export const preset = (form: string): string => el('a:prstGeom', { prst: form }, '<a:avLst/>')

interface Shape {
  naming: Naming
  box: Rectangle
  geometry: string
  /** `a:solidFill` … */
  fill: string
  line: string
  /** `p:txBody`. */
  text?: string
}

export const shapeXml = ({ naming, box, geometry, fill, line, text }: Shape): string =>
  el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, named(naming), '<p:cNvSpPr/><p:nvPr/>'),
    el('p:spPr', {}, transform(box), geometry, fill, line),
    text ?? false,
  )

export function lineShape(part: LinePart, naming: Naming, look: Look): string {
  const { x1, y1, x2, y2 } = part
  const flips = { flipH: x2 < x1 ? 1 : undefined, flipV: y2 < y1 ? 1 : undefined }
  const box = spanOf([
    [x1, y1],
    [x2, y2],
  ])
  return el(
    'p:cxnSp',
    {},
    el('p:nvCxnSpPr', {}, named(naming), '<p:cNvCxnSpPr/><p:nvPr/>'),
    el('p:spPr', {}, transform(box, 'a:xfrm', flips), preset('line'), lineXml(part, look)),
  )
}

export function polylineShape({ points, tone, width }: PolylinePart, naming: Naming, look: Look): string {
  const box = spanOf(points)
  const path = points.map(([x, y]): [number, number] => [x - box.x, y - box.y])
  return shapeXml({
    naming,
    box,
    geometry: openPaths([path], box),
    fill: NO_FILL,
    line: lineXml({ tone, width }, look),
  })
}

/** Lines through points, which are counted from the box's corner. */
function openPaths(paths: readonly (readonly [number, number][])[], box: Rectangle): string {
  const step = ([x, y]: readonly [number, number], i: number) =>
    el(i === 0 ? 'a:moveTo' : 'a:lnTo', {}, el('a:pt', { x: emu(x), y: emu(y) }))
  return el(
    'a:custGeom',
    {},
    '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>',
    el('a:rect', { l: 0, t: 0, r: 'r', b: 'b' }),
    el(
      'a:pathLst',
      {},
      ...paths.map((points) =>
        el(
          'a:path',
          { w: emu(box.width), h: emu(box.height), fill: 'none' },
          ...points.map((point, i) => step(point, i)),
        ),
      ),
    ),
  )
}

export function rectShape({ box, fill, stroke, hatched }: RectPart, naming: Naming, look: Look): string {
  const pattern = el(
    'a:pattFill',
    { prst: 'wdUpDiag' },
    el('a:fgClr', {}, look.colour('hatch')),
    el('a:bgClr', {}, look.colour(fill ?? 'bg')),
  )
  return shapeXml({
    naming,
    box,
    geometry: preset('rect'),
    fill: hatched ? pattern : fill ? solid(fill, look) : NO_FILL,
    line: lineXml(stroke ?? null, look),
  })
}

const FORMS = { circle: 'ellipse', square: 'rect', triangle: 'triangle', diamond: 'diamond' } as const

/** The outline lies half outside a shape, so that the shape is smaller by it. */
export function markShape({ x, y, mark }: MarkPart, naming: Naming, look: Look): string {
  const width = markStroke(mark.size)
  const { shape, tone, hollow } = mark
  const side = shape === 'cross' ? mark.size : mark.size - width
  const box = { x: x - side / 2, y: y - side / 2, width: side, height: side }
  if (shape !== 'cross')
    return shapeXml({
      naming,
      box,
      geometry: preset(FORMS[shape]),
      fill: solid(hollow ? 'bg' : tone, look),
      line: lineXml({ tone, width }, look),
    })
  const strokes: [number, number][][] = [
    [
      [0, 0],
      [side, side],
    ],
    [
      [0, side],
      [side, 0],
    ],
  ]
  return shapeXml({
    naming,
    box,
    geometry: openPaths(strokes, box),
    fill: NO_FILL,
    line: lineXml({ tone, width: width * 1.3 }, look),
  })
}

export function badgeShape(
  { x, y, letter, side, size, tone }: BadgePart,
  naming: Naming,
  look: Look,
): string {
  const text = paragraphXml([[{ text: letter }]], { size, weight: 600, tone: 'bg', align: 'center' }, look)
  return shapeXml({
    naming,
    box: { x: x - side / 2, y: y - side / 2, width: side, height: side },
    geometry: preset('rect'),
    fill: solid(tone, look),
    line: lineXml(null, look),
    text: el('p:txBody', {}, bodyProperties(), '<a:lstStyle/>', text),
  })
}
