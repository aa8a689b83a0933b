/** Language, theme and keyboard of who asks, by the rules of the page's boot.js and of its screens. */
import type { IncomingHttpHeaders } from 'node:http'
import { LANGUAGE_MARKS, languageOf } from '../../shared/domain/language.ts'
import type { Visitor } from '../../shared/address/first-screen.ts'
import type { Query } from '../../shared/address/query.ts'
import { readShared } from '../../shared/address/query.ts'

/** By the address's query, then by the browser's headers. A choice that the browser keeps is not known here. */
export function visitorOf(query: Query, headers: IncomingHttpHeaders): Visitor {
  const { lang, theme } = readShared(query)
  const system = languageOf(headers['accept-language']?.trim() ?? '') ?? 'en'
  return {
    language: lang ?? system,
    theme: theme ?? 'light',
    isApple: /Mac|iPhone|iPad/.test(headers['user-agent'] ?? ''),
  }
}

/** The page's first line with the visitor's language and theme, as boot.js sets them. */
export function headFor(head: string, { language, theme }: Visitor): string {
  return head.replace(
    '<html lang="en" data-theme="light">',
    `<html lang="${LANGUAGE_MARKS[language].tag}" data-theme="${theme}">`,
  )
}
