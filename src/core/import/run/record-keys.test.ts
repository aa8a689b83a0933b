import { expect, test } from 'vitest'
import { recordKeys } from './record-keys.ts'

test('keys are those of the record itself, wherever it stands and wherever it breaks off', () => {
  const cut = '{"id": "W1", "a": {"b": [1, {"c": "x: \\"d\\": {"}]}, "authorships" : [{"author": {"na'
  const keys = new Set(['id', 'a', 'authorships'])
  expect(recordKeys(cut)).toEqual(keys)
  expect(recordKeys(`[ ${cut}`)).toEqual(keys)
  expect(recordKeys(`{"meta": {"count": 1}, "results": [${cut}`)).toEqual(
    new Set(['meta', 'results', ...keys]),
  )
})

test('a record inside another one gives no keys', () => {
  expect(recordKeys('{"_index": "w", "_source": {"authorships": [{"author')).toEqual(
    new Set(['_index', '_source']),
  )
  expect(recordKeys('{"hits": {"hits": [{"_source": {"publication_year": 2021')).toEqual(new Set(['hits']))
})
