/** How tones and faces are written in DrawingML: as those of the file's theme, so that they follow it, or by value. */
import type { Language } from '../../../shared/domain/language.ts'
import { LANGUAGE_MARKS } from '../../../shared/domain/language.ts'
import type { FigurePalette, FigureTheme } from '../../../shared/figures/palette.ts'
import { PALETTES } from '../../../shared/figures/palette.ts'
import type { Weight } from '../../../shared/figures/text.ts'
import { FIGURE_FONT } from '../../../shared/figures/text.ts'
import type { Tone } from '../../../shared/plates/parts.ts'
import { colourOf } from '../../../shared/plates/tones.ts'
import { el, emu, val } from './xml.ts'

/** Latin and East Asian face. `office`: what readers have; `own`: ours, where it is installed. */
export const FACES = {
  office: { latin: 'Arial', ea: 'Microsoft YaHei' },
  own: { latin: FIGURE_FONT, ea: FIGURE_FONT },
} as const
export type Fonts = keyof typeof FACES

/** Tones that a theme has a place for; all others are written by value. */
export const THEME_COLOURS: Partial<Record<Tone, string>> = {
  bg: 'bg1',
  ink: 'tx1',
  ink2: 'tx2',
  data: 'accent1',
  needle: 'accent2',
  chemistry: 'accent3',
  'physical-sciences': 'accent4',
  'biological-sciences': 'accent5',
  'earth-environmental-sciences': 'accent6',
}

export interface Look {
  language: Language
  /** `<a:schemeClr …/>` or `<a:srgbClr …/>`. */
  colour(tone: Tone): string
  /** Typefaces as DrawingML names them; `+mn-lt` and `+mn-ea` are those of the theme. */
  latin: string
  ea: string
}

/** Of files that have a theme of ours: colours and faces follow it when the reader changes it. */
export function themeLook(language: Language, theme: FigureTheme): Look {
  const palette = PALETTES[theme]
  return {
    language,
    latin: '+mn-lt',
    ea: '+mn-ea',
    colour: (tone) => {
      const place = THEME_COLOURS[tone]
      return place === undefined ? byValue(tone, palette) : val('a:schemeClr', place)
    },
  }
}

/** Of files whose theme is not ours, such as workbooks: all by value. */
export function plainLook(language: Language, theme: FigureTheme, fonts: Fonts): Look {
  const palette = PALETTES[theme]
  return { language, ...FACES[fonts], colour: (tone) => byValue(tone, palette) }
}

const byValue = (tone: Tone, palette: FigurePalette): string =>
  val('a:srgbClr', colourOf(tone, palette).slice(1).toUpperCase())

export const NO_FILL = '<a:noFill/>'
export const solid = (tone: Tone, look: Look): string => el('a:solidFill', {}, look.colour(tone))

const DASHES = { dot: 'sysDot', dash: 'dash' } as const

export interface Stroke {
  tone: Tone
  /** Points. */
  width: number
  dash?: 'dot' | 'dash' | undefined
  /** Head at the second end. */
  arrow?: boolean | undefined
  round?: boolean | undefined
}

/** @param tag `a:ln` of shapes; `a:lnL`, `a:lnT` … of cells. Null draws no line. */
export function lineXml(stroke: Stroke | null, look: Look, tag = 'a:ln'): string {
  if (stroke === null) return el(tag, {}, NO_FILL)
  const { tone, width, dash, arrow, round } = stroke
  return el(
    tag,
    { w: emu(width), cap: round ? 'rnd' : undefined },
    solid(tone, look),
    dash !== undefined && val('a:prstDash', DASHES[dash]),
    arrow === true && el('a:tailEnd', { type: 'triangle', w: 'med', len: 'med' }),
  )
}

/** Language marks of a run: spelling and East Asian glyphs go by them. */
export const runLanguage = (language: Language): { lang: string; altLang: string } => {
  const other: Language = language === 'zh' ? 'en' : 'zh'
  return { lang: LANGUAGE_MARKS[language].locale, altLang: LANGUAGE_MARKS[other].locale }
}

export interface RunLook {
  /** Points. */
  size: number
  weight: Weight
  tone: Tone
}

/** Attributes of `a:rPr`, `a:endParaRPr` and `a:defRPr`. Sizes are hundredths of a point. */
export const runAttributes = ({ size, weight }: Pick<RunLook, 'size' | 'weight'>) => ({
  sz: Math.round(size * 100),
  b: weight === 600 ? 1 : 0,
})
