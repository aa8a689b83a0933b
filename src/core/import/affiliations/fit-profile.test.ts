import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { MappingProfile } from '../../../shared/contract/profiles.ts'
import { TABLE_FIELDS } from '../../../shared/domain/table-fields.ts'
import { fitProfiles, headsKey } from './fit-profile.ts'

const columns = {
  ...(Object.fromEntries(TABLE_FIELDS.map((field) => [field, null])) as MappingProfile['columns']),
  article_id: 'Artikel-Nr',
  year: 'Jahr',
}
const kept = (name: string, saved: string, heads = ['Artikel-Nr', 'Jahr', 'Ort']): MappingProfile => ({
  name,
  saved: `${saved}T00:00:00.000Z`,
  heads,
  columns,
  encoding: null,
  delimiter: null,
})

test('heads are the same in any order and case', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(['Jahr', 'Artikel-Nr', 'Ort'], { minLength: 3 }), (heads) => {
      const shouted = heads.map((head) => ` ${head.toUpperCase()} `)
      expect(headsKey(shouted)).toBe(headsKey(['artikel nr', 'jahr', 'ort', '']))
    }),
  )
  expect(headsKey(['Jahr', 'Ort'])).not.toBe(headsKey(['Jahr', 'Ort', 'Land']))
})

test('columns are named as they stand in the file', () => {
  const [fit] = fitProfiles(['ORT', 'JAHR', 'artikel nr'], [kept('Ours', '2026-11-12')])
  expect([fit?.sameHeads, fit?.missing]).toEqual([true, []])
  expect([fit?.columns.article_id, fit?.columns.year, fit?.columns.city]).toEqual([
    'artikel nr',
    'JAHR',
    null,
  ])
})

test('a column that the file lacks is named; the newest of the same heads stands first', () => {
  const list = [kept('Old', '2026-01-01'), kept('New', '2026-11-12'), kept('Other', '2026-12-01', ['Jahr'])]
  expect(fitProfiles(['Artikel-Nr', 'Jahr', 'Ort'], list).map(({ name }) => name)).toEqual([
    'New',
    'Old',
    'Other',
  ])
  expect(fitProfiles(['Jahr', 'Ort'], list).map(({ missing }) => missing)).toEqual([
    ['Artikel-Nr'],
    ['Artikel-Nr'],
    ['Artikel-Nr'],
  ])
})
