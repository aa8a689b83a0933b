import { expect, test } from 'vitest'
import { jsonBytes, jsonText } from './json-bytes.ts'

test('a list as JSON is the same made in pieces', () => {
  for (const size of [0, 1, 5000, 12_001]) {
    const list = {
      dataset: 'd',
      rows: Array.from({ length: size }, (_, i) => ({ a: i, b: [`"rows": []\n`, i] })),
      total: size,
    }
    expect(jsonBytes(list).toString() === jsonText(list)).toBe(true)
  }
})
