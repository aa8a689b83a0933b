import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spread } from './spread.ts'

test('what stands apart stays, what would touch is moved by equal parts', () => {
  expect(spread([10, 50, 90], { gap: 16, from: 0, to: 100 })).toEqual([10, 50, 90])
  expect(spread([50, 50], { gap: 16, from: 0, to: 100 })).toEqual([42, 58])
  expect(spread([98, 99, 20], { gap: 16, from: 0, to: 100 })).toEqual([84, 100, 20])
  expect(spread([], { gap: 16, from: 0, to: 0 })).toEqual([])
})

test('too many have no places', () => {
  expect(spread([1, 2, 3], { gap: 16, from: 0, to: 31 })).toBeNull()
  expect(spread([1, 2, 3], { gap: 16, from: 0, to: 32 })).toEqual([0, 16, 32])
})

test('labels of line ends are never closer than the leading, stay in the frame and keep their order', () => {
  const wishes = fc.array(fc.double({ min: -50, max: 450, noNaN: true }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(wishes, fc.double({ min: 8, max: 30, noNaN: true }), (wanted, gap) => {
      const places = spread(wanted, { gap, from: 0, to: 400 })
      expect(places === null).toBe((wanted.length - 1) * gap > 400)
      const sorted = [...(places ?? [])].sort((a, b) => a - b)
      expect(sorted[0] ?? 0).toBeGreaterThanOrEqual(-1e-6)
      expect(sorted.at(-1) ?? 0).toBeLessThanOrEqual(400 + 1e-6)
      for (let i = 1; i < sorted.length; i++)
        expect((sorted[i] ?? 0) - (sorted[i - 1] ?? 0)).toBeGreaterThanOrEqual(gap - 1e-6)
      for (const [i, a] of wanted.entries())
        for (const [j, b] of wanted.entries())
          if (places && a < b) expect(places[i] ?? 0).toBeLessThan(places[j] ?? 0)
    }),
  )
})
