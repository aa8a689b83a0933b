/** Language and theme as last chosen; a browser that keeps nothing falls back to the system's. */
import { ref } from 'vue'
import type { Language } from '../../../shared/domain/language.ts'
import { languageOf } from '../../../shared/domain/language.ts'

// Storage is not reactive, so choices of this visit are held here as well.
const chosen = ref<Record<string, string>>({})

export function kept<T extends string>(key: string, known: readonly T[]): T | undefined {
  let value: string | null | undefined = chosen.value[key]
  if (value === undefined) {
    try {
      value = localStorage.getItem(`science-cities.${key}`)
    } catch {
      value = null // storage is switched off
    }
  }
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
