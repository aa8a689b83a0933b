import { describe, expect, test } from 'vitest'
import { ERROR_CODES, ISSUE_CODES } from '../contract/errors.ts'
import { messages, translate } from './index.ts'

function leaves(node: object, path = ''): [string, string][] {
  return Object.entries(node).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value as object, `${path}${key}.`),
  )
}
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort()

describe('words', () => {
  const en = new Map(leaves(messages.en))
  const zh = new Map(leaves(messages.zh))

  test('every key stands in both languages; Chinese fills no value that English does not give', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort())
    // Chinese may leave out what only English grammar needs, a plural word say.
    for (const [key, text] of zh) {
      const unknown = placeholders(text).filter((name) => !placeholders(en.get(key) ?? '').includes(name))
      expect([key, unknown]).toEqual([key, []])
    }
  })

  test('none is empty, none holds a sign that vue-i18n reads otherwise', () => {
    for (const [key, text] of [...en, ...zh]) {
      // A blank between two words is none between two Chinese ones.
      if (en.get(key)?.trim() !== '') expect([key, text.trim()]).not.toEqual([key, ''])
      // Braces stand for values only; "@" and "|" have a meaning of their own.
      expect([key, /[@|]/.test(text) || /[{}]/.test(text.replace(/\{\w+\}/g, ''))]).toEqual([key, false])
    }
  })

  test('every error and issue has words', () => {
    for (const words of [en, zh]) {
      for (const code of ERROR_CODES)
        expect([code, words.has(`errors.${code}.what`) && words.has(`errors.${code}.remedy`)]).toEqual([
          code,
          true,
        ])
      for (const code of ISSUE_CODES) expect([code, words.has(`errors.issues.${code}`)]).toEqual([code, true])
    }
  })
})

test('translate fills values and leaves an unknown key as it is', () => {
  expect(translate('zh', 'errors.dataset-unknown.what', { dataset: 'x' })).toBe('没有数据集“x”。')
  expect(translate('en', 'no.such.key')).toBe('no.such.key')
})
