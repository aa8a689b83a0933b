/** Colours of a map: land and sea without hue, the focus and its links in that of the needle. */
import type { FigureTheme } from '../palette.ts'
import { PALETTES } from '../palette.ts'

export interface MapStyle {
  theme: FigureTheme
  /** Without a background. */
  transparent: boolean
}

export interface MapPaints {
  bg: string
  /** Behind letters and around circles: of the background, though it be left out. */
  halo: string
  land: string
  border: string
  graticule: string
  tick: string
  ink: string
  ink2: string
  ink3: string
  data: string
  needle: string
  needleText: string
}

/** The wash of amounts, as on screens. */
const LAND: Record<FigureTheme, string> = { light: '#edf0f2', dark: '#1f2428' }

export function mapPaints(theme: FigureTheme): MapPaints {
  const { bg, line, line2, line3, ink, ink2, ink3, data, needle, needleText } = PALETTES[theme]
  return {
    bg,
    halo: bg,
    land: LAND[theme],
    border: line2,
    graticule: line,
    tick: line3,
    ink,
    ink2,
    ink3,
    data,
    needle,
    needleText,
  }
}
