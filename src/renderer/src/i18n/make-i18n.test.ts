import { describe, expect, it } from 'vitest'
import { contract } from '../../../shared/contract/index.ts'
import { messages } from '../../../shared/i18n/index.ts'

const sources = import.meta.glob<string>(['../**/*.{ts,vue}', '!../**/*.test.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
// Methods and events have dotted names of the same shape.
const NO_KEYS = [
  ...Object.keys(contract),
  'groups.changed',
  'datasets.changed',
  'datasets.checked',
  'imports.progress',
  'stability.progress',
]

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
  }
})
