import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../shared/contract/errors.ts'
import { resourcesDir, TestFolder } from '../text/test-files.ts'
import { loadCountries } from './countries.ts'
import { loadMetros, parseMetros, readMetros } from './read-metros.ts'

const countries = loadCountries(resourcesDir)
const metros = loadMetros(resourcesDir, countries)
const edition = parse(
  readFileSync(join(resourcesDir, 'editions', 'science-cities-2024', 'top100-2023.csv')),
  {
    columns: true,
  },
) as Record<string, string>[]

describe('the default metropolitan areas', () => {
  it('are those that the published ranking names, in both languages', () => {
    const areas = edition.filter(({ city_en = '' }) => /metropolitan area|Bay Area|–/.test(city_en))
    expect(areas).toHaveLength(27)
    expect(metros.metros.map(({ name, nameZh, country }) => [name, nameZh, country])).toEqual(
      areas.map(({ city_en, city_zh, region_iso2 }) => [city_en, city_zh, region_iso2]),
    )
    expect(metros.clashes()).toEqual([])
  })

  it('take in no city that the ranking lists on its own', () => {
    const alone = edition.filter(({ city_en = '' }) => !/metropolitan area|Bay Area|–/.test(city_en))
    const taken = alone.filter(({ city_en = '', region_iso2 = '' }) => metros.metroOf(city_en, region_iso2))
    expect(taken).toEqual([])
  })

  it('tell cities of one name apart by position, and leave common names alone without one', () => {
    const id = (name: string, country: string, latitude?: number, longitude?: number) =>
      metros.metroOf(name, country, { latitude: latitude ?? null, longitude: longitude ?? null })?.id ?? null
    expect(id('New Haven', 'US')).toBe('new-york-metropolitan-area')
    expect(id('Cambridge', 'US')).toBe('boston-metropolitan-area')
    expect(id('Cambridge', 'GB')).toBeNull()
    expect(id('Arlington', 'US')).toBeNull()
    expect(id('Arlington', 'US', 38.88, -77.1)).toBe('baltimore-washington')
    expect(id('Arlington', 'US', 32.74, -97.11)).toBe('dallas-fort-worth')
    expect(id('Columbia', 'US', 38.95, -92.33)).toBeNull()
    expect(id('Newark', 'US', 39.68, -75.75)).toBeNull()
    expect(id('Créteil', 'FR')).toBe('paris-metropolitan-area')
  })
})

describe("a user's metropolitan areas", () => {
  const issuesOf = async (run: () => unknown) => {
    try {
      await run()
    } catch (error) {
      if (error instanceof AppError) return error.details.issues?.map(({ code, line }) => [code, line])
    }
    return []
  }

  it('come as a table', async () => {
    using folder = new TestFolder()
    const text = 'metro;metro_zh;city;country\nRhein;莱茵;Köln;Germany\nRhein;莱茵;Bonn;德国\n'
    const table = await readMetros(folder.write('m.csv', text), countries)
    expect(table.metroOf('Koln', 'DE')).toEqual({ id: 'rhein', name: 'Rhein', nameZh: '莱茵', country: 'DE' })
    expect(table.metroOf('Koln', 'AT')).toBeNull()
    const wrong = 'metro,city,country\nA,Bonn,DE\nB,bonn,Germany\n,X,DE\nA,Y,Atlantis\n'
    expect(await issuesOf(() => readMetros(folder.write('w.csv', wrong), countries))).toEqual([
      ['metro-city-twice', 3],
      ['value-missing', 4],
      ['country-unknown', 5],
    ])
    expect(await issuesOf(() => readMetros(folder.write('h.csv', 'metro,town\nA,B\n'), countries))).toEqual([
      ['column-missing', 1],
      ['column-missing', 1],
    ])
  })

  it('or as JSON, checked alike', async () => {
    const parsed = (metros: unknown) =>
      issuesOf(() => parseMetros('m.json', JSON.stringify({ metros }), countries))
    const area = (name: string, more = {}) => ({ name, country: 'DE', cities: ['Bonn'], ...more })
    expect(await parsed([area('A')])).toEqual([])
    expect(await parsed([area('A'), area('B')])).toEqual([['metro-city-twice', null]])
    expect(await parsed([area('A'), area('a', { cities: ['X'] })])).toEqual([['duplicate-entry', null]])
    expect(await parsed([area('A', { latitude: 50 })])).toEqual([['table-form', null]])
    expect(await parsed([area('A', { country: 'Atlantis' })])).toEqual([['country-unknown', null]])
    expect(await parsed([])).toEqual([['empty-file', null]])
    expect(await issuesOf(() => parseMetros('m.json', '{', countries))).toEqual([['json-syntax', null]])
  })
})

describe('countries', () => {
  it('are worded as the published edition words them', () => {
    const regions = new Map(edition.map((row) => [row['region_iso2'] ?? '', row]))
    for (const [code, { region_en, region_zh } = {}] of regions) {
      expect(countries.nameOf(code)).toEqual({ en: region_en, zh: region_zh })
    }
    expect(countries.all).toHaveLength(250)
  })

  it('are known by codes and names in both languages', () => {
    const codes = ['cn', 'CHN', 'China', 'P.R. China', '中国', 'Chinese mainland'].map((name) =>
      countries.codeOf(name),
    )
    expect(new Set(codes)).toEqual(new Set(['CN']))
    expect(countries.codeOf('Côte d’Ivoire')).toBe('CI')
    expect([countries.codeOf('Atlantis'), countries.codeOf('')]).toEqual([null, null])
    expect(countries.nameOf('ZZ')).toEqual({ en: 'ZZ', zh: 'ZZ' })
  })
})
