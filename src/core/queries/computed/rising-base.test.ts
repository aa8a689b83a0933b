import fc from 'fast-check'
import { expect, test } from 'vitest'
import { risingBase } from './rising-base.ts'

const of = (earlier: number, percent: number | null) => ({
  earlier,
  change: { absolute: 0, percent },
  name: `at ${earlier}`,
})
const nameOf = ({ name }: { name: string }) => ({ name, nameZh: null })

test('counts who is left out, and names the steepest rise among them', () => {
  const all = [of(0, null), of(4, 130), of(8, -20), of(20, 300), of(55, 12)]
  const base = risingBase(all, { floor: 20, usualFloor: 5 }, nameOf)
  expect(base).toMatchObject({
    usualFloor: 5,
    leftOut: 3,
    none: 1,
    steepest: { name: 'at 4', nameZh: null, share: 4, changePct: 130 },
  })
  expect(base.edges).toEqual([3, 5, 7, 10, 15, 20, 30, 50, 70])
  expect(base.counts).toEqual([1, 0, 1, 0, 0, 1, 0, 1])
})

test('without a rise below the floor none is named; without a Share there are no bars', () => {
  expect(risingBase([of(4, -1)], { floor: 5, usualFloor: 5 }, nameOf).steepest).toBeNull()
  expect(risingBase([of(0, null)], { floor: 5, usualFloor: 5 }, nameOf)).toMatchObject({
    leftOut: 1,
    none: 1,
    edges: [],
    counts: [],
  })
})

test('every Share above 0 stands in one bar, at most sixteen bars, each with its end above its begin', () => {
  const shares = fc.array(fc.double({ min: 1e-6, max: 1e5, noNaN: true }), { minLength: 1, maxLength: 50 })
  fc.assert(
    fc.property(shares, (values) => {
      const { edges, counts } = risingBase(
        values.map((each) => of(each, 0)),
        { floor: 0, usualFloor: 5 },
        nameOf,
      )
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length)
      expect(edges).toHaveLength(counts.length + 1)
      expect(counts.length).toBeLessThanOrEqual(16)
      expect(edges.at(-1)).toBeGreaterThan(Math.max(...values))
      edges.forEach((edge, i) => expect(edge).toBeGreaterThan(edges[i - 1] ?? 0))
    }),
  )
})
