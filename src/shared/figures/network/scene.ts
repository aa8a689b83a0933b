/** Networks as scenes in figure units: the same items for screens, SVG and PNG. */
import type { Drawing, Multiples } from '../../contract/drawings.ts'
import type { FigureTheme } from '../palette.ts'
import { PALETTES } from '../palette.ts'
import type { Scene, SceneItem } from '../scene.ts'
import { colourKey } from './colour-key.ts'
import type { KeyWord } from './furniture.ts'
import { furniture } from './furniture.ts'
import { screenFurniture } from './screen-furniture.ts'
import type { NetworkStyle } from './paint.ts'
import { edgePaints, labelItems, nodePaints } from './paint.ts'
import { scoreItems } from './score-items.ts'

export type { NetworkStyle } from './paint.ts'

export function networkScene(drawing: Drawing, style: NetworkStyle): Scene {
  const { width, height } = drawing.frame
  const items = [
    ...background(drawing.frame, style),
    ...plotItems(drawing, style),
    ...furnitureItems(drawing, style),
  ]
  return { width, height, items }
}

/** Title, subtitle, legend and source. */
export function furnitureItems(drawing: Drawing | Multiples, style: NetworkStyle): SceneItem[] {
  const { frame, words, legend } = drawing
  const key = keyWords(drawing, style)
  return frame.legend
    ? screenFurniture({ frame: { ...frame, legend: frame.legend }, words, legend }, key, style.theme)
    : furniture(drawing, key, style.theme)
}

/** Of several panels the groups of all of them, each once. */
function keyWords(drawing: Drawing | Multiples, { colour, theme }: NetworkStyle): KeyWord[] {
  if (colour === 'none') return []
  const words = new Map<string, string>()
  for (const panel of 'panels' in drawing ? drawing.panels : [drawing]) {
    const { groups } = panel.words
    for (const { fill, value } of colourKey(panel, colour, theme))
      if (!words.has(fill))
        words.set(fill, (value === null ? groups?.rest : groups?.[colour][value]) ?? value ?? '')
  }
  return [...words].map(([fill, text]) => ({ fill, text }))
}

/** Panels under their titles, with one legend for all. */
export function multiplesScene(multiples: Multiples, style: NetworkStyle): Scene {
  const { width, height } = multiples.frame
  const items = multiples.panels.flatMap((panel) => [
    ...panelFrame(panel, style.theme),
    ...plotItems(panel, style),
  ])
  return {
    width,
    height,
    items: [...background(multiples.frame, style), ...items, ...furnitureItems(multiples, style)],
  }
}

/** Lines from the weakest, those of the node being read over all others; circles from the largest; labels over both. */
export function plotItems(drawing: Drawing, style: NetworkStyle): SceneItem[] {
  const nodes = new Map(drawing.nodes.map((node) => [node.id, node]))
  const isRead = ({ a, b }: Drawing['edges'][number]) => Number(a === style.focus || b === style.focus)
  const lines = edgePaints(drawing, style)
    .map((paint, i) => ({ paint, edge: drawing.edges[i] as Drawing['edges'][number] }))
    .toSorted((a, b) => isRead(a.edge) - isRead(b.edge) || a.edge.score - b.edge.score)
    .flatMap(({ paint, edge }): SceneItem[] => {
      const [a, b] = [nodes.get(edge.a), nodes.get(edge.b)]
      if (!a || !b) return []
      const ends = { x1: a.x, y1: a.y, x2: b.x, y2: b.y }
      const key = `${edge.a} ${edge.b}`
      const look = {
        stroke: paint.colour,
        strokeWidth: edge.width,
        cap: 'butt',
        opacity: paint.opacity,
      } as const
      return [{ type: 'line', key, ...ends, ...look, clip: null }]
    })
  const circles = nodePaints(drawing, style)
    .map((paint, i) => ({ paint, node: drawing.nodes[i] as Drawing['nodes'][number] }))
    .toSorted((a, b) => b.node.r - a.node.r)
    .map(({ paint, node }): SceneItem => {
      const { id, x, y, r } = node
      return { type: 'circle', key: id, x, y, r, ...paint, opacity: 1, clip: null }
    })
  return [...lines, ...circles, ...labelItems(drawing, style), ...scoreItems(drawing, style)]
}

function background({ width, height }: Drawing['frame'], { theme, transparent }: NetworkStyle): SceneItem[] {
  return transparent ? [] : [rectangle({ x: 0, y: 0, width, height }, PALETTES[theme].bg, null)]
}

function rectangle(
  { x, y, width, height }: Multiples['panels'][number]['place'],
  fill: string | null,
  stroke: string | null,
): SceneItem {
  const shape = { strokeWidth: 0.6, dash: [], cap: 'butt', join: 'miter', evenOdd: false }
  const d = `M${x} ${y}h${width}v${height}h${-width}z`
  return { type: 'path', d, fill, stroke, ...shape, opacity: 1, clip: null }
}

function panelFrame({ place, words }: Multiples['panels'][number], theme: FigureTheme): SceneItem[] {
  const { line2, ink } = PALETTES[theme]
  const look = { anchor: 'start', size: 11, weight: 600, fill: ink, stroke: null, strokeWidth: 0 } as const
  const at = { x: place.x + 6, y: place.y + 14 }
  return [
    rectangle(place, null, line2),
    { type: 'text', text: words.title, ...at, ...look, turn: null, opacity: 1, clip: null },
  ]
}
