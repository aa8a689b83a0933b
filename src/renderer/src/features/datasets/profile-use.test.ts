import { expect, test } from 'vitest'
import type { FittedProfile } from '../../../../shared/contract/profiles.ts'
import { TABLE_FIELDS } from '../../../../shared/domain/table-fields.ts'
import { NO_CHOICE } from './index-form.ts'
import { choose } from './mapping.ts'
import { isChanged, keptAs, offeredOf, suggestedName, wholeMapping } from './profile-use.ts'

const columns = ['Nr', 'Jahr', 'Wer', 'Wo'].map((name) => ({ name, field: null }))
const chosen = { article_id: 'Nr', year: 'Jahr', author_name: 'Wer', affiliation: 'Wo' } as const
const none = Object.fromEntries(TABLE_FIELDS.map((field) => [field, null])) as FittedProfile['columns']
const ours: FittedProfile = {
  name: 'Ours',
  saved: '2026-11-12T00:00:00.000Z',
  encoding: null,
  delimiter: null,
  columns: { ...none, ...chosen },
  sameHeads: true,
  missing: [],
}
const table = (profiles: FittedProfile[], names = columns) => ({ columns: names, profiles })

test('offered for its own heads only, and where all tables can be read by it', () => {
  expect(offeredOf([table([ours])])).toBe(ours)
  expect(offeredOf([table([{ ...ours, sameHeads: false }])])).toBeNull()
  expect(offeredOf([table([ours]), table([], [{ name: 'Id', field: null }])])).toBeNull()
  expect(offeredOf([table([ours]), table([], [])])).toBe(ours)
})

test('a choice is changed against the mapping it began with, or against what was found', () => {
  const file = table([ours])
  expect(isChanged(file, NO_CHOICE, null)).toBe(false)
  expect(isChanged(file, { ...NO_CHOICE, columns: chosen }, null)).toBe(true)
  expect(isChanged(file, { ...NO_CHOICE, columns: ours.columns }, ours)).toBe(false)
  const left = choose(file, ours.columns, 'author_name', null)
  expect(isChanged(file, { ...NO_CHOICE, columns: left }, ours)).toBe(true)
  expect(isChanged(file, { ...NO_CHOICE, columns: ours.columns, delimiter: ';' }, ours)).toBe(true)
})

test('every field is kept, those left out as left out', () => {
  const kept = wholeMapping(table([]), { ...NO_CHOICE, columns: chosen, encoding: 'gb18030' })
  expect(kept).toEqual({ columns: ours.columns, encoding: 'gb18030', delimiter: null })
})

test('a name of kind and heads, short enough; names are told apart without case', () => {
  const words = (heads: string) => `Table: ${heads}`
  expect(suggestedName(table([]), words, ', ')).toBe('Table: Nr, Jahr, Wer, Wo')
  const long = table([], [{ name: 'x'.repeat(50), field: null }, ...columns])
  expect(suggestedName(long, words, ', ')).toBe(`Table: ${'x'.repeat(50)} …`)
  expect(keptAs(table([ours]), ' OURS ')).toBe(ours)
})
