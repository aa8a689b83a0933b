import type { MessageCompiler, MessageContext } from 'vue-i18n'
import { createI18n } from 'vue-i18n'
import type { Language } from '../../../shared/domain/language.ts'
import { fillBy } from '../../../shared/i18n/fill.ts'
import { messages } from '../../../shared/i18n/index.ts'

/** Our words have `{name}` parts and nothing else, so no parser of vue-i18n's message syntax is shipped. */
const messageCompiler: MessageCompiler = (message) => {
  const text = String(message)
  if (!text.includes('{')) return () => text
  return ({ named }: MessageContext) => fillBy(text, (name) => named(name))
}

/** The words of shared/i18n for the screens. */
export function makeI18n(locale: Language) {
  return createI18n({
    legacy: false,
    globalInjection: false,
    locale,
    fallbackLocale: 'en',
    messages,
    messageCompiler,
  })
}
