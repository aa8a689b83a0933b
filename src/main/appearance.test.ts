import { expect, test } from 'vitest'
import { appearanceFrom } from './appearance.ts'

test.each([
  { language: 'zh', theme: 'dark' },
  { language: 'en', theme: null },
  { language: null, theme: 'light' },
])('%j is taken as it is told', (told) => {
  expect(appearanceFrom(told)).toEqual(told)
})

test.each([
  null,
  'zh',
  [],
  {},
  { language: 'zh' },
  { language: 'zh', theme: undefined },
  { language: 'fr', theme: 'dark' },
  { language: 'zh', theme: 'red' },
  { language: ['zh'], theme: 'dark' },
  { language: 'zh', theme: 'dark', bounds: null },
])('%j is refused', (told) => {
  expect(appearanceFrom(told)).toBeNull()
})
