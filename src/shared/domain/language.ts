/** Languages of the interface, the exports and the messages. */
export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** How each is offered, as it calls itself, and what pages, pictures and dates know it by. */
export const LANGUAGE_MARKS: Record<
  Language,
  { short: string; name: string; fullName: string; tag: string; svg: string; locale: string }
> = {
  en: { short: 'EN', name: 'English', fullName: 'English', tag: 'en', svg: 'en', locale: 'en-GB' },
  zh: { short: '中文', name: '中文', fullName: '简体中文', tag: 'zh-Hans', svg: 'zh-CN', locale: 'zh-CN' },
}

/** In which language things may be named on a figure. */
export const NAMINGS = [...LANGUAGES, 'both'] as const
export type Naming = (typeof NAMINGS)[number]

/** The language of a tag such as `zh-CN`, or of a list of them by its first; null where it is none of ours. */
export const languageOf = (tag: string): Language | null =>
  LANGUAGES.find((language) => tag.startsWith(language)) ?? null

/** One text in every language. */
export const inEveryLanguage = <T>(say: (language: Language) => T): Record<Language, T> =>
  Object.fromEntries(LANGUAGES.map((language) => [language, say(language)])) as Record<Language, T>

/** What has a name in both languages; the Chinese one may not be known. */
export interface NamedThing {
  name: string
  nameZh: string | null
}

/** The name to show: Chinese where asked for and known, else English. */
export function nameIn(language: Language, name: string, nameZh: string | null): string {
  return language === 'zh' && nameZh ? nameZh : name
}
