/** Words across a figure that must not be taken for more than it is: light, behind everything, from corner to corner. */
import type { FigureTheme } from '../../../shared/figures/palette.ts'
import { PALETTES } from '../../../shared/figures/palette.ts'
import type { Scene, SceneItem, TextItem } from '../../../shared/figures/scene.ts'
import { num } from '../../../shared/figures/scene.ts'
import type { TextMetrics } from '../../drawing/text-metrics.ts'

/** How much of the diagonal the words take, and of the width and height at most. */
const LENGTH = 0.5
const MOST = 0.8
const OPACITY = 0.06

export function watermark(
  text: string,
  { width, height }: Scene,
  theme: FigureTheme,
  metrics: TextMetrics,
): TextItem {
  const diagonal = Math.sqrt(width * width + height * height)
  const [cos, sin] = [width / diagonal, height / diagonal]
  const long = metrics.width(text, 100, 600) / 100
  const size = Math.min(
    (diagonal * LENGTH) / long,
    (width * MOST) / (long * cos + sin),
    (height * MOST) / (long * sin + cos),
  )
  const drop = size * 0.35 // from the middle of the letters to their baseline
  return {
    type: 'text',
    text,
    x: Number(num(width / 2 + drop * sin)),
    y: Number(num(height / 2 + drop * cos)),
    anchor: 'middle',
    size: Number(num(size)),
    weight: 600,
    fill: PALETTES[theme].ink,
    stroke: null,
    strokeWidth: 0,
    turn: [cos, -sin, sin, cos],
    opacity: OPACITY,
    clip: null,
  }
}

/** A drawing's items with words behind them: over its background only, with which it begins unless it is transparent. */
export const withBehind = (
  items: readonly SceneItem[],
  mark: TextItem,
  isTransparent: boolean,
): SceneItem[] => items.toSpliced(isTransparent ? 0 : 1, 0, mark)
