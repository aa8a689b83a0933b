/** A day's work at random in small: nothing unforeseen, nothing on stderr, nothing left. `npm run trials -- soak` is an hour of it. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { appRoot } from '../../src/core/app-info.ts'
import { growthOf, median } from '../trials/soak/growth.ts'
import { soak } from '../trials/soak/index.ts'
import type { Sample } from '../trials/soak/measure.ts'

const isLinux = process.platform === 'linux'
const script = [join(appRoot, 'src', 'cli', 'index.ts'), 'serve']

test.skipIf(!isLinux)(
  `a short soak${isLinux ? '' : ' (skipped: reads /proc)'}`,
  async () => {
    const found = await soak({
      ...{ minutes: 1, most: 60, seed: 3, pauseMs: 0, everyMs: 1000, host: { script } },
    })
    expect(found.wrong).toEqual([])
    expect(found.acts).toBeGreaterThanOrEqual(20)
    expect(found.samples.every(({ rss, descriptors }) => rss > 50 && descriptors > 5)).toBe(true)
    const answered = Object.values(found.answers).reduce((sum, { ok = 0 }) => sum + ok, 0)
    expect(answered).toBeGreaterThan(10)
  },
  120_000,
)

const series = (rssAt: (n: number) => number): Sample[] =>
  Array.from({ length: 120 }, (_, n) => ({
    ...{ at: n / 2, rss: rssAt(n), pss: 0, threads: 10, descriptors: 50, temporary: 0 },
  }))

test('a series grows by its slope or by its quarters, not by its peaks or by what is loaded first', () => {
  const flat = growthOf(
    series((n) => 500 + (n % 7)),
    'rss',
  )
  expect(flat).toMatchObject({ second: 503, last: 503, highest: 506, grows: false })
  expect(
    growthOf(
      series((n) => 500 + n / 8),
      'rss',
    ),
  ).toMatchObject({ slope: 0.25, grows: true })
  expect(
    growthOf(
      series((n) => (n < 30 ? 300 + 7 * n : 510)),
      'rss',
    ).grows,
  ).toBe(false)
  expect(
    growthOf(
      series((n) => (n % 10 === 0 ? 900 : 500)),
      'rss',
    ),
  ).toMatchObject({ slope: 0, grows: false })
  expect(
    growthOf(
      series((n) => (n < 85 ? 500 : 560)),
      'rss',
    ).grows,
  ).toBe(true)
  expect(growthOf([], 'rss').grows).toBe(true)
  expect([median([3, 1, 2]), median([4, 1, 2, 3])]).toEqual([2, 2.5])
})
