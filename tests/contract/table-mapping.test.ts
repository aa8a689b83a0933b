import { expect, test } from 'vitest'
import { mapColumns } from '../../src/core/import/affiliations/fields.ts'
import type { Chosen } from '../../src/renderer/src/features/datasets/mapping.ts'
import {
  choose,
  columnOf,
  lacking,
  missingColumn,
  unusedColumns,
} from '../../src/renderer/src/features/datasets/mapping.ts'

const table = { columns: mapColumns('t.csv', ['id', 'year', 'author', 'city', 'place', 'note']).columns }

test('a column that is given another field leaves its own', () => {
  expect(columnOf(table, {}, 'city')).toBe('city')
  const chosen = choose(table, {}, 'affiliation', 'city')
  expect(chosen).toEqual({ affiliation: 'city' })
  expect([columnOf(table, chosen, 'affiliation'), columnOf(table, chosen, 'city')]).toEqual(['city', null])
  // Given back, nothing is left of the choice.
  expect(choose(table, chosen, 'city', 'city')).toEqual({})
})

test('a column belongs to one field, whichever was chosen last', () => {
  const first = choose(table, {}, 'institution', 'place')
  expect(choose(table, first, 'country', 'place')).toEqual({ country: 'place' })
  expect(unusedColumns(table, first)).toEqual(['note'])
})

test('a field that was found can be left out, and taken back', () => {
  const chosen = choose(table, {}, 'city', null)
  expect([chosen, columnOf(table, chosen, 'city')]).toEqual([{ city: null }, null])
  expect(unusedColumns(table, chosen)).toContain('city')
  expect(choose(table, choose(table, chosen, 'country', 'place'), 'city', 'city')).toEqual({
    country: 'place',
  })
  expect(choose(table, {}, 'country', null)).toEqual({})
})

test('says what the core would say is missing', () => {
  const cases: Chosen[] = [
    {},
    { doi: 'year' },
    { title: 'author' },
    { title: 'city' },
    { title: 'id' },
    { year: null },
  ]
  for (const chosen of cases) {
    const names = table.columns.map(({ name }) => name)
    const core = mapColumns('t.csv', names, chosen).issues.map(({ values }) => values['column'])
    expect(lacking(table, chosen), JSON.stringify(chosen)).toEqual(core)
  }
})

test('a choice that another table cannot follow is named', () => {
  expect(missingColumn({ columns: [{ name: 'id', field: 'article_id' }] }, { city: 'place' })).toBe('place')
  expect(missingColumn(table, { city: 'place' })).toBeNull()
})
