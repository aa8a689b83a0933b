import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ENTITY_NAMES } from '../domain/entity-names.ts'
import { groupIn, groupReference, moved, readCompared, writeCompared } from './compared.ts'
import { patchQuery } from './query.ts'

const ids = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 1, maxLength: 6 })

it('reads what was written, of every kind and reference', () => {
  fc.assert(
    fc.property(ids, fc.constantFrom(...ENTITY_NAMES), fc.nat(), (cities, by, at) => {
      const reference = cities[at % cities.length] as string
      const read = readCompared(patchQuery({}, writeCompared({ by, cities, reference })))
      const group = undefined
      expect({ ...read, reference: read.reference ?? read.ids[0] }).toEqual({
        by,
        ids: cities,
        reference,
        group,
      })
    }),
  )
})

it('a group’s median is a reference of its own, which names none of those compared', () => {
  const query = patchQuery({}, writeCompared({ cities: ['a', 'b'], reference: groupReference('我们-8') }))
  expect(query['ref']).toBe('group:我们-8')
  expect(readCompared(query)).toEqual({ by: 'city', ids: ['a', 'b'], reference: undefined, group: '我们-8' })
  expect([groupIn('group:'), groupIn('groups'), groupIn(undefined)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})

it('another kind leaves the ticked cities where they are', () => {
  const query = patchQuery(
    { cities: 'beijing,boston' },
    writeCompared({ by: 'country', cities: ['CN', 'US'] }),
  )
  expect(query).toEqual({ cities: 'beijing,boston', by: 'country', countries: 'CN,US' })
})

it('moves one within the ends and keeps the others in order', () => {
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 'a', 9)).toEqual(['b', 'c', 'a'])
  fc.assert(
    fc.property(ids, fc.nat(), fc.integer({ min: -7, max: 7 }), (list, at, by) => {
      const id = list[at % list.length] as string
      const next = moved(list, id, by)
      expect(next.filter((each) => each !== id)).toEqual(list.filter((each) => each !== id))
      expect(next).toHaveLength(list.length)
    }),
  )
})

it('each kind keeps its own ticked ones, whichever is compared', () => {
  const query = { cities: 'beijing', countries: 'CN,US,CN', institutions: 'I1,I2', by: 'country' }
  expect(readCompared(query)).toEqual({ by: 'country', ids: ['CN', 'US'], reference: undefined })
  expect(readCompared({ ...query, by: 'institution' }).ids).toEqual(['I1', 'I2'])
  expect(readCompared({ ...query, by: 'metro' }).ids).toEqual([])
})
