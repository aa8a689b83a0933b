import { expect, test } from 'vitest'
import { Lru } from './lru.ts'

test('what was used longest ago is made anew, what was used lately is not', () => {
  const made: string[] = []
  const cache = new Lru<string>(3, () => 1)
  const get = (key: string) =>
    cache.get(key, () => {
      made.push(key)
      return key
    })
  for (const key of ['a', 'b', 'c', 'a', 'd', 'a', 'b']) expect(get(key)).toBe(key)
  expect(made).toEqual(['a', 'b', 'c', 'd', 'b'])
  expect(cache.size).toBe(3)
})

test('a value heavier than all that may be held is kept alone', () => {
  const cache = new Lru<number>(10, (weight) => weight)
  cache.get('light', () => 1)
  cache.get('heavy', () => 50)
  expect(cache.size).toBe(1)
  expect(cache.get('heavy', () => 0)).toBe(50)
})
