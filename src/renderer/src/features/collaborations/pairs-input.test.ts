import { describe, expect, it } from 'vitest'
import { pairsInput, readPairs } from './pairs-input.ts'

const shared = { dataset: 'mine', subject: 'all', year: 2023 }

describe('the address of Collaborations of an index', () => {
  it('names pairs within a city, or the leading ones of the index', () => {
    expect(pairsInput({ city: 'beijing' }, shared)).toMatchObject({
      between: 'institutions',
      city: 'beijing',
    })
    expect(pairsInput({}, shared)?.city).toBeUndefined()
  })
  it('names partners of an institution, once one is named', () => {
    expect(pairsInput({ of: 'partners' }, shared)).toBeNull()
    const input = pairsInput({ of: 'partners', institution: 'I1', city: 'beijing' }, shared)
    expect(input).toMatchObject({ institution: 'I1', between: 'institutions' })
    expect(input).not.toHaveProperty('city')
  })
  it('names a period that ends with the year shown', () => {
    expect(pairsInput({ of: 'cities', from: '2021' }, shared)).toMatchObject({
      between: 'cities',
      from: 2021,
    })
    expect(pairsInput({ from: '2024' }, shared)?.from).toBeUndefined()
    expect(readPairs({ of: 'mood' })).toBe('within')
  })
})
