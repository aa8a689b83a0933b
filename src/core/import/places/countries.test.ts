import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { resourcesDir } from '../text/test-files.ts'
import { countryKey } from './country-key.ts'
import { Countries, loadCountries } from './countries.ts'

const countries = loadCountries(resourcesDir)

/** Pairs of a code and names, a line each: `CD: Dem Rep Congo; Zaire`. */
function pairs(text: string): [string, string][] {
  return text
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [code = '', names = ''] = line.trim().split(': ')
      return names.split('; ').map((name): [string, string] => [code, name])
    })
}

const wrong = (list: readonly [string, string][]) =>
  list.filter(([code, name]) => countries.codeOf(name) !== code).map(([code, name]) => [code, name])

const ISO = `
AE: United Arab Emirates (the)
AG: Antigua and Barbuda
BA: Bosnia and Herzegovina
BL: Saint Barthélemy
BN: Brunei Darussalam
BO: Bolivia (Plurinational State of)
BQ: Bonaire, Sint Eustatius and Saba
BS: Bahamas (the)
CC: Cocos (Keeling) Islands (the)
CD: Congo (the Democratic Republic of the); Congo, The Democratic Republic of the
CF: Central African Republic (the)
CG: Congo (the); Congo
CI: Côte d'Ivoire
CV: Cabo Verde
CZ: Czechia
DO: Dominican Republic (the)
FK: Falkland Islands (the) [Malvinas]; Falkland Islands (Malvinas)
FM: Micronesia (Federated States of); Micronesia, Federated States of
FO: Faroe Islands (the)
GB: United Kingdom of Great Britain and Northern Ireland (the)
GM: Gambia (the)
GS: South Georgia and the South Sandwich Islands
GW: Guinea-Bissau
HM: Heard Island and McDonald Islands
IO: British Indian Ocean Territory (the)
IR: Iran (Islamic Republic of); Iran, Islamic Republic of
KN: Saint Kitts and Nevis
KP: Korea (the Democratic People's Republic of); Korea, Democratic People's Republic of
KR: Korea (the Republic of); Korea, Republic of
LA: Lao People's Democratic Republic (the)
LC: Saint Lucia
MD: Moldova (the Republic of); Moldova, Republic of
MF: Saint Martin (French part)
MK: North Macedonia; Macedonia, the former Yugoslav Republic of
MO: Macao
MP: Northern Mariana Islands (the)
NL: Netherlands (Kingdom of the); Netherlands (the)
PH: Philippines (the)
PN: Pitcairn
PS: Palestine, State of
RE: Réunion
RU: Russian Federation (the)
SH: Saint Helena, Ascension and Tristan da Cunha
SJ: Svalbard and Jan Mayen
ST: Sao Tome and Principe
SX: Sint Maarten (Dutch part)
SY: Syrian Arab Republic (the)
SZ: Eswatini
TC: Turks and Caicos Islands (the)
TF: French Southern Territories (the)
TL: Timor-Leste
TR: Türkiye; Turkey
TW: Taiwan (Province of China); Taiwan, Province of China
TZ: Tanzania, the United Republic of; Tanzania, United Republic of
UM: United States Minor Outlying Islands (the)
US: United States of America (the)
VA: Holy See (the); Holy See (Vatican City State)
VC: Saint Vincent and the Grenadines
VE: Venezuela (Bolivarian Republic of); Venezuela, Bolivarian Republic of
VG: Virgin Islands (British); Virgin Islands, British
VI: Virgin Islands (U.S.); Virgin Islands, U.S.
VN: Viet Nam
WF: Wallis and Futuna
EH: Western Sahara
`

const WEB_OF_SCIENCE = `
AE: U Arab Emirates; United Arab Emirates
AG: Antigua & Barbu
BA: Bosnia & Herceg
BY: BELARUS; Byelarus
CD: Dem Rep Congo; DEM REP CONGO; Zaire
CF: Cent Afr Republ
CG: Rep Congo
CI: Cote Ivoire; Cote d'Ivoire
CN: Peoples R China; PEOPLES R CHINA
CV: Cape Verde
CZ: Czech Republic
DE: Fed Rep Ger; Germany; Ger Dem Rep
DO: Dominican Rep
FK: Falkland Island
GB: England; Scotland; Wales; North Ireland; Northern Ireland
GE: Rep of Georgia; Republic of Georgia
GF: French Guiana
GQ: Equat Guinea
GW: Guinea Bissau
KN: St Kitts & Nevi
LC: St Lucia
MH: Marshall Island
MK: Macedonia; North Macedonia
MN: Mongol Peo Rep; Mongolia
PF: Fr Polynesia
PG: Papua N Guinea
RU: Russia; Russian Federation
ST: Sao Tome & Prin
SX: St Maarten
SZ: Swaziland
TT: Trinidad Tobago; Trinid & Tobago
TR: Turkiye; Turkey
TW: Taiwan
US: USA
VC: St Vincent
VG: Brit Virgin Isl
TC: Turks & Caicos
WF: Wallis & Futuna
`

const OTHERS = `
BN: Brunei Darussalam
CD: Congo - Kinshasa; Democratic Republic Congo; DR Congo; Congo (Kinshasa); Congo, DR
CG: Congo - Brazzaville; Republic of the Congo; Congo, Rep.
CI: Ivory Coast; Cote D'ivoire; CÔTE D’IVOIRE
CN: P. R. China; P.R. China; PR China; China (Mainland); China, People's Republic of; People s Republic of China
FM: Federated States of Micronesia
GB: UK; U.K.; United Kingdom (UK)
HK: Hong Kong; Hong Kong SAR; China, Hong Kong; Hong Kong (China)
KR: South Korea; Korea, South; Republic of Korea; S. Korea; Korea (South)
KP: North Korea; Korea (North); DPR Korea
LA: Lao PDR; Laos
LY: Libyan Arab Jamahiriya
MM: Myanmar (Burma); Burma; Burma (Myanmar)
MO: Macau; Macao; Macau SAR
PS: Palestine; Palestinian Territory; Palestinian Territories, Occupied
SK: Slovak Republic
TW: Taiwan, Republic of China; Taiwan ROC; Chinese Taipei
US: U.S.A.; U. S. A.; United States of America; The United States of America
XK: Kosovo (UNSCR 1244); Republic of Kosovo
GM: The Gambia; Gambia, The
BS: The Bahamas; Bahamas, The
PL: Republic of Poland; Polska
EG: Arab Republic of Egypt
DE: Deutschland; Federal Republic of Germany; Allemagne; Alemania
ES: España; Espagne
BR: Brasil
AT: Österreich; Osterreich
CZ: Česko; Česká republika
RU: Россия
UA: Україна
GR: Ελλάδα; Hellas
JP: 日本; Japon
CH: Schweiz; Suisse; Svizzera
TR: TÜRKİYE
VN: Việt Nam
`

/** Known before they were widened. */
const CHINESE = `
CN: 中国; 中华人民共和国; 内地; 中國
TW: 台湾; 臺灣; 中国台湾
HK: 香港; 中国香港
MO: 澳门
KR: 韩国; 大韩民国; 韓國
US: 美国; 美利坚合众国; 美國
CD: 刚果民主共和国
`

describe('names of countries', () => {
  it.each([
    ['ISO 3166', ISO],
    ['Web of Science', WEB_OF_SCIENCE],
    ['other usual forms', OTHERS],
    ['Chinese', CHINESE],
  ])('of %s', (_, text) => {
    expect(wrong(pairs(text))).toEqual([])
  })

  it('in English for every code, with & and with "and", in capitals and without accents', () => {
    const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
    const names = countries.all.flatMap((code): [string, string][] => {
      const name = english.of(code)
      if (name === undefined) return []
      const spelled = [name, name.replace('&', 'and'), name.toUpperCase(), name.replace('St.', 'Saint')]
      const bare = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/’/g, '')
      return [...spelled, bare, `${name} (the)`, `The ${name}`].map((each) => [code, each])
    })
    expect(names.length).toBeGreaterThan(1700)
    expect(wrong(names)).toEqual([])
  })

  it('that mean none, or more than one, are not known', () => {
    const none = [
      'USSR',
      'Yugoslavia',
      'Czechoslovakia',
      'Serbia and Montenegro',
      'Atlantis',
      'The',
      '',
      '-',
      'Korean',
    ]
    expect(none.filter((name) => countries.codeOf(name) !== null)).toEqual([])
  })

  it('no two codes share a name, in any order of its words', () => {
    const table = JSON.parse(readFileSync(join(resourcesDir, 'index', 'countries.json'), 'utf8')) as Record<
      string,
      { alpha3: string; en: string; zh: string; aliases?: string[] }
    >
    const codes = new Map<string, string>()
    const clashes: string[] = []
    for (const [code, { alpha3, en, zh, aliases = [] }] of Object.entries(table))
      for (const name of [code, alpha3, en, zh, ...aliases]) {
        const key = countryKey(name)
        if ((codes.get(key) ?? code) !== code) clashes.push(`${name}: ${code}, ${codes.get(key)}`)
        codes.set(key, code)
      }
    expect(clashes).toEqual([])
  })
})

test('a table of one country', () => {
  const one = new Countries({ DE: { alpha3: 'DEU', en: 'Germany', zh: '德国' } })
  expect([one.codeOf('germany'), one.codeOf('deu'), one.codeOf('France')]).toEqual(['DE', 'DE', null])
})
