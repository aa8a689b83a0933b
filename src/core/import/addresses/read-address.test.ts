import { describe, expect, test } from 'vitest'
import { resourcesDir } from '../../app-info.ts'
import { distanceKm } from '../places/distance.ts'
import { loadCityNamesZh } from '../places/city-names.ts'
import { loadCountries } from '../places/countries.ts'
import { Foldings } from './foldings.ts'
import { loadGazetteer, theOne } from './gazetteer.ts'
import { AddressReader } from './read-address.ts'
import { loadFoldings } from './read-foldings.ts'

const gazetteer = loadGazetteer(resourcesDir)
const suburbs = loadFoldings(resourcesDir)
const reader = new AddressReader(
  loadCountries(resourcesDir),
  gazetteer,
  new Foldings(suburbs),
  loadCityNamesZh(resourcesDir),
)

function placeOf(address: string): string | null {
  const place = reader.read(address)
  if (!place) return null
  return `${place.city?.name ?? (place.isAmbiguous ? 'several' : '?')}, ${place.country}`
}

describe('a printed address names', () => {
  test.each([
    ['Department of Physics, Example University, Addis Ababa, Ethiopia', 'Addis Ababa, ET'],
    ['Example Institute, 12 Long Street, 8091 Zürich, Switzerland.', 'Zürich, CH'],
    ['Example Institute, CH-8091 Zurich, Switzerland', 'Zürich, CH'],
    ['Example Hospital, SE-171 77 Stockholm, Sweden', 'Stockholm, SE'],
    ['Example College, London WC1E 7HT, UK', 'London, GB'],
    ['Example College, London, England', 'London, GB'],
    ['Example School, Boston, MA 02115, USA', 'Boston, US'],
    ['Example School, Boston, Massachusetts', null],
    ['Example School, Boston, MA 02115', 'Boston, US'],
    ['Example School, Ithaca, New York, USA', 'Ithaca, US'],
    ['Example School, New York, NY, USA', 'New York, US'],
    ['Example School, New York, USA', 'New York, US'],
    ['Example School, Atlanta Georgia, 30329, United States of America (USA).', 'Atlanta, US'],
    ['Example School, Vancouver, BC, Canada, V6T 1Z3', 'Vancouver, CA'],
    ['Example Institute, Guangzhou, Guangdong, China', 'Guangzhou, CN'],
    ['Example Institute, Pok Fu Lam, Hong Kong', 'Hong Kong, HK'],
    ['Example University, Rondebosch, Cape Town, 7700, South Africa', 'Cape Town, ZA'],
    ['Example University, Parkville, VIC 3010, Australia', 'Melbourne, AU'],
    ['Example Centre, Singapore 117597, Singapore', 'Singapore, SG'],
    ['Example Field Station Kintampo, Ghana', 'Kintampo, GH'],
    ['Example Institute, Recife PE, CEP 52010-010, Brazil', 'Recife, BR'],
    ['a Example Centre , Kuala Lumpur , Malaysia .', 'Kuala Lumpur, MY'],
    ['Example Institute, Kampala, Uganda. someone@example.org', 'Kampala, UG'],
    ['Example Institute, Lima, Peru; Other Institute, Quito, Ecuador', 'Lima, PE'],
    ['示例大学, 北京, 中国', 'Beijing, CN'],
    ['Example College, Springfield, USA', 'several, US'],
    ['Example College, Springfield, IL, USA', 'Springfield, US'],
    ['Bank of Kigali, Rwanda', '?, RW'],
    ['Example College, United Kingdom', '?, GB'],
    ['Example College', null],
    ['', null],
  ])('%s: %s', (address, place) => {
    expect(placeOf(address)).toBe(place)
  })
})

test('namesakes are told apart by the division', () => {
  const divisions = ['IL', 'Massachusetts', 'MO'].map(
    (state) => reader.read(`Example College, Springfield, ${state}, USA`)?.city?.divisionName,
  )
  expect(divisions).toEqual(['Illinois', 'Massachusetts', 'Missouri'])
})

test('every suburb is counted in a city that is there, and no place of its name lies elsewhere unnoticed', () => {
  for (const { place, country, city } of suburbs) {
    const to = theOne(gazetteer.named(city, country), null)
    expect([place, country, city, to !== null]).toEqual([place, country, city, true])
    const [nearest] = gazetteer
      .named(place, country)
      .map((found) => (to ? distanceKm(found, to) : Infinity))
      .toSorted((a, b) => a - b)
    // Of names that are borne only by places elsewhere none is in the table but those that every reader takes for the city.
    if (nearest !== undefined && nearest > 60) expect(['Halle', 'Newcastle', 'Baroda']).toContain(place)
  }
})
