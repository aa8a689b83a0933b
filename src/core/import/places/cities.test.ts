import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resourcesDir } from '../text/test-files.ts'
import type { CityInput } from './cities.ts'
import { CityRegister } from './cities.ts'
import { loadCityNamesZh } from './city-names.ts'

const namesZh = loadCityNamesZh(resourcesDir)

function settle(inputs: readonly CityInput[]) {
  const register = new CityRegister(namesZh)
  const mentions = inputs.map((input) => register.note(input))
  const { cities, cityOf } = register.finish()
  return { cities, ids: mentions.map((mention) => (mention === null ? null : cityOf(mention).id)) }
}

const INPUTS: CityInput[] = [
  { name: 'Zürich', country: 'CH', geonames: 2657896, latitude: 47.37, longitude: 8.55 },
  { name: 'Zurich', country: 'CH' },
  { name: '苏黎世', country: null },
  { name: 'Cambridge', country: 'US', geonames: 4931972, division: 'Massachusetts' },
  { name: 'Cambridge', country: 'US', geonames: 4931972, division: null },
  { name: 'Cambridge', country: 'GB', geonames: 2653941 },
  {
    name: 'Springfield',
    country: 'US',
    geonames: 4951788,
    division: 'Massachusetts',
    latitude: 42.1,
    longitude: -72.6,
  },
  {
    name: 'Springfield',
    country: 'US',
    geonames: 4250542,
    division: 'Illinois',
    latitude: 39.8,
    longitude: -89.6,
  },
  {
    name: 'Springfield',
    country: 'US',
    geonames: 4250542,
    division: 'Illinois',
    latitude: 39.8,
    longitude: -89.6,
  },
  { name: 'Springfield', country: 'US', division: 'Massachusetts' },
  { name: 'Springfield', country: 'US' },
  { name: 'Bern', country: 'CH', geonames: 2661552, latitude: 46.95, longitude: 7.45 },
  { name: 'Bern', country: 'CH', geonames: 7285212, latitude: 46.92, longitude: 7.42 },
  { name: 'Peking', country: 'CN', geonames: 1816670 },
  { name: '北京市', country: null },
  { name: 'Beijing', country: 'CN', geonames: 1816670 },
  { name: 'Beijing', country: 'CN', geonames: 1816670 },
  { name: 'Nowhere', country: null },
  { name: '---', country: 'US' },
]

describe('which mentions are one city', () => {
  it('name, country and GeoNames id decide', () => {
    const { cities, ids } = settle(INPUTS)
    expect(ids).toEqual([
      ...['zurich', 'zurich', 'zurich'],
      ...['cambridge-us', 'cambridge-us', 'cambridge'],
      ...['springfield-us', 'springfield', 'springfield', 'springfield-us', 'springfield'],
      ...['bern', 'bern'],
      ...['beijing', 'beijing', 'beijing', 'beijing'],
      ...['nowhere', null],
    ])
    expect(cities.map(({ id }) => id)).toEqual([...new Set(ids.filter((id) => id !== null))].sort())
    expect(cities.find(({ id }) => id === 'beijing')).toEqual({
      id: 'beijing',
      name: 'Beijing',
      nameZh: '北京',
      country: 'CN',
      geonames: 1816670,
      division: null,
      latitude: null,
      longitude: null,
      mentions: 4,
    })
    expect(cities.find(({ id }) => id === 'bern')?.geonames).toBe(2661552)
  })

  it('the order of mentions changes nothing', () => {
    const wanted = settle(INPUTS).cities
    fc.assert(
      fc.property(fc.shuffledSubarray(INPUTS, { minLength: INPUTS.length }), (inputs) => {
        expect(settle(inputs).cities).toEqual(wanted)
      }),
      { seed: 5, numRuns: 200 },
    )
  })

  it('a third city of one name and country adds its GeoNames id', () => {
    const at = (geonames: number) => ({ name: 'Salem', country: 'US', geonames })
    expect(settle([at(3), at(2), at(1), at(1)]).ids).toEqual(['salem-us-3', 'salem-us', 'salem', 'salem'])
  })

  it('spellings of one name are one city, shown with its marks and in usual case', () => {
    const { cities } = settle([
      ...['Lodz', 'Łódź', 'LODZ'].map((name) => ({ name, country: 'PL' })),
      ...['St. Petersburg', 'Saint Petersburg'].map((name) => ({ name, country: 'RU' })),
      ...['Duesseldorf', 'Düsseldorf', 'Dusseldorf'].map((name) => ({ name, country: 'DE' })),
    ])
    expect(cities.map(({ id, name, mentions }) => [id, name, mentions])).toEqual([
      ['dusseldorf', 'Düsseldorf', 3],
      ['lodz', 'Łódź', 3],
      ['saint-petersburg', 'Saint Petersburg', 2],
    ])
  })

  it('a city without a country is that of its name where it lies, and no other', () => {
    const kyoto = { name: 'Kyoto', country: 'JP', geonames: 1857910, latitude: 35.021, longitude: 135.754 }
    const near = { name: 'Kyōto', country: null, latitude: 35.0, longitude: 135.7 }
    expect(settle([kyoto, near]).ids).toEqual(['kyoto', 'kyoto'])
    expect(settle([near, kyoto]).cities[0]).toMatchObject({ id: 'kyoto', country: 'JP', mentions: 2 })
    expect(settle([kyoto, { ...near, latitude: 34 }]).ids).toEqual(['kyoto', 'kyoto-2'])
  })
})
