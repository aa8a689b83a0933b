import { describe, expect, test } from 'vitest'
import { differenceFrom } from './difference.ts'

describe('difference from a reference', () => {
  test('of printed Shares', () => {
    const found = differenceFrom(4259.39, 2214)
    expect(found?.absolute).toBeCloseTo(-2045.39, 10)
    expect(found?.ratio).toBeCloseTo(0.5198, 4)
  })
  test('there is none where one is missing, and no ratio to 0', () => {
    expect(differenceFrom(null, 3)).toBeNull()
    expect(differenceFrom(3, null)).toBeNull()
    expect(differenceFrom(undefined, 3)).toBeNull()
    expect(differenceFrom(0, 3)).toEqual({ absolute: 3, ratio: null })
  })
  test('of equal figures it is 0 and 1', () => {
    expect(differenceFrom(2, 2)).toEqual({ absolute: 0, ratio: 1 })
  })
})
