import type { Language } from '../../shared/domain/language.ts'
import { findings as en } from '../../shared/i18n/en/findings.ts'
import type { Values } from '../../shared/i18n/fill.ts'
import { fill } from '../../shared/i18n/fill.ts'
import { findings as zh } from '../../shared/i18n/zh/findings.ts'

const texts = { en, zh }

/** A part of a finding. The ranking is read at every start, so it brings these words and not all that the app says. */
export function sayFinding(language: Language, key: keyof typeof en, values: Values = {}): string {
  return fill(texts[language][key], values)
}
