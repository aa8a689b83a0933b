import { describe, expect, it } from 'vitest'
import type { DatasetDetail } from '../../../shared/contract/datasets.ts'
import { fitTo, letGo } from './dataset-fit.ts'

const index = {
  dataset: 'mine',
  kind: 'computed',
  cities: 3,
  defaultYear: 2023,
  years: [2022, 2023].map((year) => ({ year, shares: 3, cities: 3, scope: null })),
  regions: [{ id: 'CN', name: 'China', nameZh: '中国', cities: 1 }],
} as unknown as DatasetDetail
const edition = { ...index, dataset: 'science-cities-2024', kind: 'published', cities: 100 } as DatasetDetail

describe('going to another dataset', () => {
  it('keeps a year, a region and ticked cities that it has', () => {
    const query = { year: '2022', region: 'CN', cities: 'beijing,nowhere' }
    expect(fitTo(query, index, new Set(['beijing']))).toMatchObject({
      dataset: 'mine',
      year: 2022,
      region: 'CN',
      cities: 'beijing',
    })
  })

  it('takes its usual year where it has not the chosen one, and forgets a region it does not know', () => {
    expect(fitTo({ year: '2015', region: 'FR' }, index, null)).toMatchObject({ year: null, region: null })
  })

  it('does not land on a year of which an edition prints single figures only', () => {
    expect(fitTo({ year: '2022' }, edition, null)).toMatchObject({ year: null })
  })

  it('leaves the default dataset and what only an index knows out of the address', () => {
    const patch = fitTo({ dataset: 'mine', by: 'country', base: '2022', why: 'city~x' }, edition, null)
    expect(patch).toMatchObject({ dataset: null, by: null, base: null, why: null })
    expect(fitTo({ by: 'country' }, index, null)).not.toHaveProperty('by')
  })

  it('keeps a period and a base year where an index has all their years, else names them', () => {
    const query = { from: '2022', to: '2023', base: '2022' }
    for (const key of Object.keys(query)) expect(fitTo(query, index, null)).not.toHaveProperty(key)
    const early = { from: '2015', to: '2023', base: '2015' }
    const patch = fitTo(early, index, null)
    expect(patch).toMatchObject({ from: null, to: null, base: null })
    expect(letGo(early, patch)).toEqual(['period', 'base'])
    // An edition has neither, whatever its years.
    expect(letGo(query, fitTo(query, edition, null))).toEqual(['period', 'base'])
  })

  it('says which choices it lets go, and of those alone that had been made', () => {
    const query = { by: 'country', year: '2015', region: 'FR', sort: 'count', desc: '1' }
    const patch = fitTo(query, edition, null)
    expect(letGo(query, patch)).toEqual(['by', 'year', 'region'])
    expect(letGo({ sort: 'count' }, fitTo({ sort: 'count' }, index, null))).toEqual([])
    // The order of the rows stays.
    expect(patch).not.toHaveProperty('sort')
  })
})
