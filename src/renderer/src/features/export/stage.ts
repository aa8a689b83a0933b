/** Where the preview stands: the slide, page or column around a figure, its scale and its rulers. */
import type { FigurePreview } from '../../../../shared/contract/exports.ts'
import { POINTS_PER_MM, PX_PER_POINT } from '../../../../shared/domain/figure-presets.ts'
import type { PresetChoice, Unit } from './sheet-form.ts'

interface Box {
  x: number
  y: number
  width: number
  height: number
}
type Page = Pick<FigurePreview['pages'][number], 'width' | 'height' | 'on' | 'frame'>

/** All in points. */
export interface Sheet {
  width: number
  height: number
  /** The picture on it. */
  picture: Box
  /** The figure inside the picture, without its words. */
  figure: Box
  /** A page goes on below: only its upper part is shown. */
  isCut: boolean
}

const mm = (value: number) => value * POINTS_PER_MM
/** Sheets that paper presets are meant for, in millimetres; a column has its own margins on both sides. */
const PAPER: Partial<Record<PresetChoice, { width: number; isColumn?: boolean }>> = {
  'a4-column': { width: 83.9 + 2 * 18, isColumn: true },
  'a4-page': { width: 210 },
  a3: { width: 297 },
  poster: { width: 707 },
}

export function sheetOf(page: Page, preset: PresetChoice): Sheet {
  const { width, height, on } = page
  const paper = PAPER[preset]
  const margin = paper ? Math.max(0, (mm(paper.width) - width) / 2) : 0
  const picture = { x: on?.x ?? margin, y: on?.y ?? margin, width, height }
  return {
    width: on?.width ?? width + 2 * margin,
    height: on?.height ?? height + 2 * margin,
    picture,
    figure: { ...page.frame, x: picture.x + page.frame.x, y: picture.y + page.frame.y },
    isCut: paper !== undefined,
  }
}

/** The whole picture as the figure: where nothing is told of a frame. */
export const wholePage = (width: number, height: number): Page => ({
  width,
  height,
  on: null,
  frame: { x: 0, y: 0, width, height },
})

/** Pixels a point, so that the sheet fits the room. */
export const scaleIn = (
  sheet: Pick<Sheet, 'width' | 'height'>,
  room: { width: number; height: number },
): number => Math.max(0.05, Math.min(room.width / sheet.width, room.height / sheet.height))

/** 1 where a centimetre of the sheet is a centimetre of the screen. */
export const zoomOf = (scale: number): number => scale / PX_PER_POINT

export interface Tick {
  /** Pixels from the sheet's edge. */
  at: number
  /** Said at long ticks. */
  text: string | null
}

/** Points of a ruler's unit, and the steps that it may count in. */
const RULERS: Record<'cm' | 'in' | 'px', { points: number; steps: number[] }> = {
  cm: { points: mm(10), steps: [1, 2, 5, 10, 20, 50] },
  in: { points: 72, steps: [0.5, 1, 2, 5, 10] },
  px: { points: 1 / PX_PER_POINT, steps: [50, 100, 200, 500, 1000, 2000] },
}
export type RulerUnit = keyof typeof RULERS

export const rulerUnit = (preset: PresetChoice, unit: Unit): RulerUnit => {
  if (preset === 'screen') return 'px'
  return (preset === 'own' || preset === 'view') && unit !== 'mm' ? unit : 'cm'
}

const LEAST_GAP = 9
/** Short ticks to a long one. */
const EVERY = 5

/** Ticks along `length` points, no closer than the eye can tell; every fifth is long and says its number. */
export function ticksOf(length: number, scale: number, unit: RulerUnit): Tick[] {
  const { points, steps } = RULERS[unit]
  const step = steps.find((each) => each * points * scale >= LEAST_GAP) ?? steps.at(-1)!
  const count = Math.floor(length / points / step + 1e-9)
  return Array.from({ length: count + 1 }, (_none, i) => ({
    at: i * step * points * scale,
    text: i % EVERY === 0 ? String(Number((i * step).toFixed(2))) : null,
  }))
}
