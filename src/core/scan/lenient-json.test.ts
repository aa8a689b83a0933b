import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseLenient } from './lenient-json.ts'

test.each<[string, unknown, number]>([
  ['{"a":NaN,"b":[-Infinity, Infinity],"c":"NaN"}', { a: null, b: [null, null], c: 'NaN' }, 3],
  ['{"a":"x \\" NaN, ]","b":NaN}', { a: 'x " NaN, ]', b: null }, 1],
  ['{"a":"\\\\","b":NaN}', { a: '\\', b: null }, 1],
  ['{"a":[1,2,],"b":{"c":1 ,\n}, }', { a: [1, 2], b: { c: 1 } }, 0],
  ['{"a":1}', { a: 1 }, 0],
])('%s', (text, value, missing) => {
  expect(parseLenient(text)).toEqual({ value, missing })
})

test.each([
  '{"a":NaNa}',
  '{"a":1NaN}',
  '{"a":,}',
  '[,]',
  '{"a":"NaN',
  '{"a" NaN}',
  "{'a':NaN}",
  '',
  '{"a":nan}',
])('%s stays what it is: no JSON', (text) => {
  expect(() => parseLenient(text)).toThrow(SyntaxError)
})

test('any value is read as it was written, with null for what is no number', () => {
  const value = fc.json().map((text) => JSON.parse(text) as unknown)
  fc.assert(
    fc.property(value, fc.constantFrom('NaN', '-Infinity'), (given, word) => {
      const text = JSON.stringify([given, '\0', { '': given }]).replace(String.raw`"\u0000"`, word)
      expect(parseLenient(text.replace(/]$/, ', ]'))).toEqual({
        value: [given, null, { '': given }],
        missing: 1,
      })
    }),
    { seed: 3, numRuns: 200 },
  )
})
