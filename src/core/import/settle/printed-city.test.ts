import { expect, test } from 'vitest'
import type { PrintedSighting } from '../../articles/nodes.ts'
import { PrintedBook } from './printed-city.ts'

const sighting = (city: string, named: number, other: number, country = 'NO'): PrintedSighting => ({
  key: 7,
  city,
  country,
  mark: [null, null, 60, 10],
  named,
  other,
})

function cityOf(country: string | null, ...sightings: PrintedSighting[]): string | null {
  const book = new PrintedBook()
  for (const each of sightings) book.saw([each])
  return book.cityOf(7, country)?.city ?? null
}

test('an institution is in the city that most of the addresses print which name it', () => {
  expect(cityOf('NO', sighting('Oslo', 2, 0), sighting('Bergen', 1, 9))).toBe('Oslo')
  expect(cityOf('NO', sighting('Oslo', 1, 0), sighting('Bergen', 1, 0))).toBeNull()
  expect(cityOf('NO', sighting('Oslo', 1, 0), sighting('Bergen', 1, 0), sighting('Oslo', 1, 0))).toBe('Oslo')
  // One address alone is not enough.
  expect(cityOf('NO', sighting('Oslo', 1, 0))).toBeNull()
  expect(cityOf('NO', sighting('Oslo', 1, 1))).toBe('Oslo')
})

test('where none names it, four must agree', () => {
  expect(cityOf('NO', sighting('Oslo', 0, 3))).toBeNull()
  expect(cityOf('NO', sighting('Oslo', 0, 4), sighting('Bergen', 0, 1))).toBe('Oslo')
  expect(cityOf('NO', sighting('Oslo', 0, 4), sighting('Bergen', 0, 4))).toBeNull()
})

test('addresses in another country do not count', () => {
  expect(cityOf('SE', sighting('Oslo', 5, 0), sighting('Lund', 2, 0, 'SE'))).toBe('Lund')
  expect(cityOf(null, sighting('Oslo', 5, 0), sighting('Lund', 1, 0, 'SE'))).toBe('Oslo')
})
