/** The scores of the node being read, written on its strongest edges. */
import type { Drawing } from '../../contract/drawings.ts'
import { formatFigure } from '../../format/figures.ts'
import type { FigurePalette } from '../palette.ts'
import { PALETTES } from '../palette.ts'
import type { SceneItem, TextItem } from '../scene.ts'
import { text } from '../scene-items.ts'
import type { NetworkStyle } from './paint.ts'
import { placeScores, SCORE_SIZE } from './place-scores.ts'

/** As many edges are labelled; edges stand strongest first. */
export const WRITTEN_SCORES = 3

export function scoreItems({ nodes, edges, labels }: Drawing, { theme, focus }: NetworkStyle): SceneItem[] {
  if (focus === null) return []
  const at = new Map(nodes.map(({ id }, i) => [id, i]))
  const own = edges.filter(({ a, b }) => a === focus || b === focus).slice(0, WRITTEN_SCORES)
  const places = {
    x: nodes.map(({ x }) => x),
    y: nodes.map(({ y }) => y),
    r: nodes.map(({ r }) => r),
    a: own.map(({ a }) => at.get(a) ?? 0),
    b: own.map(({ b }) => at.get(b) ?? 0),
  }
  const texts = own.map(({ score }) => formatFigure('score', score))
  const boxes = labels.map(({ box }) => box)
  return placeScores(
    places,
    own.map((_, i) => i),
    texts,
    boxes,
  ).flatMap((place, i) => (place ? [scoreItem(texts[i] ?? '', place, PALETTES[theme])] : []))
}

/** As wide a rim hides the edge behind the digits and between them: 12.87 must not read as 12:87. */
const RIM = 6

/** A score about its place. */
export function scoreItem(
  words: string,
  { x, y }: { x: number; y: number },
  { bg, needleText }: Pick<FigurePalette, 'bg' | 'needleText'>,
): TextItem {
  const look = { size: SCORE_SIZE, weight: 600, fill: needleText, halo: bg, anchor: 'middle' } as const
  return { ...text(words, x, y + 0.35 * SCORE_SIZE, look), strokeWidth: RIM }
}
