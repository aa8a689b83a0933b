import type { Weight } from '../figures/text.ts'
import type { Align, TextPart, Tone } from './parts.ts'

interface LabelLook {
  tone?: Tone
  weight?: Weight
  align?: Align
  halo?: boolean
}

/** One line of a figure's own text. `x`, `y` of its anchor on the baseline. */
export function label(
  text: string,
  x: number,
  y: number,
  size: number,
  { tone = 'ink', weight = 400, align = 'left', halo = false }: LabelLook = {},
): TextPart {
  return {
    kind: 'text',
    role: 'label',
    x,
    y,
    lines: [[{ text }]],
    leading: size * 1.3,
    size,
    weight,
    tone,
    align,
    ...(halo ? { halo } : {}),
  }
}

/** The same with its look in a row: a short way for layouts of many labels. */
export const text = (
  words: string,
  x: number,
  y: number,
  size: number,
  tone: Tone,
  align: Align = 'left',
  weight: Weight = 400,
): TextPart => label(words, x, y, size, { tone, align, weight })

/** From the middle of a line of digits to its baseline, as a part of the size. */
export const RISE = 0.35
/** Least distance of baselines, as a part of the size: no two lines touch. */
export const LEADING = 1.33
