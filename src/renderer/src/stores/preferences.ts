/** Language, theme and presets as last chosen; a browser that keeps nothing falls back to the system's. */
import { ref } from 'vue'
import type { Language } from '../../../shared/domain/language.ts'
import { languageOf } from '../../../shared/domain/language.ts'

// Storage is not reactive, so choices of this visit are held here as well.
const chosen = ref<Record<string, string>>({})

/** What was kept under a key; null where nothing was. */
export function keptText(key: string): string | null {
  const value = chosen.value[key]
  if (value !== undefined) return value
  try {
    return localStorage.getItem(`science-cities.${key}`)
  } catch {
    return null // storage is switched off
  }
}

export function kept<T extends string>(key: string, known: readonly T[]): T | undefined {
  const value = keptText(key)
  return known.find((each) => each === value)
}

export function keep(key: string, value: string): void {
  chosen.value = { ...chosen.value, [key]: value }
  try {
    localStorage.setItem(`science-cities.${key}`, value)
  } catch {
    // Storage is switched off: the choice lasts for this visit.
  }
}

export const systemLanguage = (): Language => languageOf(navigator.language) ?? 'en'
export const systemTheme = (): 'light' | 'dark' =>
  window.matchMedia?.('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
