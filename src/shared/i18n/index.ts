/**
 * Every word the app says, in English and Simplified Chinese, one file a domain. The screens give the same
 * objects to vue-i18n; the core and the command line use `translate`. A Chinese file has the type of its English
 * twin, so a missing key does not compile.
 */
import type { Language } from '../domain/language.ts'
import { en } from './en/index.ts'
import type { Values } from './fill.ts'
import { fill } from './fill.ts'
import { zh } from './zh/index.ts'

export const messages: Record<Language, typeof en> = { en, zh }

export type { Values } from './fill.ts'

/** The text under a dotted key, its `{name}` parts filled. An unknown key comes back as it is. */
export function translate(language: Language, key: string, values: Values = {}): string {
  let node: unknown = messages[language]
  for (const part of key.split('.')) {
    node = typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[part] : undefined
  }
  if (typeof node !== 'string') return key
  return fill(node, values)
}
