/** Languages of the interface, the exports and the messages. */
export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** The name to show: Chinese where asked for and known, else English. */
export function nameIn(language: Language, name: string, nameZh: string | null): string {
  return language === 'zh' && nameZh ? nameZh : name
}
