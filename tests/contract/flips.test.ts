import { expect, test } from 'vitest'
import { flipsTrial } from '../trials/flips.ts'

test('a turned bit is found by verifying, and no answer is wrong without a word where an opening looks', async () => {
  // `npm run trials -- flips` turns a thousand.
  const { flips, hit, wrong } = await flipsTrial(24, 5)
  expect(wrong).toEqual([])
  expect(flips).toBe(24)
  // Which pages are hit depends on when the datasets were made; of an edition the opening looks at all of them.
  const told = Object.entries(hit).filter(([where]) => where.startsWith('edition: '))
  expect(told.flatMap(([, by]) => Object.keys(by)).filter((by) => by !== 'at opening')).toEqual([])
  expect(told.flatMap(([, by]) => Object.values(by)).reduce((sum, times) => sum + times, 0)).toBe(12)
}, 120_000)
