/**
 * A canvas context that records what is drawn on it. It has the members that Chart.js and the figures' own plugins
 * call, needs no DOM, and measures text with the bundled font's widths, so a chart is laid out as on a screen.
 */
import type { Weight } from '../../../shared/figures/text.ts'
import type { Matrix } from './recording-path.ts'
import { IDENTITY, multiply, RecordingPath, scaleOf } from './recording-path.ts'
import type { Clip, PathItem, SceneItem, TextItem } from '../../../shared/figures/scene.ts'
import type { TextMetrics } from '../../drawing/text-metrics.ts'

/** The properties that `save` keeps and `restore` brings back. */
const STATE = [
  'fillStyle',
  'strokeStyle',
  'lineWidth',
  'lineCap',
  'lineJoin',
  'miterLimit',
  'lineDashOffset',
  'globalAlpha',
  'font',
  'textAlign',
  'textBaseline',
  'direction',
  'dash',
  'matrix',
  'clipped',
] as const satisfies (keyof RecordingContext)[]
type State = Pick<RecordingContext, (typeof STATE)[number]>

export interface RecordingCanvas {
  width: number
  height: number
  style: Record<string, string>
  getContext(): RecordingContext
}

const ANCHORS: Record<string, TextItem['anchor']> = { center: 'middle', right: 'end', end: 'end' }

/** Size and weight of a font shorthand such as `600 13.5px 'Science Cities Sans', sans-serif`. */
export function parseFont(font: string): { size: number; weight: Weight } {
  const size = /([\d.]+)px/.exec(font)?.[1]
  const weight = /(?:^|\s)(?:bold|[6-9]00)\s/.test(font) ? 600 : 400
  return { size: size === undefined ? 10 : Number(size), weight }
}

export class RecordingContext {
  /** What was drawn since the canvas was last cleared as a whole, in px. */
  items: SceneItem[] = []
  readonly canvas: RecordingCanvas
  fillStyle = '#000000'
  strokeStyle = '#000000'
  lineWidth = 1
  lineCap = 'butt'
  lineJoin = 'miter'
  miterLimit = 10
  lineDashOffset = 0
  globalAlpha = 1
  font = '10px sans-serif'
  textAlign = 'start'
  textBaseline = 'alphabetic'
  direction = 'ltr'
  /** Read and set through the canvas's own methods. */
  dash: number[] = []
  matrix: Matrix = IDENTITY
  clipped: Clip | null = null
  private readonly metrics: TextMetrics
  private readonly ratio: number
  private saved: State[] = []
  private path = new RecordingPath()

  /** @param ratio device pixel ratio that Chart.js is told; it rounds hairlines by it, so use the screen's 2 */
  constructor(width: number, height: number, metrics: TextMetrics, ratio = 2) {
    this.metrics = metrics
    this.ratio = ratio
    // Chart.js takes this size for px and multiplies it by the ratio itself.
    this.canvas = { width, height, style: {}, getContext: () => this }
  }

  save(): void {
    this.saved.push(Object.fromEntries(STATE.map((name) => [name, this[name]])) as unknown as State)
  }
  restore(): void {
    Object.assign(this, this.saved.pop())
  }

  transform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.matrix = multiply(this.matrix, [a, b, c, d, e, f])
  }
  /** Device pixels come in, px are kept: the ratio is divided out. */
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.matrix = [a, b, c, d, e, f].map((part) => part / this.ratio) as Matrix
  }
  resetTransform(): void {
    this.setTransform(1, 0, 0, 1, 0, 0)
  }
  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y)
  }
  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0)
  }
  rotate(angle: number): void {
    this.transform(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0)
  }

  beginPath(): void {
    this.path = new RecordingPath()
  }
  closePath(): void {
    this.path.close()
  }
  moveTo(x: number, y: number): void {
    this.path.add('M', this.matrix, x, y)
  }
  lineTo(x: number, y: number): void {
    this.path.add('L', this.matrix, x, y)
  }
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.path.add('Q', this.matrix, cx, cy, x, y)
  }
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.path.add('C', this.matrix, ax, ay, bx, by, x, y)
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.path.rect(this.matrix, x, y, width, height)
  }
  arc(x: number, y: number, r: number, start: number, end: number, backwards = false): void {
    this.ellipse(x, y, r, r, 0, start, end, backwards)
  }
  ellipse(
    x: number,
    y: number,
    rx: number,
    ry: number,
    turn: number,
    start: number,
    end: number,
    backwards = false,
  ): void {
    this.path.ellipse(this.matrix, { x, y, rx, ry, turn, start, end, backwards })
  }

  fill(rule?: string): void {
    this.record({ fill: this.fillStyle, evenOdd: rule === 'evenodd' })
  }
  stroke(): void {
    this.record({ stroke: this.strokeStyle })
  }
  clip(): void {
    this.clipped = { d: this.path.d, within: this.clipped }
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.withRect(x, y, width, height, () => this.fill())
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.withRect(x, y, width, height, () => this.stroke())
  }
  /** Chart.js clears the whole canvas before it draws anew; parts are never cleared. */
  clearRect(): void {
    this.items = []
  }

  fillText(text: string, x: number, y: number): void {
    this.recordText(text, x, y, { fill: this.fillStyle })
  }
  strokeText(text: string, x: number, y: number): void {
    this.recordText(text, x, y, { stroke: this.strokeStyle })
  }
  measureText(text: string) {
    const { size, weight } = parseFont(this.font)
    const width = this.metrics.width(text, size, weight)
    return {
      width,
      actualBoundingBoxLeft: 0,
      actualBoundingBoxRight: width,
      actualBoundingBoxAscent: this.metrics.emAscent * size,
      actualBoundingBoxDescent: this.metrics.emDescent * size,
      fontBoundingBoxAscent: this.metrics.ascent * size,
      fontBoundingBoxDescent: this.metrics.descent * size,
    }
  }

  setLineDash(segments: number[]): void {
    this.dash = [...segments]
  }
  getLineDash(): number[] {
    return [...this.dash]
  }

  private withRect(x: number, y: number, width: number, height: number, draw: () => void): void {
    const kept = this.path
    this.path = new RecordingPath()
    this.rect(x, y, width, height)
    draw()
    this.path = kept
  }

  private record(paint: { fill?: string; stroke?: string; evenOdd?: boolean }): void {
    if (this.path.empty) return
    const { matrix, lineWidth, dash, lineCap, lineJoin, globalAlpha, clipped } = this
    const factor = scaleOf(matrix)
    const item: PathItem = {
      type: 'path',
      d: this.path.d,
      fill: paint.fill ?? null,
      stroke: paint.stroke ?? null,
      strokeWidth: lineWidth * factor,
      dash: dash.map((length) => length * factor),
      cap: lineCap,
      join: lineJoin,
      evenOdd: paint.evenOdd ?? false,
      opacity: globalAlpha,
      clip: clipped,
    }
    this.items.push(item)
  }

  private recordText(text: string, x: number, y: number, paint: { fill?: string; stroke?: string }): void {
    if (text === '') return
    const { matrix, font, textAlign, globalAlpha, clipped, lineWidth } = this
    const [a, b, c, d, e, f] = matrix
    const { size, weight } = parseFont(font)
    const baseline = y + this.baselineShift() * size
    const plain = b === 0 && c === 0 && a === d
    const rim = this.rimOf(text, paint)
    const item: TextItem = {
      type: 'text',
      text,
      x: a * x + c * baseline + e,
      // A canvas sets level text on a whole device pixel, so that its stems and bars come out crisp.
      y: plain ? Math.round((d * baseline + f) * this.ratio) / this.ratio : b * x + d * baseline + f,
      anchor: ANCHORS[textAlign] ?? 'start',
      size: plain ? size * a : size,
      weight,
      fill: paint.fill ?? null,
      stroke: paint.stroke ?? rim?.stroke ?? null,
      strokeWidth: paint.stroke === undefined ? (rim?.strokeWidth ?? 0) : lineWidth * scaleOf(matrix),
      turn: plain ? null : [a, b, c, d],
      opacity: globalAlpha,
      clip: clipped,
    }
    if (rim) this.items.pop()
    this.items.push(item)
  }

  /** A rim stroked just before its letters becomes one text with them, so that a label is found once. */
  private rimOf(text: string, paint: { fill?: string }): TextItem | null {
    const before = this.items.at(-1)
    const pair =
      paint.fill !== undefined && before?.type === 'text' && before.text === text && before.fill === null
    return pair ? before : null
  }

  /** From the named baseline down to the alphabetic one, as a share of the size. */
  private baselineShift(): number {
    const { emAscent, emDescent } = this.metrics
    switch (this.textBaseline) {
      case 'top':
      case 'hanging':
        return emAscent
      case 'middle':
        return (emAscent - emDescent) / 2
      case 'bottom':
      case 'ideographic':
        return -emDescent
      default:
        return 0
    }
  }
}
