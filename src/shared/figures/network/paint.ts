/** Colours of a network's circles, lines and labels. */
import type { Colouring, Drawing, DrawnLabel, DrawnNode } from '../../contract/drawings.ts'
import type { FigureTheme } from '../palette.ts'
import { PALETTES } from '../palette.ts'
import type { SceneItem } from '../scene.ts'
import { joinLines } from '../text.ts'

export interface NetworkStyle {
  theme: FigureTheme
  colour: Colouring
  /** Id of the node being read. */
  focus: string | null
  transparent: boolean
}

export interface NodePaint {
  /** `#rrggbb`. */
  fill: string
  stroke: string
  strokeWidth: number
}

export interface EdgePaint {
  colour: string
  opacity: number
}

/**
 * Colours of groups: none is a subject's hue, the needle's or a grey of the figure, all stand out from the ground (3:1),
 * and they are told apart with any colour vision; further groups share the grey of the rest.
 */
export const GROUP_COLOURS: Record<FigureTheme, readonly string[]> = {
  light: ['#775ab6', '#7f951c', '#28555b', '#bd7e89', '#91560e', '#760714', '#4e2177'],
  dark: ['#9b8ff0', '#b3df78', '#be9766', '#f4b9db', '#59800b', '#2a68b7', '#984c70'],
}

/** What a colouring tells nodes apart by; null where that is not known. */
export const groupOf = (
  { cluster, sector, region }: Pick<DrawnNode, 'cluster' | 'sector' | 'region'>,
  colour: Exclude<Colouring, 'none'>,
): number | string | null => ({ cluster, sector, country: region })[colour]

/** The colour of each node; groups beyond the hues share that of the rest. */
function groupColours({ nodes }: Drawing, { colour, theme }: NetworkStyle): string[] {
  const { data, data2 } = PALETTES[theme]
  if (colour === 'none') return nodes.map(() => data)
  const known = [...new Set(nodes.map((node) => groupOf(node, colour)))].filter((each) => each !== null)
  // Clusters are numbered by Share; what is hidden must not change their colours.
  const place = (node: DrawnNode) =>
    colour === 'cluster' ? node.cluster : known.indexOf(groupOf(node, colour) ?? '')
  return nodes.map((node) => GROUP_COLOURS[theme][place(node)] ?? data2)
}

export function nodePaints(drawing: Drawing, style: NetworkStyle): NodePaint[] {
  const { bg, needle } = PALETTES[style.theme]
  const colours = groupColours(drawing, style)
  return drawing.nodes.map(({ id, r }, i) => ({
    fill: id === style.focus ? needle : (colours[i] as string),
    stroke: bg,
    strokeWidth: r > 8 ? 3 : 1.5,
  }))
}

/** Within a group its colour, between groups grey; stronger ones are less pale. */
export function edgePaints(drawing: Drawing, style: NetworkStyle): EdgePaint[] {
  const { line3, needle, data2 } = PALETTES[style.theme]
  const colours = groupColours(drawing, style)
  const at = new Map(drawing.nodes.map(({ id }, i) => [id, i]))
  const most = drawing.edges.reduce((max, { score }) => Math.max(max, score), 0) || 1
  const many = drawing.edges.length > 300
  return drawing.edges.map(({ a, b, score }) => {
    const strength = Math.sqrt(score / most)
    if (style.focus !== null && (a === style.focus || b === style.focus)) {
      return { colour: needle, opacity: 0.5 + 0.4 * strength }
    }
    const [first, second] = [colours[at.get(a) ?? -1], colours[at.get(b) ?? -1]]
    // While a node is read, the other lines step back.
    const grouped = style.focus === null && style.colour !== 'none' && first === second && first !== data2
    return {
      colour: grouped ? (first as string) : line3,
      opacity: (many ? 0.18 : 0.28) + 0.32 * strength,
    }
  })
}

/** Leader lines first, so that no text lies under one. */
export function labelItems(drawing: Drawing, style: NetworkStyle): SceneItem[] {
  const { line3 } = PALETTES[style.theme]
  const paints = new Map(nodePaints(drawing, style).map(({ fill }, i) => [drawing.nodes[i]?.id, fill]))
  const leaders = drawing.labels.flatMap(({ id, leader }): SceneItem[] => {
    if (!leader) return []
    const [x1, y1, x2, y2] = leader
    const line = { x1, y1, x2, y2, stroke: line3, strokeWidth: 0.7, cap: 'butt' } as const
    return [{ type: 'line', key: id, ...line, opacity: 1, clip: null }]
  })
  return [
    ...leaders,
    ...drawing.labels.map((label) => labelItem(label, paints.get(label.id) ?? '#000000', style)),
  ]
}

function labelItem(label: DrawnLabel, fill: string, { theme, focus }: NetworkStyle): SceneItem {
  const { bg, ink, ink2, needleText } = PALETTES[theme]
  const { id, inside, lines, x, anchor, size } = label
  const own = inside ? inkOn(fill) : id === focus ? needleText : ink
  const weight = inside || id === focus ? 600 : 400
  return {
    type: 'text',
    key: id,
    text: joinLines(lines.map(({ text }) => text)),
    x,
    y: lines[0]?.y ?? 0,
    anchor,
    size,
    weight,
    fill: own,
    stroke: inside ? null : bg,
    strokeWidth: inside ? 0 : 2.6,
    turn: null,
    lines: lines.map(({ text, y, value }) => ({
      text,
      y,
      fill: value && !inside ? ink2 : own,
      weight: value ? 400 : weight,
    })),
    opacity: 1,
    clip: null,
  }
}

/** Black or white, whichever contrasts more with the fill (relative luminance of WCAG 2). */
export function inkOn(fill: string): string {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(fill.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b
  return 1.05 / (luminance + 0.05) > (luminance + 0.05) / 0.05 ? '#ffffff' : '#111318'
}
