import { expect, test } from 'vitest'
import { resourcesDir } from '../app-info.ts'
import { loadCountries } from '../import/places/countries.ts'
import { loadMetros } from '../import/places/read-metros.ts'
import { findAskedCity } from './city-places.ts'
import { findPlaces } from './find-places.ts'

const context = { dataDir: '', resourcesDir, appVersion: '', now: () => '' }
const find = (text: string, kind: 'city' | 'country' = 'city', limit = 8) =>
  findPlaces({ text, kind, limit }, context).places

test('a city by its first letters, in either language, with its country', () => {
  for (const text of ['Lisbo', 'lisbon', '里斯本']) {
    expect(find(text)[0], text).toMatchObject({
      name: 'Lisbon',
      nameZh: '里斯本',
      countryName: 'Portugal',
      countryNameZh: '葡萄牙',
      ask: 'Lisbon, PT',
    })
  }
})

test('namesakes are told apart by country, and of one country by region', () => {
  const found = find('Valencia', 'city', 40)
  expect(new Set(found.map(({ country }) => country)).size).toBeGreaterThan(2)
  const [springfield] = find('Springfield', 'city', 40).filter(({ country }) => country === 'US')
  expect(springfield?.regions.length).toBeGreaterThan(2)
})

test('what is offered is what a recipe understands', () => {
  const countries = loadCountries(resourcesDir)
  const sources = { resourcesDir, countries, metros: loadMetros(resourcesDir, countries) }
  for (const text of ['Lisb', 'New York', 'Valen', '东京', 'Kamp', 'São Pau']) {
    const places = find(text)
    expect(places.length, text).toBeGreaterThan(0)
    for (const { ask, country, metro } of places) {
      const asked = findAskedCity(ask, sources)
      expect([asked.country, asked.metro !== null], ask).toEqual([country, metro])
    }
  }
})

test('countries by name, part of a name or code, in both languages', () => {
  for (const text of ['Portugal', 'portu', 'PT', '葡萄牙', 'PRT'])
    expect(find(text, 'country')[0], text).toMatchObject({ ask: 'PT', name: 'Portugal' })
  expect(find('United', 'country').map(({ ask }) => ask)).toEqual(expect.arrayContaining(['US', 'GB', 'AE']))
  expect(find('zzzz', 'country')).toEqual([])
})
