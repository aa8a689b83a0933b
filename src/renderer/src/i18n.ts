import { createI18n } from 'vue-i18n'
import type { Language } from '../../shared/domain/language.ts'
import { messages } from '../../shared/i18n/index.ts'

/** The words of shared/i18n for the screens. */
export function makeI18n(locale: Language) {
  return createI18n({ legacy: false, globalInjection: false, locale, fallbackLocale: 'en', messages })
}
