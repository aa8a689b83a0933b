import fc from 'fast-check'
import { expect, it } from 'vitest'
import { asTheyStood, comeNow, leaningRange, nearerToOrder, Slots, withLeaving } from './row-elements.ts'

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

const inPage = (indices: readonly number[]) =>
  indices.map((index) => ({ index, row: { key: `row ${index}` }, top: 26 * index }))
const span = (from: number, n: number) => Array.from({ length: n }, (_, i) => from + i)
const keysOf = (rows: readonly { row: { key: string } }[]) => new Set(rows.map(({ row }) => row.key))

it('lets a few rows come in one frame, those in sight first, until all are there', () => {
  const wanted = inPage(span(100, 40))
  let held: readonly (typeof wanted)[number][] = inPage(span(90, 40))
  for (const left of [true, true, false]) {
    const { rows, all } = comeNow(wanted, keysOf(held), { first: 118, last: 139 }, 4)
    expect(all).toBe(!left)
    expect(rows.length).toBe(Math.min(40, held.filter(({ index }) => index >= 100).length + 4))
    // Of those that are still to come none is in sight while one out of sight came.
    const came = rows.filter((row) => !keysOf(held).has(row.row.key)).map(({ index }) => index)
    expect(came.every((index) => index >= 130)).toBe(true)
    held = rows
  }
  expect(held).toEqual(wanted)
})

it('keeps as many elements in the page as stood there, while those that come are fewer than those that leave', () => {
  const stood = inPage(span(0, 30))
  const rows = inPage(span(20, 15))
  const held = withLeaving(rows, stood)
  expect(held).toHaveLength(30)
  expect(held.slice(0, 15)).toEqual(rows)
  expect(keysOf(held).size).toBe(30)
  expect(withLeaving(inPage(span(20, 40)), stood)).toHaveLength(40)
})

it('leaves elements where they stand while rows come and go, and brings them into order in few steps at rest', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(span(0, 30)), fc.integer({ min: 1, max: 8 }), (indices, most) => {
      const stood = inPage(indices).map((row, slot) => ({ ...row, slot }))
      const sorted = stood.toSorted((a, b) => a.index - b.index)
      expect(asTheyStood(stood, sorted)).toEqual(stood)
      const fresh = { ...inPage([99])[0]!, slot: 99 }
      expect(asTheyStood(stood, [fresh, ...sorted])).toEqual([...stood, fresh])
      let now: readonly (typeof stood)[number][] = stood
      for (let step = 0; step < 30; step++) {
        const next = nearerToOrder(now, most)
        if (next === now) break
        now = next
      }
      expect(now).toEqual(sorted)
      expect(nearerToOrder(sorted, most)).toBe(sorted)
    }),
  )
})
