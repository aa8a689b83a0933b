import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Slots } from './useVirtualRows.ts'

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
