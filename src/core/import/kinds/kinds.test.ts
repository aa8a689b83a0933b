import { describe, expect, test } from 'vitest'
import { columnKey } from '../text/small-table.ts'
import { kindOfBare, kindOfRecords, kindOfTable, KINDS } from './index.ts'

const table = (...names: string[]) =>
  kindOfTable({ path: 'a.csv', names, columns: names.map(columnKey), given: undefined })
const bare = (text: string, ...keys: string[]) => kindOfBare(Buffer.from(text), new Set(keys))

describe('a kind of file', () => {
  test('is told by the first record that says it, before those that follow', () => {
    expect(kindOfRecords([{ id: 'x' }, { authorships: [], concepts: [] }, { fields: [] }])).toBe('works')
    expect(kindOfRecords([{ fields: [] }, { authorships: [] }])).toBe('subjects')
    expect(kindOfRecords([{ id: 'https://openalex.org/I1', metros: [] }])).toBe('institutions')
    expect(kindOfRecords([{ id: 'https://ror.org/03yrm5c26', names: [] }])).toBe('ror')
    expect(kindOfRecords([{ metros: [], fields: [] }])).toBe('metros')
    expect(kindOfRecords([{ id: 'x' }])).toBeNull()
  })

  test('is told by keys where the first record is not whole, and by nothing where there is none', () => {
    expect(bare('{"id": "W1", "authorships": [', 'id', 'authorships')).toBe('works')
    expect(bare('{"id": "I1", "geo": {', 'id', 'geo')).toBe('unknown')
    expect(bare('{"meta": {"count": 0}, "results": []}', 'meta', 'results')).toBe('empty')
    expect(bare('{"error": "too many", "results": []}', 'error', 'results')).toBe('unknown')
  })

  test('is told of a table by its columns, affiliations last', () => {
    expect(table('Metro', 'City', 'Country', 'Year', 'Author')).toBe('metros')
    expect(table('Field', 'Subjects', 'ISSN')).toBe('subjects')
    expect(table('ISSN', 'Subjects', 'Title')).toBe('journals')
    expect(table('article_id', 'ISSN', 'Subjects', 'year')).toBe('affiliations')
    expect(table('year', 'title')).toBe('unknown')
  })

  test('is unknown where none of the others says yes', () => {
    expect(Object.keys(KINDS).at(-1)).toBe('unknown')
  })
})
