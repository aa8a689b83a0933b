import { expect, test } from 'vitest'
import { flipsTrial } from '../trials/flips.ts'

test('a turned bit is found by verifying, and no answer is wrong without a word where an opening looks', async () => {
  // `npm run trials -- flips` turns a thousand.
  const { flips, hit, wrong } = await flipsTrial(24, 5)
  expect(wrong).toEqual([])
  expect(flips).toBe(24)
  expect(hit['edition: tables looked at when opened']).toEqual({ 'at opening': 12 })
}, 120_000)
