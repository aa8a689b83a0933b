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

test('a series grows by where it falls back to or climbs to, not by its waves or by what is loaded first', () => {
  const wave = (n: number) => 800 + 130 * Math.sin(n / 4)
  expect(growthOf(series(wave), 'rss').grows).toBe(false)
  expect(
    growthOf(
      series((n) => wave(n) + n / 2),
      'rss',
    ),
  ).toMatchObject({ grows: true })
  expect(
    growthOf(
      series((n) => 500 + n / 2),
      'rss',
    ),
  ).toMatchObject({
    ...{ slope: 1, floor: [516.5, 546.5], ceiling: [528.5, 558.5], highest: 559.5, grows: true },
  })
  expect(
    growthOf(
      series((n) => (n < 30 ? 300 + 7 * n : 510)),
      'rss',
    ).grows,
  ).toBe(false)
  expect(
    growthOf(
      series((n) => (n % 20 === 0 ? 900 : 500)),
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
