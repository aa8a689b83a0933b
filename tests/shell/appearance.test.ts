import { afterEach, expect, test, vi } from 'vitest'
import type { ShownAppearance } from '../../src/preload/appearance.ts'
import { appearanceOf, watchAppearance } from '../../src/preload/appearance.ts'

test.each([
  ['zh-Hans', 'dark', { language: 'zh', theme: 'dark' }],
  ['en', 'light', { language: 'en', theme: 'light' }],
  ['', undefined, { language: null, theme: null }],
  ['fr', 'sepia', { language: null, theme: null }],
])('a page in %s and %s shows %j', (lang, theme, expected) => {
  expect(appearanceOf({ lang, dataset: { theme } })).toEqual(expected)
})

afterEach(() => vi.unstubAllGlobals())

test('tells when the page stands and at each change, never twice the same', () => {
  const root = { lang: 'en', dataset: { theme: 'light' } }
  let stands = () => {}
  let changed = () => {}
  vi.stubGlobal('document', {
    documentElement: root,
    addEventListener: (_type: string, listener: () => void) => (stands = listener),
  })
  vi.stubGlobal(
    'MutationObserver',
    class {
      constructor(callback: () => void) {
        changed = callback
      }
      observe() {}
    },
  )
  const told: ShownAppearance[] = []
  watchAppearance((shown) => told.push(shown))
  expect(told).toEqual([])
  stands()
  changed()
  root.lang = 'zh-Hans'
  changed()
  expect(told).toEqual([
    { language: 'en', theme: 'light' },
    { language: 'zh', theme: 'light' },
  ])
})
