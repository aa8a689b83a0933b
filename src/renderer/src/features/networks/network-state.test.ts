import { describe, expect, it } from 'vitest'
import { networkDrawing } from '../../../../shared/contract/drawings.ts'
import { multiplesDrawing } from '../../../../shared/contract/drawings.ts'
import type { Shared } from './network-state.ts'
import { nextSeed, askedStrongest, readNetwork, toDrawing, toMultiples, toRequest } from './network-state.ts'

const SHARED: Shared = {
  dataset: 'sample',
  subject: 'chemistry',
  year: 2022,
  years: { first: 2019, last: 2023 },
  leader: 'beijing',
}
const of = (query: Record<string, string>, shared: Partial<Shared> = {}) =>
  toRequest(readNetwork(query), { ...SHARED, ...shared })

describe('address of the Networks view', () => {
  it('draws the five leading institutions of the city that leads, over all years, with their Shares', () => {
    const state = readNetwork({})
    expect(state).toMatchObject({ kind: 'city', top: 5, labels: 'share', colour: 'none', seed: 1, at: null })
    expect(toRequest(state, SHARED)).toEqual({
      of: 'institutions',
      input: {
        dataset: 'sample',
        subject: 'chemistry',
        from: undefined,
        to: undefined,
        minScore: 0,
        strongest: 'usual',
        top: 5,
        city: 'beijing',
      },
    })
  })

  it('gives back the usual for what no view could mean', () => {
    const state = readNetwork({ of: 'planet', n: '-3', min: 'much', seed: '0', layout: 'spiral', k: '1.5' })
    expect(state).toMatchObject({
      kind: 'city',
      top: 2,
      minScore: 0,
      seed: 1,
      layout: 'force',
      strongest: 'usual',
    })
    expect(readNetwork({ n: '90000' }).top).toBe(5000)
    expect(readNetwork({ of: 'ego', n: '90000' }).top).toBe(500)
    expect(readNetwork({ from: '2022', to: '2020' })).toMatchObject({ from: 2022, to: 2022 })
    expect(readNetwork({ pair: 'one' }).pair).toBeNull()
    expect(readNetwork({ pair: 'a~b' }).pair).toEqual(['a', 'b'])
  })

  it('draws as many links as are usual, so many of each node, or all', () => {
    expect(of({ of: 'cities' })?.input.strongest).toBe('usual')
    expect(of({ of: 'cities', k: '5' })?.input.strongest).toBe(5)
    expect(of({ of: 'cities', k: 'all' })?.input.strongest).toBeUndefined()
    const asked = (query: Record<string, string>) => askedStrongest(readNetwork(query))
    expect([{ of: 'cities' }, { of: 'cities', n: '49' }, { of: 'ego', n: '49' }].map(asked)).toEqual([
      3,
      null,
      3,
    ])
    expect([{ k: '5' }, { of: 'cities', k: 'all' }].map(asked)).toEqual([5, null])
  })

  it('reads the node that leads, another, or none; puts one in the middle of its circle', () => {
    expect(readNetwork({})).toMatchObject({ at: null, readsNone: false, layout: 'force' })
    expect(readNetwork({ at: 'I2' })).toMatchObject({ at: 'I2', readsNone: false })
    expect(readNetwork({ at: 'none' })).toMatchObject({ at: null, readsNone: true })
    expect(readNetwork({ of: 'ego' }).layout).toBe('concentric')
    expect(readNetwork({ of: 'ego', layout: 'force' }).layout).toBe('force')
  })

  it('leaves Shares out of the labels where names are many, unless they were asked for', () => {
    expect(readNetwork({ n: '200' }).labels).toBe('name')
    expect(readNetwork({ n: '200', labels: 'share' }).labels).toBe('share')
  })

  it('asks for every kind of network, and for none while what it needs is unknown', () => {
    expect(of({}, { leader: null })).toBeNull()
    expect(of({ city: 'nanjing' }, { leader: null })).toMatchObject({ input: { city: 'nanjing' } })
    expect(of({ of: 'region' })).toBeNull()
    expect(of({ of: 'region', region: 'CN' })).toMatchObject({ of: 'institutions', input: { region: 'CN' } })
    expect(of({ of: 'all' })).toMatchObject({ of: 'institutions', input: { top: 20 } })
    expect(of({ of: 'all' })?.input).not.toHaveProperty('city')
    expect(of({ of: 'cities' })).toMatchObject({ of: 'cities', input: { top: 50 } })
    expect(of({ of: 'ego' })).toBeNull()
    expect(of({ of: 'ego', centre: 'I1' })).toMatchObject({
      of: 'ego',
      input: { kind: 'institution', centre: 'I1' },
    })
    expect(of({ of: 'ego', centre: 'beijing', kind: 'city' })).toMatchObject({ input: { kind: 'city' } })
  })

  it('draws one year from the layout of the whole period', () => {
    const state = readNetwork({ one: '1', from: '2020' })
    const drawing = toDrawing(state, SHARED, 'en')
    expect(drawing).toMatchObject({
      network: { input: { from: 2022, to: 2022 } },
      base: { from: 2020, to: 2023 },
    })
    expect(toDrawing(state, { ...SHARED, years: null }, 'en')).toBeNull()
  })

  it('passes gestures only where there are any', () => {
    expect(toDrawing(readNetwork({}), SHARED, 'zh')).not.toHaveProperty('pins')
    const pins = [{ id: 'I1', x: 10, y: 20 }]
    expect(toDrawing(readNetwork({}), SHARED, 'zh', { pins, hidden: ['I2'] })).toMatchObject({
      pins,
      hidden: ['I2'],
      language: 'zh',
    })
  })

  it('makes a panel a year, or one a ticked city', () => {
    const years = toMultiples(readNetwork({ panels: 'years' }), SHARED, 'en', [])
    expect(years?.panels.map(({ input }) => input.from)).toEqual([2019, 2020, 2021, 2022, 2023])
    expect(years?.base).toEqual({ from: 2019, to: 2023 })
    const cities = toMultiples(readNetwork({ panels: 'cities', one: '1' }), SHARED, 'en', [
      'beijing',
      'paris',
    ])
    expect(cities?.panels.map(({ input }) => 'city' in input && input.city)).toEqual(['beijing', 'paris'])
    expect(cities).not.toHaveProperty('base')
    expect(toMultiples(readNetwork({ panels: 'cities' }), SHARED, 'en', ['beijing'])).toBeNull()
  })

  it('asks for what the contract takes', () => {
    for (const query of [
      {},
      { of: 'cities', k: '3' },
      { of: 'ego', centre: 'I1', one: '1' },
      { of: 'all', n: '5000' },
    ])
      expect(() => networkDrawing.parse(toDrawing(readNetwork(query as never), SHARED, 'en'))).not.toThrow()
    expect(() =>
      multiplesDrawing.parse(toMultiples(readNetwork({ panels: 'years' }), SHARED, 'en', [])),
    ).not.toThrow()
  })

  it('walks through the seeds', () => {
    expect(nextSeed(1)).toBe(2)
    expect(nextSeed(2_147_483_647)).toBe(1)
  })
})
