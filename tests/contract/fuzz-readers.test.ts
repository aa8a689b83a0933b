/**
 * Damaged Parquet, tables of institutions and archives: read as if they were sound, or refused or rejected in words.
 * `npm run trials -- fuzz HOW-MANY SEED` does the same at length.
 */
import { expect, test } from 'vitest'
import { FUZZ } from '../trials/fuzz/index.ts'

test.each([
  ['parquet', 90],
  ['institution tables', 80],
  ['archives', 90],
] as const)('%s', async (name, many) => {
  const { wrong, same, refused, runs } = await FUZZ[name](many, 1)
  expect(wrong).toEqual([])
  expect(runs).toBeGreaterThanOrEqual(many)
  // The damage is neither too small to matter nor so large that all is refused at once.
  expect(same).toBeGreaterThan(0)
  expect(Object.keys(refused).length).toBeGreaterThan(0)
})
