import { expect, test } from 'vitest'
import { ODDITIES, REJECTIONS } from '../core/import/chunks/counts.ts'
import { fileKindNames } from '../shared/domain/file-kinds.ts'
import { LANGUAGES } from '../shared/domain/language.ts'
import { translate } from '../shared/i18n/index.ts'

/** A code without words comes back as its key. */
const wordless = (group: string, codes: readonly string[]) =>
  LANGUAGES.flatMap((language) =>
    codes.map((code) => [language, `imports.${group}.${code}`] as const),
  ).filter(([language, key]) => translate(language, key) === key)

test('every reason, oddity, kind of file and step of an import has words in both languages', () => {
  expect(REJECTIONS.length).toBeGreaterThan(8)
  expect(wordless('rejections', REJECTIONS)).toEqual([])
  expect(wordless('oddities', ODDITIES)).toEqual([])
  expect(wordless('kinds', fileKindNames)).toEqual([])
  expect(wordless('layouts', ['lines', 'array', 'page', 'object', 'csv'])).toEqual([])
  expect(wordless('steps', ['reading', 'checking', 'storing', 'deriving', 'swapping'])).toEqual([])
})
