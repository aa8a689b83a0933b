/** What is one city and one institution, under the many names that tables give them: worked out by hand. */
import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/edition.ts'
import type { ImportWays } from '../support/imported-text.ts'
import { importText } from '../support/imported-text.ts'

const dataDir = temporaryFolder()
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const HEAD = 'article_id,year,author_seq,author_name,institution_id,institution,city,country'
type Cells = readonly [id: string, institution: string, city: string, country: string]

/** One article, each author with one affiliation; cells are quoted. */
const rowsOf = (cells: readonly Cells[], article = 'A') =>
  cells.map((each, i) =>
    [article, '2022', i + 1, `Author ${i}`, ...each].map((cell) => `"${cell}"`).join(','),
  )
const csv = (cells: readonly Cells[], article?: string) => [HEAD, ...rowsOf(cells, article), ''].join('\n')
const table = (cells: readonly Cells[], more: Record<string, string> = {}, ways?: ImportWays) =>
  importText(dataDir, { 'table.csv': csv(cells), ...more }, ways)
const inCities = (...cities: [string, string][]) =>
  table(cities.map(([city, country], i): Cells => ['', `Laboratory ${i}`, city, country]))

describe('a city under several names', () => {
  test.each<[string, [string, string][]]>([
    [
      'Munich, DE',
      [
        ['München', 'Germany'],
        ['Munich', 'DE'],
        ['Muenchen', 'Deutschland'],
        ['慕尼黑', '德国'],
        ['Munique', 'DE'],
      ],
    ],
    [
      'Tokyo, JP',
      [
        ['東京', 'JP'],
        ['Tokyo', 'Japan'],
        ['東京都', '日本'],
        ['Tokio', 'JP'],
        ['东京', '日本'],
      ],
    ],
    [
      'Seoul, KR',
      [
        ['서울', 'KR'],
        ['서울특별시', 'KR'],
        ['Seoul', 'South Korea'],
        ['首尔', '韩国'],
        ['漢城', 'KR'],
      ],
    ],
    [
      'Moscow, RU',
      [
        ['Москва', 'RU'],
        ['Moskva', 'Russia'],
        ['Moskau', 'RU'],
        ['莫斯科', '俄罗斯'],
        ['Moscow', 'RU'],
      ],
    ],
    [
      'Beijing, CN',
      [
        ['北京市', '中国'],
        ['北京', 'CN'],
        ['Peking', 'China'],
        ['Beijing, China', 'CN'],
        ['Beijing', 'CN'],
      ],
    ],
    [
      'Athens, GR',
      [
        ['Αθήνα', 'Greece'],
        ['Athen', 'GR'],
        ['Athína', 'GR'],
        ['雅典', '希腊'],
        ['Athens', 'GR'],
      ],
    ],
    [
      'Cairo, EG',
      [
        ['القاهرة', 'Egypt'],
        ['Kairo', 'EG'],
        ['Le Caire', 'EG'],
        ['开罗', '埃及'],
        ['Cairo', 'EG'],
      ],
    ],
    [
      'Kyiv, UA',
      [
        ['Київ', 'Ukraine'],
        ['Kiev', 'UA'],
        ['Киев', 'UA'],
        ['基辅', '乌克兰'],
        ['Kyiv', 'UA'],
      ],
    ],
    [
      'Bengaluru, IN',
      [
        ['Bangalore', 'India'],
        ['Bengaluru', 'IN'],
        ['ಬೆಂಗಳೂರು', 'IN'],
        ['班加罗尔', '印度'],
        ['Bangalore, Karnataka', 'IN'],
      ],
    ],
    [
      'Geneva, CH',
      [
        ['Genève', 'CH'],
        ['Genf', 'CH'],
        ['Ginevra', 'CH'],
        ['日内瓦', '瑞士'],
        ['Geneva', 'CH'],
      ],
    ],
  ])('%s is one', async (city, names) => {
    const { cities, odd } = await inCities(...names)
    expect(cities).toEqual({ [city]: [1, 1] })
    expect(odd['contradicting-cities']).toBeUndefined()
  })

  test('joins the city of an institutions file, whose name is shown', async () => {
    const cologne = {
      ...{ id: 'https://openalex.org/I5', display_name: 'Institute of Examples', country_code: 'DE' },
      geo: {
        city: 'Cologne',
        geonames_city_id: '2886242',
        country_code: 'DE',
        latitude: 50.93,
        longitude: 6.95,
      },
    }
    const cells: Cells[] = [
      ['I5', '', '', ''],
      ['', 'Some Lab', 'Köln', 'DE'],
      ['I5', '', 'Koeln', 'DE'],
      ['', 'Another Lab', '科隆', 'DE'],
    ]
    const { cities } = await table(cells, { 'institutions.json': JSON.stringify([cologne]) })
    expect(cities).toEqual({ 'Cologne, DE': [1, 1] })
  })

  test('names of cities in other countries stay what they are', async () => {
    const { cities } = await inCities(['Milano', 'US'], ['Milan', 'US'], ['Milano', 'IT'], ['Wien', 'US'])
    expect(cities).toEqual({
      'Milano, US': [0.25, 1],
      'Milan, US': [0.25, 1],
      'Milano, IT': [0.25, 1],
      'Wien, US': [0.25, 1],
    })
  })

  test('a name without a country joins only where its script is its own', async () => {
    const { cities, countries } = await inCities(['東京', ''], ['Tokyo', 'JP'], ['Москва', ''], ['Roma', ''])
    expect(cities).toEqual({ 'Tokyo, JP': [0.5, 1], 'Moscow, RU': [0.25, 1], 'Roma, ZZ': [0.25, 1] })
    expect(countries).toEqual({ JP: [0.5, 1], RU: [0.25, 1] })
  })
})

describe('a cell of more than a city', () => {
  test('is told from its namesakes by the division, and is one with the other spellings', async () => {
    const { cities, seats } = await inCities(
      ['Rochester, MN', 'US'],
      ['Rochester (Minnesota)', 'USA'],
      ['Rochester, NY', 'US'],
      ['Rochester, New York, USA', ''],
    )
    // Two cities of one name: the test's figures join them by name, the seats tell that there are two.
    expect(Object.keys(cities)).toEqual(['Rochester, US'])
    expect(Object.values(seats)).toEqual(Array(4).fill('Rochester, US'))
    const two = await table([
      ['', 'Lab', 'Rochester, MN', 'US'],
      ['', 'Lab', 'Rochester, NY', 'US'],
    ])
    expect(two.odd['unsure-cities']).toBeUndefined()
  })

  test('gives the country where the row has none', async () => {
    const { cities, countries } = await inCities(
      ['Cambridge, MA, USA', ''],
      ['Cambridge (UK)', ''],
      ['Paris, France', ''],
      ['Paris', 'FR'],
    )
    expect(cities).toEqual({ 'Cambridge, US': [0.25, 1], 'Cambridge, GB': [0.25, 1], 'Paris, FR': [0.5, 1] })
    expect(countries).toEqual({ US: [0.25, 1], GB: [0.25, 1], FR: [0.5, 1] })
  })

  test('that contradicts the country beside it is in no city, and told', async () => {
    const { cities, countries, odd } = await inCities(['Cambridge, MA, USA', 'GB'], ['London', 'GB'])
    expect(cities).toEqual({ 'London, GB': [0.5, 1] })
    expect(countries).toEqual({ GB: [1, 1] })
    expect(odd['contradicting-cities']).toBe(1)
  })
})

describe('letters that have no plain one', () => {
  test('are the same in names of institutions of one city', async () => {
    const { institutions } = await table([
      ['', 'Univerzitet Đorđe Primer', 'Niš', 'RS'],
      ['', 'Univerzitet Djordje Primer', 'Nis', 'RS'],
      ['', 'Institut für Mühlen', 'Göttingen', 'DE'],
      ['', 'Institut fuer Muehlen', 'Goettingen', 'DE'],
    ])
    expect(institutions).toEqual({ 'Univerzitet Đorđe Primer': [0.5, 1], 'Institut für Mühlen': [0.5, 1] })
  })

  test('tell names in different cities apart', async () => {
    const { institutions } = await table([
      ['', 'Institut Muehlen', 'Kiel', 'DE'],
      ['', 'Institut Mühlen', 'Bonn', 'DE'],
    ])
    expect(institutions).toEqual({ 'Institut Muehlen': [0.5, 1], 'Institut Mühlen': [0.5, 1] })
  })
})

describe('institutions by the further names and ids of their records', () => {
  const mit = {
    id: 'https://ror.org/042nb2s44',
    name: 'Massachusetts Institute of Technology',
    status: 'active',
    types: ['Education'],
    country: { country_code: 'US' },
    addresses: [
      { city: 'Cambridge', lat: 42.36, lng: -71.09, geonames_city: { id: 4931972, city: 'Cambridge' } },
    ],
    aliases: ['Boston Tech'],
    acronyms: ['MIT'],
    labels: [{ label: 'Instituto Tecnológico de Massachusetts', iso639: 'es' }],
    external_ids: {
      GRID: { preferred: 'grid.116068.8', all: 'grid.116068.8' },
      ISNI: { preferred: null, all: ['0000 0001 2341 2786'] },
      FundRef: { preferred: '100006919', all: ['100006919'] },
      Wikidata: { preferred: null, all: ['Q49108'] },
    },
  }
  const manukau = {
    ...mit,
    id: 'https://ror.org/0095xwr23',
    name: 'Manukau Institute of Technology',
    country: { country_code: 'NZ' },
    addresses: [{ city: 'Auckland', geonames_city: { id: 2193733, city: 'Auckland' } }],
    ...{ aliases: [], labels: [], external_ids: {} },
  }
  const files = { 'ror.json': JSON.stringify([mit, manukau]) }

  test('its aliases, labels and acronyms, within the country', async () => {
    const { institutions, odd } = await table(
      [
        ['', 'MIT', 'Cambridge', 'US'],
        ['', 'Boston Tech', '', 'US'],
        ['', 'Instituto Tecnologico de Massachusetts', 'Cambridge, MA', ''],
        ['', 'MIT', 'Auckland', 'NZ'],
      ],
      files,
    )
    expect(institutions).toEqual({
      'Massachusetts Institute of Technology': [0.75, 1],
      'Manukau Institute of Technology': [0.25, 1],
    })
    expect(odd['alias-names']).toBe(4)
  })

  test('not where several have the name, nor across countries', async () => {
    const second = {
      ...mit,
      id: 'https://ror.org/03vek6s52',
      name: 'Midland Institute',
      aliases: ['Boston Tech'],
      external_ids: {},
    }
    const { institutions, odd } = await table(
      [
        ['', 'Boston Tech', '', 'US'],
        ['', 'Boston Tech', '', 'GB'],
      ],
      { 'ror.json': JSON.stringify([mit, second]) },
    )
    // Two institutions of one name, one a country.
    expect(institutions).toEqual({ 'Boston Tech': [0.5, 1] })
    expect(odd['alias-names']).toBeUndefined()
    expect(odd['unsure-alias-names']).toBe(1)
  })

  test.each([
    'grid.116068.8',
    'https://www.wikidata.org/wiki/Q49108',
    '0000 0001 2341 2786',
    '10.13039/100006919',
    '000000012341-2786',
  ])('the id %s', async (id) => {
    const { institutions, seats } = await table(
      [
        [id, 'M.I.T.', '', ''],
        ['https://ror.org/042nb2s44', '', '', ''],
      ],
      files,
    )
    expect(institutions).toEqual({ 'Massachusetts Institute of Technology': [1, 1] })
    expect(seats).toEqual({ 'Massachusetts Institute of Technology': 'Cambridge, US' })
  })

  test('a bare number is an id of another register only where the name agrees', async () => {
    const cells: Cells[] = [
      ['100006919', 'Massachusetts Institute of Technology', '', 'US'],
      ['100006919', 'Own Laboratory', '', 'US'],
    ]
    const { institutions } = await table(cells, files)
    expect(institutions).toEqual({
      'Massachusetts Institute of Technology': [0.5, 1],
      'Own Laboratory': [0.5, 1],
    })
  })
})

describe('merged ids', () => {
  const merged = 'merge_date,id,merge_into_id\n2024-01-01,I2,I1\n2024-01-01,W2,W1\n'
  const institutions = JSON.stringify([
    {
      id: 'https://openalex.org/I1',
      display_name: 'Institute One',
      country_code: 'FR',
      geo: { city: 'Lyon' },
    },
  ])
  const first: Cells[] = [['I1', '', '', 'FR']]

  test('are known to files that are added later', async () => {
    await importText(dataDir, {
      'a.csv': csv(first),
      'institutions.json': institutions,
      'merged.csv': merged,
    })
    const { institutions: found, cities } = await importText(
      dataDir,
      { 'b.csv': csv([['I2', 'Institute Two', '', 'FR']], 'B') },
      { mode: 'add' },
    )
    expect(found).toEqual({ 'Institute One': [2, 2] })
    expect(cities).toEqual({ 'Lyon, FR': [2, 2] })
    // And once more, so that an addition hands them on.
    const again = await importText(dataDir, { 'c.csv': csv([['I2', '', '', '']], 'C') }, { mode: 'add' })
    expect(again.institutions).toEqual({ 'Institute One': [3, 3] })
  })
})
