import { describe, expect, test } from 'vitest'
import { resourcesDir } from '../../app-info.ts'
import { loadCountries } from '../places/countries.ts'
import { loadOtherNames } from '../../names/other-names.ts'
import { CityCells } from './city-cell.ts'
import { loadGazetteer } from './gazetteer.ts'

const cells = new CityCells(loadCountries(resourcesDir), loadOtherNames(resourcesDir), () =>
  loadGazetteer(resourcesDir),
)

/** Name, division and country that a cell comes to. */
function read(cell: string, country: string | null): string {
  const { name, division, country: code } = cells.read(cell, country)
  return [name, division, code].map((each) => each ?? '–').join(' | ')
}

describe('a cell of a city is read', () => {
  test.each([
    // with the country beside it
    ['Rochester, MN', 'US', 'Rochester | Minnesota | US'],
    ['Rochester (NY)', 'US', 'Rochester | New York | US'],
    ['Rochester, New York', 'US', 'Rochester | New York | US'],
    ['Rochester, NY, USA', 'US', 'Rochester | New York | US'],
    ['Boston MA', 'US', 'Boston | Massachusetts | US'],
    ['Washington, D.C.', 'US', 'Washington | District of Columbia | US'],
    ['Washington, DC', 'US', 'Washington | District of Columbia | US'],
    ['Atlanta, Georgia', 'US', 'Atlanta | Georgia | US'],
    ['Cambridge (UK)', 'GB', 'Cambridge | – | GB'],
    ['Paris, France', 'FR', 'Paris | – | FR'],
    ['Beijing, China', 'CN', 'Beijing | – | CN'],
    ['Toronto, ON', 'CA', 'Toronto | Ontario | CA'],
    ['Perth, WA', 'AU', 'Perth | Western Australia | AU'],
    ['São Paulo, SP', 'BR', 'São Paulo | São Paulo | BR'],
    ['Padova, PD', 'IT', 'Padova | – | IT'],
    ['Mexico City, Mexico', 'MX', 'Mexico City | – | MX'],
    ['Hong Kong, China', 'HK', 'Hong Kong | – | HK'],
    ['San Juan, Puerto Rico', 'US', 'San Juan | – | US'],
    ['Oxford, Oxfordshire', 'GB', 'Oxford | – | GB'],
    ['Oxford, Oxfordshire, UK', 'GB', 'Oxford | – | GB'],
    ['München/Munich', 'DE', 'Munich | – | DE'],
    ['Frankfurt/Main', 'DE', 'Frankfurt/Main | – | DE'],
    ['北京市', 'CN', 'Beijing | – | CN'],
    ['北京市海淀区', 'CN', 'Beijing | – | CN'],
    ['江苏省南京市', 'CN', 'Nanjing | – | CN'],
    ['東京都文京区', 'JP', 'Tokyo | – | JP'],
    ['大阪府吹田市', 'JP', 'Suita | – | JP'],
    ['京都市', 'JP', 'Kyoto | – | JP'],
    ['서울특별시 관악구', 'KR', 'Seoul | – | KR'],
    ['부산광역시', 'KR', 'Busan | – | KR'],
    ['City of Leeds', 'GB', 'Leeds | – | GB'],
    ['Kanazawa-shi', 'JP', 'Kanazawa | – | JP'],
    // with the cell alone
    ['Cambridge, MA, USA', null, 'Cambridge | Massachusetts | US'],
    ['Cambridge, MA', null, 'Cambridge | Massachusetts | US'],
    ['Cambridge (UK)', null, 'Cambridge | – | GB'],
    ['Paris, France', null, 'Paris | – | FR'],
    ['Paris, FR', null, 'Paris | – | FR'],
    ['Berlin, DE', null, 'Berlin | – | DE'],
    ['Wilmington, DE', null, 'Wilmington | Delaware | US'],
    ['Tbilisi, Georgia', null, 'Tbilisi | – | GE'],
    ['Atlanta, Georgia', null, 'Atlanta | Georgia | US'],
    ['Perth, WA', null, 'Perth | Western Australia | AU'],
    ['Seattle, WA', null, 'Seattle | Washington | US'],
    ['Guangzhou, Guangdong', null, 'Guangzhou | Guangdong | CN'],
    // against the country beside it: none
    ['Cambridge, MA, USA', 'GB', '– | – | GB'],
    ['Rochester, MN', 'GB', '– | – | GB'],
    ['Paris, France', 'US', '– | – | US'],
    ['Vienna, Austria', 'DE', '– | – | DE'],
    // as they stand
    ['Rochester', 'US', 'Rochester | – | US'],
    ['Salt Lake City', 'US', 'Salt Lake City | – | US'],
    ['Halle (Saale)', 'DE', 'Halle (Saale) | – | DE'],
    ['Frankfurt (Oder)', 'DE', 'Frankfurt (Oder) | – | DE'],
    ['Greater Manchester', 'GB', 'Greater Manchester | – | GB'],
    ['大阪府堺市', 'JP', '大阪府堺市 | – | JP'],
    ['Nowhere, Xy', 'FR', 'Nowhere, Xy | – | FR'],
    ['Nowhere, MN', null, 'Nowhere, MN | – | –'],
  ])('%s in %s', (cell, country, expected) => {
    expect(read(cell, country)).toBe(expected)
  })

  test('a division tells places of one name apart, by their GeoNames ids', () => {
    const ids = ['Rochester, MN', 'Rochester, NY', 'Springfield, IL', 'Springfield, Massachusetts'].map(
      (cell) => cells.read(cell, 'US').geonames,
    )
    expect(ids).toEqual([5043473, 5134086, 4250542, 4951788])
  })
})
