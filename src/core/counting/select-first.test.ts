import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstOf, selectFirst } from './select-first.ts'

const values = fc.array(fc.nat(20), { maxLength: 300, size: 'max' })

/** By value, equal ones by place: no two places are equal. */
const byValue = (all: readonly number[]) => (a: number, b: number) => all[a]! - all[b]! || a - b

test('the first are those of a full sort, whichever way they are found', () => {
  let cut = 0
  fc.assert(
    fc.property(values, fc.oneof(fc.nat(320), fc.nat(40)), (all, count) => {
      const compare = byValue(all)
      const sorted = all.map((_, i) => i).sort(compare)
      const wanted = sorted.slice(0, count)
      expect([...firstOf(all.length, count, compare).sort(compare)]).toEqual(wanted)
      if (count >= all.length) return
      const items = Uint32Array.from(all.keys())
      selectFirst(items, items.length, count, compare)
      expect([...items.subarray(0, count).sort(compare)]).toEqual(wanted)
      if (count > 0 && 2 * count + 16 < all.length) cut += 1
    }),
    { numRuns: 300 },
  )
  // Far fewer than all were asked for, so that they passed in several rounds.
  expect(cut).toBeGreaterThan(20)
})
