/** Languages of the interface, the exports and the messages. */
export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** What has a name in both languages; the Chinese one may not be known. */
export interface NamedThing {
  name: string
  nameZh: string | null
}

/** The name to show: Chinese where asked for and known, else English. */
export function nameIn(language: Language, name: string, nameZh: string | null): string {
  return language === 'zh' && nameZh ? nameZh : name
}
