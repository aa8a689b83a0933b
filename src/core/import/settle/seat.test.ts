import { expect, it } from 'vitest'
import { PrintedBook } from './printed-city.ts'
import { resolvePlaces } from './resolve-places.ts'
import { seatInstitutions } from './seat.ts'
import { countInstitutions } from './count-institutions.ts'
import { CityRegister } from '../places/cities.ts'
import { loadCityNamesZh } from '../places/city-names.ts'
import { Institutions } from '../places/institutions.ts'
import { MetroTable } from '../places/metros.ts'
import { resourcesDir } from '../text/test-files.ts'
import type { Statistics } from '../../statistics/derive.ts'
import { Tally } from '../../statistics/tally.ts'

/** One institution with a Share by city, in thousandths of an article. */
function seated(shares: Record<string, number>, recordCity: string | null) {
  const institutions = new Institutions()
  const city = recordCity === null ? null : { name: recordCity, nameZh: null, geonames: null }
  institutions.add({
    ...{ openalex: 1, ror: null, name: 'Lab', nameZh: null, country: 'DE', sector: null, lineage: [] },
    city: city && { ...city, division: null, latitude: null, longitude: null },
    active: true,
  })
  const keys = ['', ...Object.keys(shares).map((name) => JSON.stringify(['I1', 'Lab', name, 'DE']))]
  const places = resolvePlaces(keys, new Map(), {
    institutions,
    register: new CityRegister(loadCityNamesZh(resourcesDir)),
    metros: new MetroTable({ edition: '', note: '' }, []),
    printed: new PrintedBook(),
  })
  const tally = (size: number) => new Tally(size, 1)
  const tallies = { part: tally(places.sizes.part), institution: tally(places.sizes.institution) }
  Object.values(shares).forEach((units, i) => {
    tallies.institution.add(0, 0, 0, units, 0, i)
    const part = places.maps.part[i + 1] ?? -1
    if (part >= 0) tallies.part.add(part, 0, 0, units, 0, i)
  })
  const statistics = { years: [2023], tallies } as unknown as Statistics
  seatInstitutions(places, statistics)
  return { city: places.institutions[0]?.cityId, ...countInstitutions(places, statistics) }
}

it('an institution stands where its record says, else in the city of its largest Share, never by the alphabet', () => {
  expect(seated({ Aachen: 300, Bonn: 500 }, 'Zwickau')).toMatchObject({
    city: 'zwickau',
    matched: 1,
    unmatched: 0,
  })
  expect(seated({ Aachen: 300, Zwickau: 200 }, 'Zwickau').city).toBe('zwickau')
  expect(seated({ Aachen: 300, Zwickau: 500, Bonn: 400 }, null).city).toBe('zwickau')
  expect(seated({ Zwickau: 300, Aachen: 300 }, null).city).toBe('aachen')
})
