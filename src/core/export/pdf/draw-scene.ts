/** Items of a scene as vectors and text of a PDF page. */
import type {
  CircleItem,
  Clip,
  LineItem,
  PathItem,
  SceneItem,
  TextItem,
} from '../../../shared/figures/scene.ts'
import { linesOf } from '../../../shared/figures/scene.ts'
import type { TextMetrics } from '../../drawing/text-metrics.ts'
import { drawnWeight } from '../../drawing/text-metrics.ts'
import type { Pdf } from './document.ts'

export function drawItems(doc: Pdf, items: readonly SceneItem[], metrics: TextMetrics): void {
  for (const item of items) {
    doc.save()
    clipTo(doc, item.clip)
    if (item.type === 'path') drawPath(doc, item)
    else if (item.type === 'circle') drawCircle(doc, item)
    else if (item.type === 'line') drawLine(doc, item)
    else drawText(doc, item, metrics)
    doc.restore()
  }
}

function clipTo(doc: Pdf, clip: Clip | null): void {
  if (clip === null) return
  clipTo(doc, clip.within)
  doc.path(clip.d).clip()
}

interface Paint {
  colour: [number, number, number]
  opacity: number
}

/** `#rrggbb`, `#rrggbbaa`, `rgb(…)` and `rgba(…)`, with the item's own opacity. */
export function paintOf(colour: string, opacity: number): Paint {
  const listed = /^rgba?\(([^)]+)\)$/.exec(colour)?.[1]
  if (listed !== undefined) {
    const [r = 0, g = 0, b = 0, a = 1] = listed.split(',').map(Number)
    return { colour: [r, g, b], opacity: a * opacity }
  }
  const digits =
    colour.length === 4 ? [...colour.slice(1)].map((digit) => digit + digit).join('') : colour.slice(1)
  const byte = (at: number) => Number.parseInt(digits.slice(at, at + 2), 16)
  const alpha = digits.length === 8 ? byte(6) / 255 : 1
  return { colour: [byte(0), byte(2), byte(4)], opacity: alpha * opacity }
}

function fillWith(doc: Pdf, colour: string, opacity: number): void {
  const paint = paintOf(colour, opacity)
  doc.fillColor(paint.colour)
  if (paint.opacity < 1) doc.fillOpacity(paint.opacity)
}

function strokeWith(doc: Pdf, colour: string, opacity: number, width: number): void {
  const paint = paintOf(colour, opacity)
  doc.strokeColor(paint.colour).lineWidth(width)
  if (paint.opacity < 1) doc.strokeOpacity(paint.opacity)
}

function drawPath(doc: Pdf, item: PathItem): void {
  const { d, fill, stroke, opacity, dash, cap, join, evenOdd } = item
  if (d === '') return
  if (fill !== null) {
    fillWith(doc, fill, opacity)
    doc.path(d).fill(evenOdd ? 'even-odd' : 'non-zero')
  }
  if (stroke === null || item.strokeWidth <= 0) return
  strokeWith(doc, stroke, opacity, item.strokeWidth)
  doc.lineCap(cap as 'butt' | 'round').lineJoin(join as 'miter' | 'round')
  const [on = 0, off = on] = dash
  if (on > 0) doc.dash(on, { space: off })
  doc.path(d).stroke()
}

function drawCircle(doc: Pdf, { x, y, r, fill, stroke, strokeWidth, opacity }: CircleItem): void {
  if (r <= 0) return
  if (stroke !== null && strokeWidth > 0) {
    strokeWith(doc, stroke, opacity, strokeWidth)
    doc.circle(x, y, r).stroke()
  }
  if (fill === null) return
  fillWith(doc, fill, opacity)
  doc.circle(x, y, r).fill()
}

function drawLine(doc: Pdf, { x1, y1, x2, y2, stroke, strokeWidth, cap, opacity }: LineItem): void {
  strokeWith(doc, stroke, opacity, strokeWidth)
  doc.lineCap(cap).moveTo(x1, y1).lineTo(x2, y2).stroke()
}

function drawText(doc: Pdf, item: TextItem, metrics: TextMetrics): void {
  const { x, y, anchor, size, stroke, strokeWidth, opacity, turn } = item
  if (turn) doc.transform(...turn, x, y)
  const at = turn ? { x: -x, y: -y } : { x: 0, y: 0 }
  for (const line of linesOf(item)) {
    const weight = drawnWeight(line.text, line.weight, metrics.covers)
    doc.font(String(weight), size)
    const width = anchor === 'start' ? 0 : doc.widthOfString(line.text)
    const left = x + at.x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
    const plain = { lineBreak: false, baseline: 'alphabetic' } as const
    const top = line.y + at.y
    if (stroke !== null && strokeWidth > 0) {
      strokeWith(doc, stroke, opacity, strokeWidth)
      doc.lineJoin('round').text(line.text, left, top, { ...plain, stroke: true, fill: false })
    }
    if (line.fill === null) continue
    fillWith(doc, line.fill, opacity)
    doc.text(line.text, left, top, { ...plain, stroke: false, fill: true })
  }
}
