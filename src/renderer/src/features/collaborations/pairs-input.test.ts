import { describe, expect, it } from 'vitest'
import type { Query } from '../../../../shared/address/query.ts'
import { viewOfTable } from '../../../../shared/address/view-of.ts'
import { collaborationInput } from '../../../../shared/contract/collaborations.ts'
import { pairsInput, readPairs } from './pairs-input.ts'

const shared = { dataset: 'mine', subject: 'all', year: 2023 }

describe('the address of Collaborations of an index', () => {
  it('names pairs within a city, or the leading ones of the index', () => {
    expect(pairsInput({ city: 'beijing' }, shared)).toMatchObject({
      between: 'institutions',
      city: 'beijing',
    })
    expect(pairsInput({ of: 'within' }, shared)).not.toHaveProperty('city')
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
    expect(readPairs({ of: 'mood' })).toBe('grouped')
    expect(readPairs({ city: 'beijing' })).toBe('within')
  })

  it('stands by city where it says nothing, with the printed scores of an edition at hand', () => {
    expect(pairsInput({}, shared, 'edition')).toMatchObject({
      perCity: 5,
      cities: 5,
      area: 'metro',
      beside: 'edition',
      limit: 'all',
    })
    expect(pairsInput({ each: '3', groups: '201', area: 'city' }, shared)).toMatchObject({
      perCity: 3,
      cities: 5,
      area: 'city',
    })
  })
  it('names a reach only where pairs can differ in it', () => {
    expect(pairsInput({ of: 'cities', reach: 'domestic' }, shared)?.reach).toBe('domestic')
    expect(pairsInput({ of: 'cities', reach: 'local' }, shared)?.reach).toBeUndefined()
    expect(pairsInput({ of: 'countries', reach: 'domestic' }, shared)?.reach).toBeUndefined()
  })
  it('is the address that a file of its rows leads back to', () => {
    const queries: Query[] = [
      {},
      { each: '10', groups: '20', area: 'city' },
      { of: 'within', city: 'beijing' },
      { of: 'within', city: 'beijing-metropolitan-area', area: 'metro' },
      { of: 'partners', institution: 'I1', reach: 'international' },
      { of: 'cities', city: 'tokyo', from: '2021' },
      { of: 'countries', country: 'CN' },
    ]
    for (const query of queries) {
      const asked = collaborationInput.parse(pairsInput(query, shared, 'edition'))
      const { path, query: back } = viewOfTable({ of: 'collaborations', input: asked })
      expect(path).toBe('/collaborations')
      expect(back).toEqual({ dataset: 'mine', year: '2023', ...query })
      expect(collaborationInput.parse(pairsInput(back, shared, 'edition'))).toEqual(asked)
    }
  })
})
