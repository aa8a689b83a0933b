import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { appRoot } from '../app-info.ts'
import { adjustedShare } from './adjusted-share.ts'
import { adjustedChange } from './change.ts'
import { rising } from './rising.ts'

test('adjusted Share scales by the growth of the index', () => {
  expect(adjustedShare(10, 1000, 1200)).toBe(12)
  expect([adjustedShare(null, 1, 1), adjustedShare(1, null, 1), adjustedShare(1, 0, 1)]).toEqual([
    null,
    null,
    null,
  ])
})

test('a change compares adjusted Shares; what is missing makes it unknown, never 0', () => {
  const earlier = { share: 10, articles: 1000 }
  const later = { share: 15, articles: 1200 }
  expect(adjustedChange(earlier, later)).toEqual({ absolute: 3, percent: 25 })
  expect(adjustedChange(earlier, later, 1000)).toEqual({ absolute: 2.5, percent: 25 })
  expect(adjustedChange({ ...earlier, share: 0 }, later)).toEqual({ absolute: 15, percent: null })
  const unknown = { absolute: null, percent: null }
  expect(adjustedChange({ ...earlier, share: null }, later)).toEqual(unknown)
  expect(adjustedChange(earlier, { ...later, share: null })).toEqual(unknown)
  expect(adjustedChange({ ...earlier, articles: null }, later)).toEqual(unknown)
  expect(adjustedChange(earlier, { ...later, articles: null })).toEqual(unknown)
})

test('the percentage does not depend on the base year', () => {
  const positive = fc.integer({ min: 1, max: 100_000 })
  fc.assert(
    fc.property(positive, positive, positive, positive, positive, (a, b, n, m, base) => {
      const earlier = { share: a, articles: n }
      const later = { share: b, articles: m }
      const percent = adjustedChange(earlier, later).percent!
      const other = adjustedChange(earlier, later, base).percent!
      expect(Math.abs(other - percent)).toBeLessThanOrEqual(1e-9 * (100 + Math.abs(percent)))
    }),
  )
})

test('fastest rising goes by change, and by percent from a floor upwards', () => {
  const articles = { earlier: 100, later: 110 }
  const entities = [
    { id: 'small', earlier: 1, later: 4 },
    { id: 'big', earlier: 100, later: 150 },
    { id: 'falling', earlier: 50, later: 50 },
    { id: 'new', earlier: 0, later: 9 },
    { id: 'unknown', earlier: null, later: 9 },
  ]
  const ids = (by: 'absolute' | 'percent', floor: number) =>
    rising(entities, { by, floor, articles }).map(({ id }) => id)
  expect(ids('absolute', 10)).toEqual(['big', 'new', 'small', 'falling'])
  expect(ids('percent', 10)).toEqual(['big', 'falling'])
  expect(ids('percent', 0)).toEqual(['small', 'big', 'falling'])
  expect(rising(entities, { by: 'percent', floor: 50, articles })[1]?.change.absolute).toBeCloseTo(-5)
})

const tables = join(appRoot, '..', 'shared', 'fixtures', 'institutions-academic-2019-2020.csv')
const there = existsSync(tables)

test.skipIf(!there)(
  `one growth of the index, 1.0371, gives the changes printed for 2019 to 2020${there ? '' : ' (skipped: no ../shared)'}`,
  () => {
    const rows = parse(readFileSync(tables), { columns: true, bom: true }) as Record<string, string>[]
    const large = rows
      .map(
        (row) =>
          [Number(row.share_2019), Number(row.share_2020), Number(row.adjusted_change_2019_20_pct)] as const,
      )
      .filter(([share]) => share >= 60)
    const percent = (before: number, after: number) =>
      adjustedChange({ share: before, articles: 1 }, { share: after, articles: 1.0371 }).percent!
    expect(large.length).toBe(227)
    // Six differ in the last printed digit, and no more than the rounding of the printed Shares explains.
    const same = large.filter(
      ([before, after, printed]) => percent(before, after).toFixed(1) === printed.toFixed(1),
    )
    expect(same.length).toBe(221)
    for (const [before, after, printed] of large) {
      expect(percent(before + 0.005, after - 0.005)).toBeLessThan(printed + 0.05)
      expect(percent(before - 0.005, after + 0.005)).toBeGreaterThan(printed - 0.05)
      expect(Math.abs(percent(before, after) - printed)).toBeLessThan(0.06)
    }
    expect(percent(923.94, 927.26).toFixed(1)).toBe('-3.2')
  },
)
