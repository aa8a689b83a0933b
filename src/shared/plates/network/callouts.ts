/** The strongest pairs of a network: numbered on their lines, and told beside the drawing. */
import { label } from '../label.ts'
import type { DrawnEdge, DrawnNode, Rectangle } from '../../contract/drawings.ts'
import type { Language } from '../../domain/language.ts'
import { PALETTES } from '../../figures/palette.ts'
import type { SceneItem } from '../../figures/scene.ts'
import { wrapText } from '../../figures/text.ts'
import { formatFigure } from '../../format/figures.ts'
import { shortName } from '../../format/names.ts'
import { translate } from '../../i18n/index.ts'
import type { Part } from '../parts.ts'
import type { PlateOptions } from '../plate.ts'
import type { Point } from './scene.ts'
import { courseOf, pointOn } from './scene.ts'

export const MOST_CALLOUTS = 3
/** Radius of a number's ring, as a part of the words' size. */
const RING = 0.77

export interface Callout {
  a: DrawnNode
  b: DrawnNode
  edge: DrawnEdge
  /** Where its number stands on the line. */
  at: Point
}

const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74]

/** The strongest pairs (of the node being read, where there is one) whose numbers find a free place on their lines. */
export function calloutsOf(
  nodes: readonly DrawnNode[],
  edges: readonly DrawnEdge[],
  focus: string | null,
  size: number,
  most: number,
): Callout[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const own = edges.filter(({ a, b }) => focus === null || a === focus || b === focus)
  const found: Callout[] = []
  for (const edge of own) {
    if (found.length === most) break
    const [a, b] = [byId.get(edge.a), byId.get(edge.b)]
    if (!a || !b) continue
    const at = placeOn(edge, a, b, nodes, found, size)
    // The strongest is told first or not at all: no weaker one stands in its place.
    if (!at) break
    found.push({ edge, at, ...(b.id === focus ? { a: b, b: a } : { a, b }) })
  }
  return found
}

function placeOn(
  edge: DrawnEdge,
  a: DrawnNode,
  b: DrawnNode,
  nodes: readonly DrawnNode[],
  found: readonly Callout[],
  size: number,
): Point | null {
  const course = courseOf(edge, a, b, nodes)
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const radius = size * RING
  const places = ALONG.map((part) => pointOn(course, (a.r + part * Math.max(0, length - a.r - b.r)) / length))
  const isFree = ({ x, y }: Point) =>
    nodes.every((node) => Math.hypot(node.x - x, node.y - y) > node.r + radius * 0.9) &&
    found.every(({ at }) => Math.hypot(at.x - x, at.y - y) > 2.2 * radius)
  return places.find(isFree) ?? null
}

export const calloutBoxes = (callouts: readonly Callout[], size: number): Rectangle[] =>
  callouts.map(({ at }) => {
    const r = size * (RING + 0.15)
    return { x: at.x - r, y: at.y - r, width: 2 * r, height: 2 * r }
  })

interface Told {
  items: SceneItem[]
  parts: Part[]
}

type Asked = Pick<PlateOptions, 'theme' | 'language' | 'measure'>

const ringed = (
  n: number,
  { x, y }: Point,
  size: number,
  tone: 'needleText' | 'ink',
  theme: Asked['theme'],
): Told => ({
  items: [
    {
      type: 'circle',
      x,
      y,
      r: size * RING,
      fill: PALETTES[theme].bg,
      stroke: PALETTES[theme][tone],
      strokeWidth: 1,
      opacity: 1,
      clip: null,
    },
  ],
  parts: [label(String(n), x, y + size * 0.35, size, { tone, weight: 600, align: 'center' })],
})

/** The numbers on their lines. */
export function calloutMarks(
  callouts: readonly Callout[],
  size: number,
  tone: 'needleText' | 'ink',
  theme: Asked['theme'],
): Told {
  const marks = callouts.map(({ at }, i) => ringed(i + 1, at, size, tone, theme))
  return { items: marks.flatMap(({ items }) => items), parts: marks.flatMap(({ parts }) => parts) }
}

const pairWords = ({ a, b }: Pick<Callout, 'a' | 'b'>, language: Language) =>
  translate(language, 'plates.network.pair', { a: shortName(a, language), b: shortName(b, language) })

/** Height of one, with the room under it. */
const heightOf = (lines: number, size: number) => size * (2.9 + 1.3 * lines)

/** As many as the box holds, from its top. */
export function calloutList(
  callouts: readonly Callout[],
  box: Rectangle,
  size: number,
  tone: 'needleText' | 'ink',
  options: Asked,
): Told & { bottom: number; told: number } {
  const { language, theme, measure } = options
  const told: Told & { bottom: number; told: number } = { items: [], parts: [], bottom: box.y, told: 0 }
  for (const [i, callout] of callouts.entries()) {
    const lines = wrapText(pairWords(callout, language), box.width, (text) => measure(text, size, 400))
    const height = heightOf(lines.length, size)
    if (told.bottom + height - size > box.y + box.height) break
    const y = told.bottom
    if (i > 0)
      told.parts.push({
        kind: 'line',
        x1: box.x,
        y1: y - size * 0.6,
        x2: box.x + box.width,
        y2: y - size * 0.6,
        tone: 'line',
        width: 0.6,
      })
    const ring = ringed(i + 1, { x: box.x + size * RING, y: y + size * 0.95 }, size, tone, theme)
    told.items.push(...ring.items)
    told.parts.push(
      ...ring.parts,
      label(
        formatFigure('score', callout.edge.score, language),
        box.x + size * 2.2,
        y + size * 1.5,
        size * 1.5,
        {
          tone,
          weight: 600,
          align: 'left',
        },
      ),
      {
        kind: 'text',
        role: 'label',
        x: box.x,
        y: y + size * 3.1,
        lines: lines.map((text) => [{ text }]),
        leading: size * 1.3,
        size,
        weight: 400,
        tone: 'ink',
        align: 'left',
        room: box.width,
      },
    )
    told.bottom += height
    told.told += 1
  }
  return told
}
