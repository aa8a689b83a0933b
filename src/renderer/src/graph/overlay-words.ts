/** Labels, title, legend and figures of the overlay: made once for a drawing, and for each node being read. */
import type { Drawing } from '../../../shared/contract/drawings.ts'
import type { Language } from '../../../shared/domain/language.ts'
import { nameIn } from '../../../shared/domain/language.ts'
import type { NetworkStyle } from '../../../shared/figures/network/paint.ts'
import { labelItems } from '../../../shared/figures/network/paint.ts'
import { furnitureItems } from '../../../shared/figures/network/scene.ts'
import type { SceneItem } from '../../../shared/figures/scene.ts'
import { formatFigure } from '../../../shared/format/figures.ts'
import { drawings as en } from '../../../shared/i18n/en/drawings.ts'
import type { Values } from '../../../shared/i18n/fill.ts'
import { fill } from '../../../shared/i18n/fill.ts'
import { drawings as zh } from '../../../shared/i18n/zh/drawings.ts'
import type { Geometry } from './geometry.ts'
import type { OverlayState } from './overlay-state.ts'

const texts = { en: en.tags, zh: zh.tags }

type Words = Pick<
  OverlayState,
  | 'labels'
  | 'labelBoxes'
  | 'readingLabel'
  | 'furniture'
  | 'pinned'
  | 'shiftOf'
  | 'scoreOf'
  | 'nameOf'
  | 'factsOf'
  | 'pairOf'
>

export interface OverlayWords {
  /** With the label of the node being read, or of none (-1). */
  of(reading: number): Words
}

export function overlayWords(
  {
    drawing,
    language,
    theme,
    colour,
  }: { drawing: Drawing; language: Language } & Pick<NetworkStyle, 'theme' | 'colour'>,
  geometry: Geometry,
): OverlayWords {
  const style: NetworkStyle = { theme, colour, focus: null, transparent: true }
  const { nodes, edges } = drawing
  const say = (key: keyof typeof texts.en, values: Values) => fill(texts[language][key], values)
  const labelOf = new Map(drawing.labels.map((label) => [geometry.index.get(label.id) ?? -1, label]))
  const labels = new Map<number, SceneItem[]>()
  for (const item of labelItems(drawing, style)) {
    const node = geometry.index.get(item.key ?? '') ?? -1
    labels.set(node, [...(labels.get(node) ?? []), item])
  }
  /** In the colour of what is read, which depends on no other node. */
  const readLabel = (reading: number): SceneItem[] => {
    const [node, label] = [nodes[reading], labelOf.get(reading)]
    if (!node || !label) return []
    return labelItems({ ...drawing, nodes: [node], labels: [label] }, { ...style, focus: node.id })
  }
  const common = {
    labels,
    labelBoxes: new Map([...labelOf].map(([node, { box }]) => [node, box])),
    furniture: furnitureItems(drawing, style),
    pinned: new Set(nodes.flatMap(({ pinned }, i) => (pinned ? [i] : []))),
    shiftOf: (node: number) => ({
      x: (geometry.x[node] ?? 0) - (nodes[node]?.x ?? 0),
      y: (geometry.y[node] ?? 0) - (nodes[node]?.y ?? 0),
    }),
    scoreOf: (edge: number) => formatFigure('score', edges[edge]?.score ?? 0, language),
    nameOf: (node: number) => nameIn(language, nodes[node]?.name ?? '', nodes[node]?.nameZh ?? null),
    factsOf: (node: number) => {
      const { share = 0, count = 0, links = 0 } = nodes[node] ?? {}
      return say(links === 1 ? 'tagOne' : 'tag', {
        share: formatFigure('share', share, language),
        count: formatFigure('count', count, language),
        n: formatFigure('count', links, language),
      })
    },
    pairOf: (edge: number) => {
      const { score = 0, articles = 0 } = edges[edge] ?? {}
      return say('tagPair', {
        score: formatFigure('score', score, language),
        articles: formatFigure('count', articles, language),
      })
    },
  }
  let last: { reading: number; label: SceneItem[] } | null = null
  return {
    of(reading) {
      if (last?.reading !== reading) {
        last = { reading, label: readLabel(reading) }
      }
      return { ...common, readingLabel: last.label.length > 0 ? last.label : null }
    },
  }
}
