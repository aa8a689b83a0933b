/** Names that are understood in fewer words, for rows and sentences of laid-out figures. */
import type { Language } from '../domain/language.ts'

/** Of places: always. */
export const PLACES: Record<Language, Readonly<Record<string, string>>> = {
  en: { 'San Francisco Bay Area': 'San Francisco Bay' },
  zh: {},
}

/** Parts of institutions' names: where the whole finds no room. */
const INSTITUTIONS: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    'Chinese Academy of Sciences': 'CAS',
    'Massachusetts Institute of Technology': 'MIT',
  },
  zh: { 中国科学院: '中科院', 麻省理工学院: 'MIT' },
}

/** The name as it stands, and the same with the abbreviations that everyone knows. */
export function inFewerWords(name: string, language: Language): [string, ...string[]] {
  const shorter = Object.entries(INSTITUTIONS[language]).reduce(
    (text, [full, brief]) => text.replaceAll(full, brief),
    name,
  )
  return shorter === name ? [name] : [name, shorter]
}
