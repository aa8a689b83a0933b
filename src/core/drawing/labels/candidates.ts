/** The places that a label could take: within its circle, beside it, or farther off at the end of a leader. */
import { isRightToLeft } from '../../../shared/figures/scene.ts'
import { boxInCircle } from './geometry.ts'
import type { Surroundings } from './surroundings.ts'
import type { Box, Candidate, LabelRequest, PlacedLabel } from './types.ts'
import { LABEL_WEIGHT, wrapLabel } from './wrap.ts'

type Place = [x: number, y: number, cost: number]

const [D, A, B] = [0.7071067811865476, 0.9238795325112867, 0.3826834323650898]
/** Directions and what they cost: right is read first, then above and below, left, the corners, what lies between. */
const PLACES: readonly Place[] = [
  [1, 0, 0],
  [-1, 0, 0.12],
  [0, -1, 0.05],
  [0, 1, 0.05],
  [D, -D, 0.2],
  [-D, -D, 0.25],
  [D, D, 0.2],
  [-D, D, 0.25],
  ...[A, -A].flatMap((x) => [-B, B].map((y): Place => [x, y, 0.3])),
  ...[B, -B].flatMap((x) => [-A, A].map((y): Place => [x, y, 0.3])),
]
/** From the circle to a label beside it, and to those at the end of a leader. */
const BESIDE = 2
const LEADERS = [12, 24, 40]
export const FAR_LEADERS = [60, 85, 115, 150, 190]
/** A shorter form costs more, the more is left out. */
const FORM_COSTS = [0, 0.6, 2.2]
const LINE_HEIGHT = 1.14
const ASCENT = 0.9
const PADDING = 1.5
/** Widest line, at a size of 9.5. */
const WIDEST = 118

export interface Effort {
  /** Leaders longer than the usual ones. */
  far: boolean
  /** Leaders may run over circles. */
  over: boolean
  /** Of the usual size of text. */
  scale: number
  withValue: boolean
}

interface Text {
  lines: string[]
  /** Whether the last line is the value. */
  value: boolean
  size: number
  width: number
  height: number
  cost: number
}

/** Cheapest first; ties in the order of trying, so that the same request has the same answer. */
export function candidatesOf(
  circle: number,
  request: LabelRequest,
  around: Surroundings,
  effort: Effort,
): Candidate[] {
  const found: Candidate[] = []
  for (const text of textsOf(circle, request, effort)) {
    const within = withinCircle(circle, text, request)
    if (within && around.cost(within.box, circle) < Infinity)
      found.push({ circle, label: within, cost: text.cost - 0.5 })
    const rings = [BESIDE, ...LEADERS, ...(effort.far ? FAR_LEADERS : [])]
    for (const ring of rings)
      for (const place of PLACES) {
        const label = labelAt(circle, text, place, ring, request)
        const covered = around.cost(label.box, null)
        if (covered === Infinity) continue
        const under = circlesUnder(label, circle, around)
        if (under > 0 && !effort.over) continue
        const far = ring === BESIDE ? place[2] : 0.8 + ring / 20 + place[2] / 4
        found.push({ circle, label, cost: text.cost + covered + far + 1.5 * under })
      }
  }
  return found.sort((a, b) => a.cost - b.cost)
}

function circlesUnder({ leader }: PlacedLabel, circle: number, around: Surroundings): number {
  if (!leader) return 0
  const [x1, y1, x2, y2] = leader
  return around.circlesUnder({ x1, y1, x2, y2 }, circle)
}

/** The forms of a name, each in one or two shapes of lines. */
function textsOf(circle: number, request: LabelRequest, { scale, withValue }: Effort): Text[] {
  const { texts, sizes, measure } = request
  const { forms, value } = texts[circle]!
  const size = sizes(circle) * scale
  const widest = WIDEST * (size / 9.5)
  const met = new Set<string>()
  return forms.flatMap((form, at) => {
    const [most, more] = form.includes('\n') ? [4, 6] : [3, 5]
    const shapes = [widest, widest * 0.72].flatMap((width) => {
      const lines = wrapLabel(form, { size, width, most, measure })
      return lines ? [lines] : []
    })
    // A very long name is wider and higher than others, but it comes out whole.
    if (shapes.length === 0 && at === forms.length - 1) {
      const lines = wrapLabel(form, { size, width: widest * 1.4, most: more, measure })
      shapes.push(lines ?? wrapLabel(form, { size, width: widest * 2.2, most: 99, measure })!)
    }
    return shapes.flatMap((lines) => {
      const key = lines.join('\n')
      if (met.has(key)) return []
      met.add(key)
      const all = value !== null && withValue ? [...lines, value] : lines
      return [
        {
          lines: all,
          value: all.length > lines.length,
          size,
          width: Math.max(...all.map((line) => measure(line, size, LABEL_WEIGHT))) + 2 * PADDING,
          height: all.length * size * LINE_HEIGHT + 2 * PADDING,
          cost: FORM_COSTS[Math.min(at, 2)]!,
        },
      ]
    })
  })
}

function withinCircle(at: number, text: Text, { circles }: LabelRequest): PlacedLabel | null {
  const circle = circles[at]!
  const { x, y } = circle
  const box: Box = [x - text.width / 2, y - text.height / 2, x + text.width / 2, y + text.height / 2]
  return boxInCircle(box, circle, 1)
    ? { ...written(text, box, x, 'middle'), inside: true, leader: null }
    : null
}

function labelAt(
  at: number,
  text: Text,
  [ux, uy]: Place,
  ring: number,
  { circles }: LabelRequest,
): PlacedLabel {
  const { x, y, r } = circles[at]!
  const { width, height } = text
  const [px, py] = [x + (r + ring) * ux, y + (r + ring) * uy]
  const anchor = ux > 0.3 ? 'start' : ux < -0.3 ? 'end' : 'middle'
  const left = anchor === 'start' ? px : anchor === 'end' ? px - width : px - width / 2
  const top = py - height * (uy < -0.9 ? 1 : uy < -0.3 ? 0.75 : uy <= 0.3 ? 0.5 : uy <= 0.9 ? 0.25 : 0)
  const box: Box = [left, top, left + width, top + height]
  const leader = leaderTo(box, circles[at]!, ring)
  // Start and end change sides in a line that is read from the right; its middle does not.
  if (text.lines.some(isRightToLeft))
    return { ...written(text, box, left + width / 2, 'middle'), inside: false, leader }
  const tx =
    anchor === 'start' ? left + PADDING : anchor === 'end' ? left + width - PADDING : left + width / 2
  return { ...written(text, box, tx, anchor), inside: false, leader }
}

/** From the edge of the circle to the nearest point of the box. */
function leaderTo(
  [left, top, right, bottom]: Box,
  { x, y, r }: LabelRequest['circles'][number],
  ring: number,
): PlacedLabel['leader'] {
  if (ring === BESIDE) return null
  const lx = Math.max(left, Math.min(x, right))
  const ly = Math.max(top, Math.min(y, bottom))
  const length = Math.sqrt((lx - x) * (lx - x) + (ly - y) * (ly - y)) || 1
  return [x + ((lx - x) * r) / length, y + ((ly - y) * r) / length, lx, ly]
}

function written(text: Text, box: Box, x: number, anchor: PlacedLabel['anchor']) {
  const { lines, size } = text
  return {
    box,
    lines: lines.map((line, i) => ({
      text: line,
      y: box[1] + PADDING + ASCENT * size + i * size * LINE_HEIGHT,
      value: text.value && i === lines.length - 1,
    })),
    x,
    anchor,
    size,
  }
}
