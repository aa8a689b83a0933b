import { expect, test } from 'vitest'
import { fold, unfoldedSpan } from './fold.ts'

test.each([
  ['Gießen', 'giessen', 'Gießen'],
  ['Gießen', 'sen', 'ßen'],
  ['Łódź', 'lodz', 'Łódź'],
  ['Zu\u0308rich West', 'zurich', 'Zu\u0308rich'],
  ['Zu\u0308rich West', 'west', 'West'],
  ['Xi’an', 'an', 'an'],
  ['Diyarbakır', 'kir', 'kır'],
  ['Ærøskøbing', 'aero', 'Ærø'],
])('in %s, %s is %s', (name, typed, marked) => {
  const { start, length } = unfoldedSpan(name, fold(name).indexOf(fold(typed)), fold(typed).length)
  expect(name.slice(start, start + length)).toBe(marked)
})
