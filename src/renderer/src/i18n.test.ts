import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../shared/contract/errors.ts'
import { contract } from '../../shared/contract/index.ts'
import { messages } from '../../shared/i18n/index.ts'

const sources = import.meta.glob<string>(['./**/*.{ts,vue}', '!./**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
// Methods and events have dotted names of the same shape.
const NO_KEYS = [...Object.keys(contract), 'datasets.changed', 'imports.progress']

/** Every key that the sources name in full, and the fixed beginnings of keys that are put together. */
function usedKeys(): { whole: Map<string, string>; begun: Map<string, string> } {
  const whole = new Map<string, string>()
  const begun = new Map<string, string>()
  const slices = Object.keys(messages.en).join('|')
  const named = new RegExp(`['\`]((?:${slices})\\.[\\w.-]+)['\`]`, 'g')
  const composed = new RegExp(`\`((?:${slices})\\.[\\w.-]*?)\\.?\\$\\{`, 'g')
  for (const [file, text] of Object.entries(sources)) {
    for (const [, key = ''] of text.matchAll(named)) if (!NO_KEYS.includes(key)) whole.set(key, file)
    for (const [, key = ''] of text.matchAll(composed)) begun.set(key, file)
  }
  return { whole, begun }
}

function lookUp(tree: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((node, part) => (node as Record<string, unknown> | undefined)?.[part], tree)
}

function flatten(tree: object, before = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[before + key, value] as [string, string]]
      : flatten(value as object, `${before}${key}.`),
  )
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort()

describe('words', () => {
  const { whole, begun } = usedKeys()

  it('finds the keys that the screens use', () => {
    expect(whole.size).toBeGreaterThan(100)
  })

  for (const language of ['en', 'zh'] as const) {
    it(`has every key in ${language}`, () => {
      const missing = [...whole].filter(([key]) => lookUp(messages[language], key) === undefined)
      expect(missing).toEqual([])
      const begunMissing = [...begun].filter(([key]) => {
        const parent = key.includes('.')
          ? (lookUp(messages[language], key) ??
            lookUp(messages[language], key.slice(0, key.lastIndexOf('.'))))
          : undefined
        return typeof parent !== 'object'
      })
      expect(begunMissing).toEqual([])
    })

    it(`says each failure and its remedy in ${language}`, () => {
      for (const code of ERROR_CODES) {
        for (const part of ['what', 'remedy']) {
          expect(lookUp(messages[language], `errors.${code}.${part}`), `errors.${code}.${part}`).toBeTypeOf(
            'string',
          )
        }
      }
    })

    it(`uses no sign that the message format takes as its own in ${language}`, () => {
      // "{" and "}" stand for placeholders only; "@" and "|" have a meaning of their own.
      const odd = flatten(messages[language]).filter(
        ([, text]) => /[@|]/.test(text) || /[{}]/.test(text.replace(/\{\w+\}/g, '')),
      )
      expect(odd).toEqual([])
    })
  }

  it('fills the same places in both languages', () => {
    const zh = new Map(flatten(messages.zh))
    const differing = flatten(messages.en).filter(([key, text]) => {
      const other = placeholders(zh.get(key) ?? '')
      return other.some((name) => !placeholders(text).includes(name))
    })
    expect(differing.map(([key]) => key)).toEqual([])
  })
})
