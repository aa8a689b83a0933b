/** The scales of a drawing as parts of a plate: circles within one another, and strokes, with the ends of what is drawn. */
import { label } from '../label.ts'
import { PALETTES } from '../../figures/palette.ts'
import { line, ring } from '../../figures/scene-items.ts'
import type { SceneItem } from '../../figures/scene.ts'
import { formatNumber } from '../../format/numbers.ts'
import type { Part } from '../parts.ts'
import type { PlateOptions } from '../plate.ts'
import { spreadApart } from '../spread.ts'

export interface ScaleSteps {
  /** Largest first; radii in points. */
  areas: { value: number; r: number }[]
  /** Thinnest first; widths in points. */
  widths: { value: number; width: number }[]
}

/** Shapes stand in the picture of the figure, words over it. */
export interface Drawn {
  items: SceneItem[]
  parts: Part[]
}

type Asked = Pick<PlateOptions, 'language' | 'measure' | 'theme'>

/** As whole as its size allows: 470, 37, 4.5, 0.25. */
export function scaleValue(value: number, language: Asked['language']): string {
  return formatNumber(
    value,
    value >= 100 ? 0 : value >= 10 ? (value % 1 ? 1 : 0) : value % 1 ? 2 : 0,
    language,
  )
}

const ROW = 1.35
const HEAD = 1.6

export const areaScaleHeight = ({ areas }: ScaleSteps, size: number): number =>
  areas.length === 0 ? 0 : size * HEAD + Math.max(2 * (areas[0]?.r ?? 0), areas.length * ROW * size)
export const widthScaleHeight = ({ widths }: ScaleSteps, size: number): number =>
  widths.length === 0
    ? 0
    : size * HEAD + widths.reduce((sum, { width }) => sum + Math.max(ROW * size, width + size * 0.4), 0)

/** Width that the scale of areas takes with its numbers and its head. */
export function areaScaleWidth(
  { areas }: ScaleSteps,
  head: string,
  size: number,
  { language, measure }: Asked,
): number {
  const numbers = Math.max(0, ...areas.map(({ value }) => measure(scaleValue(value, language), size, 400)))
  return Math.max(measure(head, size, 600), 2 * (areas[0]?.r ?? 0) + size * 2 + numbers)
}

const text = (words: string, x: number, y: number, size: number, bold = false): Part =>
  label(words, x, y, size, bold ? { weight: 600 } : { tone: 'ink3' })

/** @param at its upper left corner */
export function areaScale(
  { areas }: ScaleSteps,
  head: string,
  at: { x: number; y: number },
  size: number,
  { language, theme }: Asked,
): Drawn {
  const [first] = areas
  if (!first) return { items: [], parts: [] }
  const { data, line3 } = PALETTES[theme]
  const height = Math.max(2 * first.r, areas.length * ROW * size)
  const foot = at.y + size * HEAD + height
  const cx = at.x + first.r
  const tops = areas.map(({ r }) => foot - 2 * r)
  const ys = spreadApart(tops, size * ROW, at.y + size * (HEAD + 0.45), foot - size * 0.35)
  const textX = cx + first.r + size * 1.4
  return {
    items: areas.flatMap(({ r }, i) => [
      { ...ring(cx, foot - r, r, data), strokeWidth: 0.9 },
      line([cx, tops[i] ?? 0], [textX - size * 0.35, ys[i] ?? 0], {
        stroke: line3,
        width: 0.6,
        dash: [1, 2],
      }),
    ]),
    parts: [
      text(head, at.x, at.y + size * 0.8, size, true),
      ...areas.map(({ value }, i) =>
        text(scaleValue(value, language), textX, (ys[i] ?? 0) + size * 0.35, size),
      ),
    ],
  }
}

/** @param colour of the strokes. @param at its upper left corner */
export function widthScale(
  { widths }: ScaleSteps,
  head: string,
  at: { x: number; y: number },
  size: number,
  colour: string,
  { language }: Asked,
): Drawn {
  if (widths.length === 0) return { items: [], parts: [] }
  let y = at.y + size * HEAD
  const rows = widths.map(({ value, width }) => {
    const height = Math.max(ROW * size, width + size * 0.4)
    y += height
    return { value, width, middle: y - height / 2 }
  })
  return {
    items: rows.map(({ width, middle }) =>
      line([at.x, middle], [at.x + size * 4, middle], { stroke: colour, width }),
    ),
    parts: [
      text(head, at.x, at.y + size * 0.8, size, true),
      ...rows.map(({ value, middle }) =>
        text(scaleValue(value, language), at.x + size * 5, middle + size * 0.35, size),
      ),
    ],
  }
}
