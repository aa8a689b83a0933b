import type { FigurePalette } from '../figures/palette.ts'
import type { Subject } from '../domain/subjects.ts'
import type { Tone } from './parts.ts'

/** The value of a tone in a theme, as `#rrggbb`. */
export function colourOf(tone: Tone, palette: FigurePalette): string {
  const { subjects, subjectTexts, ...plain } = palette
  if (tone in plain) return plain[tone as keyof typeof plain]
  return tone.endsWith('-text')
    ? subjectTexts[tone.slice(0, -'-text'.length) as keyof typeof subjectTexts]
    : subjects[tone as keyof typeof subjects]
}

/** The tone of amounts: graphite overall, a subject's own hue in a subject. */
export const amountTone = (subject: Subject): Tone => (subject === 'all' ? 'data' : subject)
/** The same for words. */
export const wordTone = (subject: Subject): Tone => (subject === 'all' ? 'ink' : `${subject}-text`)
