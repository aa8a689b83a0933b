import type { Language } from '../domain/language.ts'
import { nameIn } from '../domain/language.ts'

/** A city's name as a sentence uses it: without "metropolitan area" and 都市圈. */
export function shortName(city: { name: string; nameZh: string | null }, language: Language): string {
  return splitMetro(nameIn(language, city.name, city.nameZh)).name
}

/** The name and the words that mark a metropolitan area, so that a table can dim the latter. */
export function splitMetro(name: string): { name: string; suffix: string } {
  const match = /^(.+?)( metropolitan area|都市圈)$/.exec(name)
  return match?.[1] && match[2] ? { name: match[1], suffix: match[2] } : { name, suffix: '' }
}
