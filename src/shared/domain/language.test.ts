import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { LANGUAGE_MARKS, languageOf, LANGUAGES } from './language.ts'

test('a language is known by a tag of its own, or by the first of a list of them', () => {
  expect(['zh', 'zh-CN', 'zh-Hans-SG,zh;q=0.9,en;q=0.8'].map(languageOf)).toEqual(['zh', 'zh', 'zh'])
  expect(['en-GB', 'fr-FR, en', ''].map(languageOf)).toEqual(['en', null, null])
  expect(LANGUAGES.map((language) => languageOf(LANGUAGE_MARKS[language].tag))).toEqual([...LANGUAGES])
})

/** It runs before the first paint and imports nothing, so it tells the languages a second time. */
test('the script before the first paint knows every language, by address and by system', () => {
  const script = readFileSync(join(import.meta.dirname, '../../renderer/public/boot.js'), 'utf8')
  const start = (search: string, system: string): string => {
    const documentElement = { dataset: {}, lang: '' }
    runInNewContext(script, {
      URLSearchParams,
      location: { search },
      localStorage: { getItem: () => null },
      matchMedia: () => ({ matches: false }),
      navigator: { language: system },
      document: { documentElement },
    })
    return documentElement.lang
  }
  for (const language of LANGUAGES) {
    const { tag, locale } = LANGUAGE_MARKS[language]
    expect(start(`?lang=${language}`, 'fr-FR')).toBe(tag)
    expect(start('', locale)).toBe(tag)
  }
  expect(start('', 'fr-FR')).toBe('en')
})
