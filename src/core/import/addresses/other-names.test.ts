/** The table of cities' other names against the gazetteer. */
import { describe, expect, test } from 'vitest'
import { resourcesDir } from '../../app-info.ts'
import { cityKey } from '../../../shared/domain/city-key.ts'
import { distanceKm } from '../places/distance.ts'
import { loadCountries } from '../places/countries.ts'
import { loadOtherNames } from '../../names/other-names.ts'
import { loadGazetteer } from './gazetteer.ts'
import type { GazetteerCity } from './gazetteer.ts'

const names = loadOtherNames(resourcesDir)
const gazetteer = loadGazetteer(resourcesDir)

/** Where a city of the table lies: the main place of its name, or of one of its other names. */
function placesOf(all: readonly string[], country: string): GazetteerCity[] {
  const found = all.flatMap((name) => gazetteer.named(name, country))
  const main = found.filter(({ isMain }) => isMain)
  return main.length > 0 ? main : found
}

describe('the other names of cities', () => {
  test('are of more than 400 cities, each in the gazetteer, under a country that is known', () => {
    const codes = new Set(loadCountries(resourcesDir).all)
    const astray = names.rows.filter(
      ({ city, names: other }) =>
        !codes.has(city.country) || placesOf([city.name, ...other], city.country).length === 0,
    )
    expect(astray.map(({ city }) => city.name)).toEqual([])
    expect(names.rows.length).toBeGreaterThan(400)
  })

  test('each name names one city of its country', () => {
    const lost = names.rows.flatMap(({ city, names: other }) =>
      [city.name, ...other].filter((name) => names.find(name, city.country) !== city),
    )
    expect(lost).toEqual([])
  })

  test('no name is that of another place of the country, but for those that every reader takes for the city', () => {
    const elsewhere = names.rows.flatMap(({ city, names: other }) => {
      const own = placesOf([city.name], city.country)
      const homes = own.length > 0 ? own : placesOf(other, city.country)
      return other
        .filter((name) => cityKey(name, city.country) !== cityKey(city.name, city.country))
        .filter((name) => {
          const places = gazetteer.named(name, city.country)
          return places.some((place) => homes.every((home) => distanceKm(home, place) > 40))
        })
        .map((name) => `${name}, ${city.country}`)
    })
    expect(elsewhere.sort()).toEqual(['Baroda, IN', 'Halle, DE', 'Newcastle, GB'])
  })
})
