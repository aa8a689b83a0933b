/** Measures of an A4 page of a report, in points: a title, two columns of 83.9 mm, a head and a foot. */
import type { FigureKind } from '../../../../shared/contract/figures.ts'
import type { FigurePreset, FigurePresetName } from '../../../../shared/domain/figure-presets.ts'
import { FIGURE_PRESETS, POINTS_PER_MM } from '../../../../shared/domain/figure-presets.ts'
import type { Paper } from './flow.ts'

const mm = (value: number): number => value * POINTS_PER_MM

export const SHEET = { width: mm(210), height: mm(297) }
const COLUMN = FIGURE_PRESETS['a4-column'].width
const WIDTH = FIGURE_PRESETS['a4-page'].width

export const PAPER = {
  left: mm(18),
  top: 60.75,
  bottom: 781,
  column: COLUMN,
  gutter: WIDTH - 2 * COLUMN,
  width: WIDTH,
} as const satisfies Paper & { width: number }

/** Baseline of the running head, rule and baseline of the foot. */
export const HEAD = 43
export const FOOT = { rule: 794.6, text: 807.4 }

/** Sizes and the steps between baselines. */
export const TYPE = {
  title: { size: 20, leading: 27 },
  stand: { size: 11, leading: 16.5 },
  head: { size: 11, leading: 14.5 },
  body: { size: 9.5, leading: 13.5 },
  small: { size: 7.8, leading: 11.5 },
  run: { size: 8, leading: 13.5 },
  source: { size: 7.2, leading: 10.5 },
} as const
export type TypeName = keyof typeof TYPE

/** Between sections, paragraphs, and a figure and its words. */
export const SPACE = { section: 18, paragraph: 6.75, rule: 5, figure: 4, head: 12, source: 3.75 }

/** Figures that are read in a column; all others take the page. Rows take the height that twenty of them need. */
const IN_COLUMN: Partial<Record<FigureKind, number>> = {
  'ranking-bars': mm(118),
  pairs: mm(118),
  'city-institutions': mm(118),
  'count-per-share': mm(118),
  finding: mm(106),
  'rank-history': FIGURE_PRESETS['a4-column'].height,
  'city-profile': FIGURE_PRESETS['a4-column'].height,
  'institution-profile': FIGURE_PRESETS['a4-column'].height,
}

/** Pages that are read, not seen: their words run through the columns. */
export const isProse = (kind: FigureKind): boolean => kind === 'method' || kind === 'text'

/** As high as no text is: it is broken into pages here, not there. */
const ENDLESS = 1e5

export interface FigureRoom {
  span: 'column' | 'page'
  preset: FigurePresetName
  room: FigurePreset
}

/** The whole width; as high as they need of pages that are read, so that their words stand on one plate. */
export function pageRoomFor(kind: FigureKind): FigureRoom {
  const room = FIGURE_PRESETS['a4-page']
  return { span: 'page', preset: 'a4-page', room: isProse(kind) ? { ...room, height: ENDLESS } : room }
}

/** The rooms that a figure of a kind may take; the second where names find no room in the first. */
export function roomsFor(kind: FigureKind): [FigureRoom, ...FigureRoom[]] {
  const page = pageRoomFor(kind)
  // Laid out as wide as the page, its words run through the columns all the same.
  if (isProse(kind)) return [{ ...page, span: 'column' }]
  const height = IN_COLUMN[kind]
  if (height === undefined) return [page]
  const room = { ...FIGURE_PRESETS['a4-column'], height }
  return [{ span: 'column', preset: 'a4-column', room }, page]
}
