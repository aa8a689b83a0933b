import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { slug } from '../../../shared/domain/slug.ts'
import { distanceKm } from '../../import/places/distance.ts'
import { publishedPositions } from './published-positions.ts'

const resources = join(import.meta.dirname, '../../../../resources')
const positions = publishedPositions(resources)
const edition = readFileSync(join(resources, 'editions/science-cities-2024/top100-2023.csv'), 'utf8')
const cities = parse(edition, { columns: true }) as Record<'city_en' | 'region_iso2', string>[]
const read = (path: string) => JSON.parse(readFileSync(join(resources, 'index', path), 'utf8')) as unknown
const sample = read('sample/places.json') as { cities: Record<string, [number, number]> }
const areas = read('metros.json') as { metros: { name: string; latitude: number; longitude: number }[] }

/** Longitudes and latitudes between which the ranking's cities of a country lie. */
const BOXES: Record<string, [west: number, south: number, east: number, north: number]> = {
  CN: [98, 18, 135, 54],
  US: [-125, 24, -66, 50],
  JP: [128, 30, 146, 46],
  KR: [125, 33, 130, 39],
  GB: [-8, 49, 2, 60],
  FR: [-5, 42, 9, 52],
  DE: [5, 47, 16, 56],
  CH: [5, 45, 11, 48],
  CA: [-140, 42, -52, 60],
  IN: [68, 8, 97, 36],
  AU: [112, -44, 154, -10],
}

describe('positions of the published cities', () => {
  it('are known of all hundred, each its own', () => {
    expect(cities).toHaveLength(100)
    expect([...positions.keys()].sort()).toEqual(cities.map(({ city_en: name }) => slug(name)).sort())
    const places = [...positions.values()].map(({ latitude, longitude }) => `${latitude}/${longitude}`)
    expect(new Set(places).size).toBe(100)
  })

  it('lie in their countries', () => {
    for (const { city_en: name, region_iso2: country } of cities) {
      const { latitude = NaN, longitude = NaN, country: own } = positions.get(slug(name)) ?? {}
      expect(own, name).toBe(country)
      const [west, south, east, north] = BOXES[country] ?? [-180, -60, 180, 72]
      expect(longitude > west && longitude < east && latitude > south && latitude < north, name).toBe(true)
    }
  })

  it('agree within 15 km with what was compiled apart from GeoNames', () => {
    for (const { city_en: name } of cities) {
      const area = areas.metros.find((metro) => metro.name === name)
      const [latitude = NaN, longitude = NaN] =
        sample.cities[name] ?? (area ? [area.latitude, area.longitude] : [])
      const own = positions.get(slug(name)) ?? { latitude: NaN, longitude: NaN }
      expect(distanceKm(own, { latitude, longitude }), name).toBeLessThan(15)
    }
  })
})
