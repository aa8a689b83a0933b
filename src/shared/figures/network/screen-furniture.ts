/** What stands around a network on the screen: the same words and scales as in files, never smaller than is read there. */
import type { DrawnLegend, DrawnWords, Frame, Rectangle } from '../../contract/drawings.ts'
import type { FigureTheme } from '../palette.ts'
import { PALETTES } from '../palette.ts'
import type { SceneItem, TextItem } from '../scene.ts'
import { text } from '../scene-items.ts'
import type { Weight } from '../text.ts'
import { fitText, wrapText } from '../text.ts'
import { EDGE, LEAST_TEXT } from './frame.ts'
import type { KeyWord } from './furniture.ts'
import { halfCircle, legendFigure, ring, roughWidth } from './furniture.ts'

const SMALL = LEAST_TEXT
const TITLE = 13.5
const SUBTITLE = 11.5
const LEADING = 14
/** The tools of the figure, at its upper right. */
const TOOLS = 236
/** A head as high as this has room for the title too. */
const WITH_TITLE = 40

interface Furnished {
  frame: Frame & { legend: Rectangle }
  words: DrawnWords
  legend: DrawnLegend
}

interface Look {
  size?: number
  fill: string
  weight?: Weight
  anchor?: TextItem['anchor']
}
const write = (words: string, x: number, y: number, look: Look): TextItem =>
  text(words, x, y, { size: SMALL, weight: 400, ...look })

const widthOf = (size: number) => (words: string) => roughWidth(words) * size
const linesOf = (words: string, width: number, size: number, most: number): string[] => {
  const lines = wrapText(words, width, widthOf(size))
  if (lines.length <= most) return lines
  // What is left out is told beside the figure as well.
  return [...lines.slice(0, most - 1), fitText(lines.slice(most - 1).join(' '), width, widthOf(size))]
}

export function screenFurniture(
  furnished: Furnished,
  key: readonly KeyWord[],
  theme: FigureTheme,
): SceneItem[] {
  const { frame, words } = furnished
  const { ink, ink2, ink3 } = PALETTES[theme]
  const room = frame.width - 2 * EDGE - TOOLS
  const titled = frame.plot.y >= WITH_TITLE
  const from = titled ? 34 : 14
  const under = linesOf(words.subtitle, room, SUBTITLE, 2)
  const source = linesOf(words.source, frame.width - 2 * EDGE, SMALL, 2)
  const isBeside = frame.legend.y < frame.plot.y + frame.plot.height - 1
  return [
    ...(titled
      ? linesOf(words.title, room, TITLE, 1).map((line) =>
          write(line, EDGE, 17, { size: TITLE, weight: 600, fill: ink }),
        )
      : []),
    ...under.map((line, i) => write(line, EDGE, from + LEADING * i, { size: SUBTITLE, fill: ink2 })),
    ...(isBeside ? beside(furnished, key, theme) : below(furnished, key, theme)),
    ...source.map((line, i) =>
      write(line, EDGE, frame.height - 8 - LEADING * (source.length - 1 - i), { fill: ink3 }),
    ),
  ]
}

/** Colours, circles and strokes over one another, at the foot of their column. */
function beside(
  { frame, words, legend }: Furnished,
  key: readonly KeyWord[],
  theme: FigureTheme,
): SceneItem[] {
  const { x, y: top, width, height } = frame.legend
  const items: SceneItem[] = []
  let foot = top + height - 4
  const rows = legend.widths.toReversed()
  const tall = rows.reduce((sum, each) => sum + rowHeight(each.width), 0)
  items.push(...widthRows(legend, x, foot - tall, theme))
  foot -= tall + (rows.length > 0 ? headed(items, words.legendWidth, foot - tall, frame.legend, theme) : 0)
  const [first] = legend.areas
  if (first && foot - top > 2 * first.r + 40) {
    items.push(...areaRings(legend, x + first.r, foot - 10, theme, false))
    foot -= 10 + Math.max(2 * first.r, ROW * legend.areas.length)
    foot -= headed(items, words.legendArea, foot, frame.legend, theme)
  }
  const free = Math.floor((foot - 12 - top) / ROW)
  const shown = key.slice(0, Math.max(0, free))
  return [
    ...items,
    ...shown.flatMap((each, i) => keyRow(each, x, foot - 12 - ROW * (shown.length - i), width, theme)),
  ]
}

const ROW = 15
const rowHeight = (width: number) => Math.max(ROW, width + 5)

/** A head over what begins at `y`. @returns the height it takes */
function headed(
  items: SceneItem[],
  head: string,
  y: number,
  { x, width }: Rectangle,
  theme: FigureTheme,
): number {
  const lines = linesOf(head, width, SMALL, 2)
  lines.forEach((line, i) =>
    items.push(
      write(line, x, y - 5 - LEADING * (lines.length - 1 - i), { weight: 600, fill: PALETTES[theme].ink }),
    ),
  )
  return LEADING * lines.length + 8
}

function widthRows({ widths }: DrawnLegend, x: number, top: number, theme: FigureTheme): SceneItem[] {
  const { ink2, data2 } = PALETTES[theme]
  let y = top
  return widths.flatMap(({ value, width }): SceneItem[] => {
    const middle = y + rowHeight(width) / 2
    y += rowHeight(width)
    const line = { x1: x, y1: middle, x2: x + 46, y2: middle, stroke: data2, strokeWidth: width }
    return [
      { type: 'line', ...line, cap: 'butt', opacity: 1, clip: null },
      write(legendFigure(value), x + 56, middle + 3.6, { fill: ink2 }),
    ]
  })
}

/** Circles on one line with their values at the right. */
function areaRings(
  { areas }: DrawnLegend,
  x: number,
  foot: number,
  theme: FigureTheme,
  halved: boolean,
): SceneItem[] {
  const { ink2, line3 } = PALETTES[theme]
  const [first] = areas
  if (!first) return []
  const topOf = (r: number) => foot - (halved ? r : 2 * r)
  const from = Math.min(topOf(first.r) + 6, foot - 13 * (areas.length - 1))
  const end = x + first.r + 10
  return areas.flatMap(({ value, r }, i): SceneItem[] => {
    const at = from + 13 * i
    const leader = { x1: x, y1: topOf(r), x2: end, y2: at - 3.5, stroke: line3, strokeWidth: 0.5 }
    return [
      halved ? halfCircle(x, foot, r, ink2) : ring(x, foot - r, r, ink2),
      { type: 'line', ...leader, cap: 'butt', opacity: 1, clip: null },
      write(legendFigure(value), end + 4, at, { fill: ink2 }),
    ]
  })
}

function keyRow(
  { fill, text: words }: KeyWord,
  x: number,
  top: number,
  width: number,
  theme: FigureTheme,
): SceneItem[] {
  const dot = { x: x + 4, y: top + 8, r: 4, fill, stroke: null, strokeWidth: 0, opacity: 1, clip: null }
  return [
    { type: 'circle', ...dot },
    write(fitText(words, width - 14, widthOf(SMALL)), x + 13, top + 11.6, { fill: PALETTES[theme].ink2 }),
  ]
}

/** Strokes at the left, circles at the right, colours between them. */
function below(
  { frame, words, legend }: Furnished,
  key: readonly KeyWord[],
  theme: FigureTheme,
): SceneItem[] {
  const { ink, line, ink2, data2 } = PALETTES[theme]
  const { x, y, width, height } = frame.legend
  const rule = { x1: x, y1: y + 4, x2: x + width, y2: y + 4, stroke: line, strokeWidth: 1 }
  const items: SceneItem[] = [{ type: 'line', ...rule, cap: 'butt', opacity: 1, clip: null }]
  const foot = y + height
  if (legend.widths.length > 0) items.push(write(words.legendWidth, x, y + 18, { weight: 600, fill: ink }))
  legend.widths.forEach((each, i) => {
    const [from, at] = [x + 82 * i, Math.min(y + 32, foot - 5)]
    const stroke = { x1: from, y1: at, x2: from + 30, y2: at, stroke: data2, strokeWidth: each.width }
    items.push({ type: 'line', ...stroke, cap: 'butt', opacity: 1, clip: null })
    items.push(write(legendFigure(each.value), from + 36, at + 3.6, { fill: ink2 }))
  })
  const [first] = legend.areas
  if (!first) return items
  const numbers = Math.max(...legend.areas.map(({ value }) => widthOf(SMALL)(legendFigure(value))))
  const middle = x + width - numbers - 16 - first.r
  items.push(...areaRings(legend, middle, foot, theme, true))
  items.push(
    write(words.legendArea, middle - first.r - 10, foot - 3, { weight: 600, fill: ink, anchor: 'end' }),
  )
  const rows = Math.floor((height - 8) / ROW)
  const from = x + Math.max(250, widthOf(SMALL)(words.legendWidth) + 20)
  const room = middle - first.r - 20 - widthOf(SMALL)(words.legendArea) - from
  const columns = Math.floor(room / 130)
  if (rows < 1 || columns < 1) return items
  const shown = key.slice(0, rows * columns)
  shown.forEach((each, i) =>
    items.push(...keyRow(each, from + 130 * Math.floor(i / rows), y + 8 + ROW * (i % rows), 124, theme)),
  )
  return items
}
