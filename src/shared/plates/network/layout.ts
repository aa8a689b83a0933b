/** The figure of a network: its drawing, and beside or under it the strongest pairs, colours and scales. */
import { label } from '../label.ts'
import type { Drawing, Rectangle } from '../../contract/drawings.ts'
import { fitNames } from '../../figures/telling-cut.ts'
import type { KeyWord } from '../../figures/network/furniture.ts'
import { PALETTES } from '../../figures/palette.ts'
import type { SceneItem } from '../../figures/scene.ts'
import type { Part } from '../parts.ts'
import type { PlateOptions } from '../plate.ts'
import type { Drawn } from './scales.ts'
import { areaScale, areaScaleHeight, areaScaleWidth, widthScale, widthScaleHeight } from './scales.ts'
import type { Callout } from './callouts.ts'
import { calloutList } from './callouts.ts'

/** Where the drawing and what explains it stand. */
export interface Rooms {
  plot: Rectangle
  panel: Rectangle
  of: 'beside' | 'below' | 'none'
}

/** Width from which a panel finds room at the right, in parts of the words' size. */
const WIDE = 56
const PANEL = 17

/** @param strip height that the scales need under the drawing where no panel finds room beside it */
export function roomsFor(
  frame: Rectangle,
  size: number,
  include: PlateOptions['include'],
  strip: number,
): Rooms {
  const { x, y, width, height } = frame
  if (!include.legend) return { plot: frame, panel: { x, y: y + height, width, height: 0 }, of: 'none' }
  if (width >= WIDE * size) {
    const side = PANEL * size
    return {
      plot: { x, y, width: width - side - 2.8 * size, height },
      panel: { x: x + width - side, y, width: side, height },
      of: 'beside',
    }
  }
  const low = Math.min(strip, height * 0.45)
  return {
    plot: { x, y, width, height: height - low - size },
    panel: { x, y: y + height - low, width, height: low },
    of: 'below',
  }
}

type Asked = Pick<PlateOptions, 'theme' | 'language' | 'measure'>

export interface ScaleHeads {
  area: string
  width: string
}

/** Under the drawing the scales of area and width stand side by side. */
export const stripHeight = (legend: Drawing['legend'], size: number): number =>
  Math.max(areaScaleHeight(legend, size), widthScaleHeight(legend, size))

export interface PanelAsked {
  legend: Drawing['legend']
  heads: ScaleHeads
  callouts: readonly Callout[]
  /** Of the numbers: the needle's where a node is read. */
  tone: 'needleText' | 'ink'
  key: readonly KeyWord[]
}

export function panelOf(
  { panel, of }: Rooms,
  asked: PanelAsked,
  size: number,
  options: Asked,
): Drawn & { told: number } {
  if (of === 'none') return { items: [], parts: [], told: 0 }
  const { legend, heads } = asked
  const stroke = PALETTES[options.theme].data2
  if (of === 'below') {
    const area = areaScale(legend, heads.area, { x: panel.x, y: panel.y }, size, options)
    const x = panel.x + areaScaleWidth(legend, heads.area, size, options) + size * 3
    const width = widthScale(legend, heads.width, { x, y: panel.y }, size, stroke, options)
    const from = x + Math.max(options.measure(heads.width, size, 600), size * 9) + size * 3
    const right = panel.x + panel.width
    const key = keyDrawn(
      asked.key,
      { x: from, y: panel.y, width: right - from, height: panel.height },
      size,
      options,
    )
    return {
      items: [...area.items, ...width.items, ...key.items],
      parts: [...area.parts, ...width.parts, ...key.parts],
      told: 0,
    }
  }
  const widths = widthScaleHeight(legend, size)
  const areas = areaScaleHeight(legend, size)
  const gap = widths > 0 && areas > 0 ? size : 0
  const top = panel.y + panel.height - widths - areas - gap
  const area = areaScale(legend, heads.area, { x: panel.x, y: top }, size, options)
  const width = widthScale(legend, heads.width, { x: panel.x, y: top + areas + gap }, size, stroke, options)
  const free = { ...panel, height: top - size * 1.5 - panel.y }
  const list = calloutList(asked.callouts, free, size, asked.tone, options)
  const under = list.bottom + (list.told > 0 ? size * 0.4 : 0)
  const key = keyDrawn(asked.key, { ...panel, y: under, height: top - size - under }, size, options)
  const x = panel.x - size * 1.4
  const rule: Part = {
    kind: 'line',
    x1: x,
    y1: panel.y,
    x2: x,
    y2: panel.y + panel.height,
    tone: 'line',
    width: 0.6,
  }
  return {
    items: [...list.items, ...key.items, ...area.items, ...width.items],
    parts: [rule, ...list.parts, ...key.parts, ...area.parts, ...width.parts],
    told: list.told,
  }
}

/** Dots in the colours of the circles, with their words; those that find no room are many and small. */
function keyDrawn(key: readonly KeyWord[], box: Rectangle, size: number, { measure }: Asked): Drawn {
  const row = size * 1.45
  const rows = Math.max(0, Math.floor(box.height / row))
  if (rows === 0 || box.width < size * 7) return { items: [], parts: [] }
  const shown = key.slice(0, rows)
  const y = (i: number) => box.y + row * (i + 0.7)
  return {
    items: shown.map(({ fill }, i): SceneItem => ({
      type: 'circle',
      x: box.x + size * 0.45,
      y: y(i) - size * 0.35,
      r: size * 0.45,
      fill,
      stroke: null,
      strokeWidth: 0,
      opacity: 1,
      clip: null,
    })),
    parts: fitNames(
      shown.map(({ text }) => text),
      box.width - size * 1.4,
      (words) => measure(words, size, 400),
    ).map((fitted, i) => label(fitted, box.x + size * 1.4, y(i), size, { tone: 'ink2' })),
  }
}
