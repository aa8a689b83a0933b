/** What stands around a network: title and subtitle above, legend and source below. */
import type { DrawnLegend, DrawnWords, Frame } from '../../contract/drawings.ts'
import type { FigureTheme } from '../palette.ts'
import { PALETTES } from '../palette.ts'
import type { SceneItem, TextItem } from '../scene.ts'
import { formatNumber } from '../../format/numbers.ts'
import { text } from '../scene-items.ts'
import type { Weight } from '../text.ts'
import { fitNames } from '../telling-cut.ts'
import { fitText } from '../text.ts'
import { LEAST_TEXT } from './frame.ts'

interface Furnished {
  frame: Frame
  words: DrawnWords
  legend: DrawnLegend
}

/** A colour and what it stands for. */
export interface KeyWord {
  fill: string
  text: string
}

const LEFT = 14
const SMALL = LEAST_TEXT
const SUBTITLE = 11
/** Of the scale of areas at the right. */
const SCALE_WIDTH = 170

export function furniture(
  { frame, words, legend }: Furnished,
  key: readonly KeyWord[],
  theme: FigureTheme,
): SceneItem[] {
  const { ink, ink2, ink3, line } = PALETTES[theme]
  const top = frame.height - 80
  const rule = { x1: LEFT, y1: top, x2: frame.width - LEFT, y2: top, stroke: line, strokeWidth: 0.8 }
  return [
    writeFitted(words.title, 22, frame.width, { size: 15, weight: 600, fill: ink }),
    writeFitted(words.subtitle, 38, frame.width, { size: SUBTITLE, fill: ink2 }),
    { type: 'line', ...rule, cap: 'butt', opacity: 1, clip: null },
    ...widthItems(legend, words, top, theme),
    ...keyItems(key, top, theme),
    ...areaItems(legend, words, frame, theme),
    writeFitted(words.source, frame.height - 12, frame.width - SCALE_WIDTH, { size: SMALL, fill: ink3 }),
  ]
}

interface Look {
  size: number
  fill: string
  weight?: Weight
  anchor?: TextItem['anchor']
}

const write = (words: string, x: number, y: number, look: Look): TextItem =>
  text(words, x, y, { weight: 400, ...look })

/** One line: smaller where it is too long, and cut where that would not be read. */
function writeFitted(words: string, y: number, width: number, look: Look): TextItem {
  const room = width - 2 * LEFT
  const shrunk = Math.min(1, Math.max(0.62, room / (roughWidth(words) * look.size)))
  const size = look.size * shrunk
  const said = fitText(words, room, (part) => roughWidth(part) * size)
  return write(said, LEFT, y, { ...look, size })
}

export const legendFigure = (value: number) =>
  formatNumber(value, value < 1 ? 2 : value < 10 && value % 1 ? 1 : 0)

function widthItems(
  { widths }: DrawnLegend,
  words: DrawnWords,
  top: number,
  theme: FigureTheme,
): SceneItem[] {
  if (widths.length === 0) return []
  const { ink2, data } = PALETTES[theme]
  const y = top + 36
  const items: SceneItem[] = [write(words.legendWidth, LEFT, top + 18, { size: SMALL, fill: ink2 })]
  widths.forEach(({ value, width }, i) => {
    const x = LEFT + 84 * i
    const line = { x1: x, y1: y, x2: x + 34, y2: y, stroke: data, strokeWidth: width }
    items.push({ type: 'line', ...line, cap: 'butt', opacity: 1, clip: null })
    items.push(write(legendFigure(value), x + 40, y + 3.3, { size: SMALL, fill: ink2 }))
  })
  return items
}

/** Circles up to this stand in it whole. */
const WHOLE = 30

/**
 * Circles within one another, that stand on one line; where the largest would outgrow the strip, their upper halves on
 * the line through their middles, radii as in the figure.
 */
function areaItems({ areas }: DrawnLegend, words: DrawnWords, frame: Frame, theme: FigureTheme): SceneItem[] {
  const { ink2, line3 } = PALETTES[theme]
  const [first] = areas
  if (!first) return []
  const halved = first.r > WHOLE
  const foot = frame.height - 10
  const topOf = (r: number) => foot - (halved ? r : 2 * r)
  const x = frame.width - LEFT - first.r
  const items: SceneItem[] = []
  areas.forEach(({ value, r }, i) => {
    items.push(halved ? halfCircle(x, foot, r, ink2) : ring(x, foot - r, r, ink2))
    const at = topOf(first.r) + 6 + 13 * i
    const leader = {
      x1: x,
      y1: topOf(r),
      x2: x - first.r - 8,
      y2: at - 3,
      stroke: line3,
      strokeWidth: 0.5,
    }
    items.push({ type: 'line', ...leader, cap: 'butt', opacity: 1, clip: null })
    items.push(write(legendFigure(value), x - first.r - 11, at, { size: SMALL, fill: ink2, anchor: 'end' }))
  })
  const label = { size: SMALL, fill: ink2, anchor: 'end' } as const
  items.push(write(words.legendArea, x - first.r - 60, (foot + topOf(first.r)) / 2, label))
  return items
}

export function ring(x: number, y: number, r: number, stroke: string): SceneItem {
  const circle = { x, y, r, fill: null, stroke, strokeWidth: 0.7 }
  return { type: 'circle', ...circle, opacity: 1, clip: null }
}

/** The upper half, closed by the line that it stands on. */
export function halfCircle(x: number, y: number, r: number, stroke: string): SceneItem {
  const look = { fill: null, stroke, strokeWidth: 0.7, dash: [], cap: 'butt', join: 'miter' }
  const [left, right, radius] = [x - r, x + r, r].map((value) => Number(value.toFixed(3)))
  const d = `M${left} ${y}A${radius} ${radius} 0 0 1 ${right} ${y}Z`
  return { type: 'path', d, ...look, evenOdd: false, opacity: 1, clip: null }
}

/** The strip between the two scales holds four columns of three. */
const KEY = { x: 292, column: 134, columns: 4, rows: 3, line: 14 }

/** Dots in the colours of the circles with their words, column by column; those who find no room are many and small. */
function keyItems(key: readonly KeyWord[], top: number, theme: FigureTheme): SceneItem[] {
  const { ink2 } = PALETTES[theme]
  const shown = key.slice(0, KEY.columns * KEY.rows)
  const names = fitNames(
    shown.map(({ text: words }) => words),
    KEY.column - 18,
    (part) => roughWidth(part) * SMALL,
  )
  return shown.flatMap(({ fill }, i): SceneItem[] => {
    const x = KEY.x + KEY.column * Math.floor(i / KEY.rows)
    const y = top + 18 + KEY.line * (i % KEY.rows)
    return [
      {
        type: 'circle',
        x: x + 4,
        y: y - 3.3,
        r: 4,
        fill,
        stroke: null,
        strokeWidth: 0,
        opacity: 1,
        clip: null,
      },
      write(names[i] ?? '', x + 12, y, { size: SMALL, fill: ink2 }),
    ]
  })
}

/** In ems, without a table of widths: one for Chinese, a little over half of one for letters. */
export const roughWidth = (words: string): number =>
  Array.from(words).reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) >= 0x2e80 ? 1 : 0.56), 0)
