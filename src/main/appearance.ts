/** Language and theme of the screens, as a page tells them and as they are kept: held against what there is, never trusted. */
import type { Language } from '../shared/domain/language.ts'
import { LANGUAGES } from '../shared/domain/language.ts'

export const THEMES = ['light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** Null is what is not known yet. */
export interface Appearance {
  language: Language | null
  theme: Theme | null
}

const among =
  <T>(all: readonly T[]) =>
  (value: unknown): value is T | null =>
    value === null || all.includes(value as T)

export const isTheme = among(THEMES)
export const isLanguage = among(LANGUAGES)

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a page shows; null where this is not it, or says more. */
export function appearanceFrom(told: unknown): Appearance | null {
  if (!isRecord(told)) return null
  const { language, theme, ...more } = told
  if (!isLanguage(language) || !isTheme(theme) || Object.keys(more).length > 0) return null
  return { language, theme }
}
