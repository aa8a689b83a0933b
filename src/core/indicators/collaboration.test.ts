import { describe, expect, test } from 'vitest'
import { collaborationReach } from './collaboration-reach.ts'
import { specialisation } from './specialisation.ts'

test('specialisation compares the weight of a subject with that in the index', () => {
  expect(specialisation(30, 100, 500, 2500)).toBeCloseTo(1.5, 12)
  expect(specialisation(20, 100, 500, 2500)).toBeCloseTo(1, 12)
  expect(specialisation(0, 100, 500, 2500)).toBe(0)
  for (const missing of [0, 1, 2, 3]) {
    const given = [30, 100, 500, 2500].map((value, i) => (i === missing ? null : value))
    expect(specialisation(...(given as [number, number, number, number]))).toBeNull()
  }
  expect([specialisation(1, 0, 1, 1), specialisation(1, 1, 0, 1), specialisation(1, 1, 1, 0)]).toEqual(
    Array(3).fill(null),
  )
})

describe('reach', () => {
  // Nodes: 0 none; institutions 0 and 1 in city 0 of country 0; 2 in city 1 of country 0; 3 in city 2 of country 1;
  // institution 4 without a city in country 0; country 1 alone; an institution of which nothing else is known.
  const places = {
    institution: Int32Array.of(-1, 0, 1, 2, 3, 4, -1, 5),
    city: Int32Array.of(-1, 0, 0, 1, 2, -1, -1, -1),
    country: Int32Array.of(-1, 0, 0, 0, 1, 0, 1, -1),
  }
  const lists = [[1], [1, 2], [1, 3], [1, 4], [1, 6], [0, 1, 5, 7], [1, 2, 3, 4], [2]]
  const start = Uint32Array.from([0, ...lists.map((_, i) => lists.slice(0, i + 1).flat().length)])
  const node = Uint32Array.from(lists.flat())

  test('of an institution is with other countries, cities and institutions, where these are known', () => {
    const own = [0, 1, 2, 3, 4, 5, 6]
    expect(collaborationReach({ start, node }, places, 'institution', 0, own)).toEqual({
      international: (100 * 3) / 7,
      domestic: (100 * 2) / 7,
      local: (100 * 2) / 7,
    })
  })

  test('of a city is local where two of its institutions write together', () => {
    const own = [0, 1, 2, 3, 4, 5, 6, 7]
    expect(collaborationReach({ start, node }, places, 'city', 0, own)).toEqual({
      international: (100 * 3) / 8,
      domestic: (100 * 2) / 8,
      local: (100 * 2) / 8,
    })
  })

  test('of a country is international alone, and of nobody unknown', () => {
    const all = [...lists.keys()]
    expect(collaborationReach({ start, node }, places, 'country', 0, all)).toEqual({
      international: (100 * 3) / 8,
      domestic: null,
      local: null,
    })
    expect(collaborationReach({ start, node }, places, 'city', 0, [])).toEqual({
      international: null,
      domestic: null,
      local: null,
    })
  })

  test('of an institution whose own city is not known has no neighbours', () => {
    expect(collaborationReach({ start, node }, places, 'institution', 4, [5])).toEqual({
      international: 0,
      domestic: 0,
      local: 0,
    })
  })
})
