/**
 * Sizes at which figures leave, and the sizes of their text. Type never shrinks to fit: a figure takes a shorter name, fewer
 * rows, two columns or a second page.
 */

/** In points. */
export interface TypeScale {
  title: number
  subtitle: number
  /** Body text and native tables. */
  body: number
  /** Every label and number inside a figure. */
  label: number
  /** Source line and page number. */
  source: number
  /** The smallest that any text may be. */
  least: number
}

export const POINTS_PER_MM = 72 / 25.4
export const PX_PER_POINT = 96 / 72

/** The most pixels of a PNG: a larger one fits no memory of an ordinary machine. */
export const MOST_PIXELS = 120_000_000

export interface FigurePreset {
  group: 'slide' | 'paper' | 'screen'
  /** Of the picture, in points. */
  width: number
  height: number
  /** Of the slide or sheet that it stands on, where that is larger: its size, and where the picture stands on it. */
  on?: { width: number; height: number; x: number; y: number }
  type: TypeScale
  /** Distance of text and figure from the picture's edges. */
  margin: { side: number; top: number; bottom: number }
}

const SLIDE: TypeScale = { title: 26, subtitle: 15, body: 14, label: 12, source: 10.5, least: 10 }
const PAPER: TypeScale = { title: 11, subtitle: 9.5, body: 8.5, label: 7.8, source: 7.2, least: 7 }
const SLIDE_MARGIN = { side: 48, top: 33.6, bottom: 16.8 }
const NO_MARGIN = { side: 0, top: 0, bottom: 0 }
const mm = (value: number): number => value * POINTS_PER_MM
const times = (scale: TypeScale, factor: number): TypeScale => ({
  title: scale.title * factor,
  subtitle: scale.subtitle * factor,
  body: scale.body * factor,
  label: scale.label * factor,
  source: scale.source * factor,
  least: scale.least * factor,
})

export const FIGURE_PRESETS = {
  'slide-full': { group: 'slide', width: 960, height: 540, type: SLIDE, margin: SLIDE_MARGIN },
  'slide-half': {
    group: 'slide',
    width: 421.2,
    height: 379.2,
    on: { width: 960, height: 540, x: 490.8, y: 104.4 },
    type: { ...SLIDE, title: 18, subtitle: 13 },
    margin: NO_MARGIN,
  },
  'slide-4x3': { group: 'slide', width: 720, height: 540, type: SLIDE, margin: SLIDE_MARGIN },
  'a4-column': { group: 'paper', width: mm(83.9), height: mm(92), type: PAPER, margin: NO_MARGIN },
  'a4-page': { group: 'paper', width: mm(174), height: mm(112), type: PAPER, margin: NO_MARGIN },
  a3: { group: 'paper', width: mm(260), height: mm(168), type: times(PAPER, 1.25), margin: NO_MARGIN },
  poster: { group: 'paper', width: mm(600), height: mm(375), type: times(PAPER, 2.5), margin: NO_MARGIN },
  /** 1600 × 900 px; text of 15 px. */
  screen: {
    group: 'screen',
    width: 1200,
    height: 675,
    type: { title: 24, subtitle: 15, body: 12, label: 11.25, source: 9.75, least: 9 },
    margin: { side: 36, top: 24, bottom: 14 },
  },
} as const satisfies Record<string, FigurePreset>
export type FigurePresetName = keyof typeof FIGURE_PRESETS
export const FIGURE_PRESET_NAMES = Object.keys(FIGURE_PRESETS) as FigurePresetName[]

/** A size of one's own: paper's type, larger on a sheet wider than an A4 page, as from a poster one stands further away. */
export function ownPreset(widthMm: number, heightMm: number): FigurePreset {
  const factor = Math.max(1, Math.min(2.5, widthMm / 240))
  return {
    group: 'paper',
    width: mm(widthMm),
    height: mm(heightMm),
    type: times(PAPER, factor),
    margin: NO_MARGIN,
  }
}
