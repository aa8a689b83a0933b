/** The gazetteer finds by its bytes what its rows say. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { nameKey } from '../../../shared/domain/slug.ts'
import { resourcesDir } from '../../app-info.ts'
import { CountryPlaces } from './country-places.ts'
import { Gazetteer } from './gazetteer.ts'

const ROWS = `# remark
=AA
Nowhere	1.00	2.00	
+01	First
Old  Town	3.25	-4.50	1t6lw	*
Zürich	5	6	1t50y
zurich	7	8	
+B2	Second
Zu-rich	9	10	
Zurich	11	12	z
a row without degrees	13
=BB
Zurich	14	15	`

test('cities are found by the key of their name, in the order of the rows', () => {
  const gazetteer = new Gazetteer(Buffer.from(ROWS))
  const named = (name: string, country = 'AA') =>
    gazetteer.named(name, country).map((city) => [city.name, city.division, city.latitude])
  expect(named('ZURICH')).toEqual([
    ['Zürich', '01', 5],
    ['zurich', '01', 7],
    ['Zurich', 'B2', 11],
  ])
  expect(named('zu rich')).toEqual([['Zu-rich', 'B2', 9]])
  expect(named('Zurich', 'BB')).toEqual([['Zurich', '', 14]])
  expect(named('a row without degrees')).toEqual([])
  expect(named('Zurich', 'CC')).toEqual([])
  expect(gazetteer.named('old town', 'AA')).toEqual([
    {
      name: 'Old  Town',
      country: 'AA',
      division: '01',
      divisionName: 'First',
      latitude: 3.25,
      longitude: -4.5,
      geonames: parseInt('1t6lw', 36),
      isMain: true,
    },
  ])
  expect([gazetteer.divisionOf('second', 'AA'), gazetteer.divisionOf('b2', 'AA')]).toEqual(['B2', 'B2'])
  expect([gazetteer.divisionName('01', 'AA'), gazetteer.divisionName('03', 'AA')]).toEqual(['First', null])
  expect(gazetteer.anywhere('Zurich').map(({ country }) => country)).toEqual(['AA', 'AA', 'AA', 'BB'])
})

test('words of addresses that are no city are not remembered', () => {
  const places = new CountryPlaces('AA', Buffer.from('Zürich\t5\t6\t\nLyon\t7\t8\t'))
  for (let i = 0; i < 1000; i++) expect(places.named(`street ${i}`)).toEqual([])
  expect(places.named('zurich')).toBe(places.named('zurich'))
  expect(places.remembered).toBe(1)
})

test('each row of the gazetteer that ships is found', () => {
  const packed = gunzipSync(readFileSync(join(resourcesDir, 'index', 'gazetteer.txt.gz')))
  const gazetteer = new Gazetteer(packed)
  let country = ''
  const missing: string[] = []
  for (const [i, row] of packed.toString('utf8').split('\n').entries()) {
    if (row.startsWith('=')) country = row.slice(1, 3)
    const [name = '', latitude, longitude] = row.split('\t')
    // One in seven is enough to meet every kind of name.
    if (i % 7 > 0 || longitude === undefined || name.startsWith('+')) continue
    const found = gazetteer
      .named(name, country)
      .some((city) => city.name === name && city.latitude === Number(latitude))
    if (!found || nameKey(name) === '') missing.push(row)
  }
  expect(missing).toEqual([])
})
