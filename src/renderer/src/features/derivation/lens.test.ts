import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Why } from '../../../../shared/address/why.ts'
import { sumOf, valueOf } from './fractions.ts'
import { divisions, stepsOf } from './useLens.ts'

const why: Why = {
  kind: 'city',
  id: 'beijing',
  partner: null,
  subject: 'all',
  from: 2023,
  to: 2023,
  measure: 'share',
  base: null,
  path: [],
}

describe('by what a number can be divided', () => {
  test('a city by institution and subject, of a period by year, each once', () => {
    expect(divisions(why)).toEqual(['institution', 'subject'])
    expect(divisions({ ...why, from: 2021 })).toEqual(['institution', 'subject', 'year'])
    expect(divisions({ ...why, path: [{ by: 'institution', id: 'I1' }] })).toEqual(['subject'])
    expect(divisions({ ...why, subject: 'chemistry', path: [{ by: 'institution', id: 'I1' }] })).toEqual([])
    expect(divisions({ ...why, kind: 'country' })).toEqual(['city', 'institution', 'subject'])
  })

  test('a score by subject alone', () => {
    expect(divisions({ ...why, partner: 'shanghai' })).toEqual(['subject'])
  })

  test('an article is no step of the number', () => {
    const path = [
      { by: 'institution' as const, id: 'I1' },
      { by: 'article' as const, id: 'W1' },
    ]
    expect(stepsOf({ path })).toEqual([{ by: 'institution', id: 'I1' }])
  })
})

describe('fractions', () => {
  test('are added exactly, in lowest terms', () => {
    expect(sumOf(['1/7', '1/14', '1/7', '1/14', '1/7'])).toBe('4/7')
    expect(sumOf(['1/3', '1/3', '1/3'])).toBe('1')
    expect(sumOf(['1', '-8/14', '-3/14'])).toBe('3/14')
    expect(sumOf([])).toBe('0')
    expect(valueOf('3/14')).toBeCloseTo(0.2142857, 7)
  })

  test('n parts of 1/n are one, whatever their order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 12 }), (n, m) => {
        const all = Array.from({ length: n }, (_, i) =>
          i % 2 ? [`1/${n}`] : Array.from({ length: m }, () => `1/${n * m}`),
        )
        expect(sumOf(all.flat())).toBe('1')
      }),
      { numRuns: 30 },
    )
  })
})
