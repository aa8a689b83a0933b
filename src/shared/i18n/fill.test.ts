/** Sentences of two forms: with ’s, and for names in brackets without. */
import { expect, test } from 'vitest'
import { fill } from './fill.ts'
import { messages } from './index.ts'

const TEXT = '{a}’s Share is {times} times {b}’s ‖ The Share of {a} is {times} times that of {b}'
const said = (a: string, b: string) => fill(TEXT, { a, b, times: '1.50' })

test('a name that a bracket tells apart takes no ’s, whichever of the two it is', () => {
  expect(said('Beijing', 'Shanghai')).toBe('Beijing’s Share is 1.50 times Shanghai’s')
  expect(said('Cambridge (United States)', 'Leeds')).toBe(
    'The Share of Cambridge (United States) is 1.50 times that of Leeds',
  )
  expect(said('Leeds', 'Roche (Switzerland)')).toBe(
    'The Share of Leeds is 1.50 times that of Roche (Switzerland)',
  )
  // A bracket within a name is no end of it, and a comma is part of many names.
  expect(said('Institute (North) of Physics', 'University of California, Davis')).toContain('Davis’s')
})

test('a value that is not given stays as it is, in either form', () => {
  expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}')
  expect(fill('{a}’s {what} ‖ the {what} of {a}', { a: 'Bath (Maine)' })).toBe('the {what} of Bath (Maine)')
})

test('every sentence with ’s behind a name has a form without, which says the same values', () => {
  const texts = leaves(messages.en)
  const owning = texts.filter((text) => /\}’s\b/.test(text))
  expect(owning.length).toBeGreaterThan(10)
  const values = (text = '') => [...new Set(text.match(/\{\w+\}/g))].sort()
  for (const text of owning) {
    const [usual, other] = text.split(' ‖ ')
    expect([text, other?.includes('}’s')]).toEqual([text, false])
    expect([text, values(other)]).toEqual([text, values(usual)])
  }
})

const leaves = (node: object): string[] =>
  Object.values(node).flatMap((value) => (typeof value === 'string' ? [value] : leaves(value as object)))
