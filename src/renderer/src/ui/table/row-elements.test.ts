import fc from 'fast-check'
import { expect, it } from 'vitest'
import { leaningRange, Slots } from './row-elements.ts'

const rowsOf = (from: number, n: number) => Array.from({ length: n }, (_, i) => ({ key: `row ${from + i}` }))

it('gives elements that leave to rows that come, and leaves the others theirs', () => {
  const slots = new Slots<{ key: string }>(() => false)
  const first = slots.take(rowsOf(0, 10))
  const second = slots.take(rowsOf(3, 10))
  expect(new Set(second.values())).toEqual(new Set(first.values()))
  for (const { key } of rowsOf(3, 7)) expect(second.get(key)).toBe(first.get(key))
})

it('gives the element of the row being read to no other', () => {
  const slots = new Slots<{ key: string }>(({ key }) => key === 'row 2')
  const first = slots.take(rowsOf(0, 10))
  const own = first.get('row 2')
  for (let from = 1; from < 40; from++) {
    const taken = slots.take(rowsOf(from, 10))
    expect([...taken].find(([key, slot]) => slot === own && key !== 'row 2')).toBeUndefined()
  }
})

it('gives no two rows one element, wherever one scrolls', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(60), fc.nat(20))), fc.nat(80), (places, read) => {
      const slots = new Slots<{ key: string }>(({ key }) => key === `row ${read}`)
      for (const [from, n] of places) {
        const taken = slots.take(rowsOf(from, n))
        expect(taken.size).toBe(n)
        expect(new Set(taken.values()).size).toBe(n)
      }
    }),
  )
})

it('keeps all rows in sight in the page, and beyond them most where one scrolls to', () => {
  const rowsAt = leaningRange()
  const at = (startIndex: number) =>
    rowsAt({ startIndex, endIndex: startIndex + 20, overscan: 12, count: 100 })
  const ends = (rows: number[]) => [rows[0], rows.at(-1)]
  expect(ends(at(0))).toEqual([0, 32])
  expect(ends(at(30))).toEqual([28, 62])
  // Stands still: as before.
  expect(ends(at(30))).toEqual([28, 62])
  expect(ends(at(29))).toEqual([17, 51])
  expect(ends(at(79))).toEqual([77, 99])
  expect(rowsAt({ startIndex: 0, endIndex: 0, overscan: 12, count: 0 })).toEqual([])
  const rows = at(40)
  expect(rows).toEqual(rows.map((_, i) => (rows[0] ?? 0) + i))
})
