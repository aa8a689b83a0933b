import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepCity, keptCitiesPath, MOST_RECENT, readKeptCities } from './city-store.ts'

let dir = ''
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'science-cities-kept-'))))
afterEach(() => rmSync(dir, { recursive: true, force: true }))
const keep = (city: string, as: 'opened' | 'favourite' | 'no-favourite') => keepCity(dir, { city, as })

test('cities opened stand once, the latest first, and no more than eight', () => {
  for (const city of ['a', 'b', 'a']) keep(city, 'opened')
  expect(readKeptCities(dir)).toEqual({ favourites: [], recent: ['a', 'b'] })
  for (let n = 0; n < MOST_RECENT + 2; n++) keep(`c${n}`, 'opened')
  expect(readKeptCities(dir).recent).toHaveLength(MOST_RECENT)
  expect(readKeptCities(dir).recent[0]).toBe(`c${MOST_RECENT + 1}`)
  expect(readdirSync(dir)).toEqual(['kept-cities.json'])
})

test('a star is set and taken away, and leaves what was opened alone', () => {
  keep('a', 'opened')
  for (const city of ['b', 'c', 'b']) keep(city, 'favourite')
  expect(readKeptCities(dir)).toEqual({ favourites: ['c', 'b'], recent: ['a'] })
  keep('c', 'no-favourite')
  expect(readKeptCities(dir)).toEqual({ favourites: ['b'], recent: ['a'] })
})

test('a damaged file counts as none, and the next star writes a whole one', () => {
  for (const text of ['{', '[]', '{"format":"other","version":1,"favourites":[],"recent":[]}']) {
    writeFileSync(keptCitiesPath(dir), text)
    expect(readKeptCities(dir)).toEqual({ favourites: [], recent: [] })
  }
  expect(keep('a', 'favourite').favourites).toEqual(['a'])
  expect(readKeptCities(dir).favourites).toEqual(['a'])
})
