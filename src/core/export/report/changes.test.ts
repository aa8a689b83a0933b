import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlateNumber } from '../../../shared/plates/plate.ts'
import { changesOf, snapshotOf } from './changes.ts'

const share = (label: string, value: number): PlateNumber => ({ label, value, decimals: 2, of: 'printed' })

test('a changed digit that is shown, a number that came and one that is gone', () => {
  const before = snapshotOf([share('Beijing', 4259.39), share('Shanghai', 2214), share('Lyon', 1)])
  const now = [share('Beijing', 4261.02), share('Ghent', 3), share('Shanghai', 2214.004)]
  expect(changesOf(before, now)).toEqual([
    { label: 'Beijing', on: 4259.39, now: 4261.02, decimals: 2 },
    { label: 'Ghent', on: null, now: 3, decimals: 2 },
    { label: 'Lyon', on: 1, now: null, decimals: 2 },
  ])
})

test('numbers of one label are told apart by their order', () => {
  const before = snapshotOf([share('Beijing', 1), share('Beijing', 2)])
  expect(changesOf(before, [share('Beijing', 1), share('Beijing', 3)])).toEqual([
    { label: 'Beijing', on: 2, now: 3, decimals: 2 },
  ])
})

test('nothing has changed against itself, whatever the order', () => {
  const numbers = fc.uniqueArray(
    fc.record({ label: fc.string(), value: fc.double({ min: -1e6, max: 1e6, noNaN: true }) }),
    { selector: ({ label }) => label, maxLength: 50 },
  )
  fc.assert(
    fc.property(numbers, (drawn) => {
      const all = drawn.map(({ label, value }) => share(label, value))
      expect(changesOf(snapshotOf(all), all.toReversed())).toEqual([])
    }),
  )
})
