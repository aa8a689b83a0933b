/** Names as tables spell them, each in several ways: which one is shown, and what is one. Worked out by hand. */
import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/edition.ts'
import { importText } from '../support/imported-text.ts'

const dataDir = temporaryFolder()
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const HEAD = 'article_id,year,author_seq,author_name,institution_id,institution,city,country'
/** One article of as many authors as there are cells of a place: id, name, city, country. */
const article = (places: readonly string[], id = 'A') =>
  [HEAD, ...places.map((place, at) => `${id},2022,${at + 1},X${at},${place}`), ''].join('\n')
const imported = (places: readonly string[], files: Record<string, string> = {}) =>
  importText(dataDir, { 'table.csv': article(places), ...files })

describe('of the spellings of one institution', () => {
  const cells = (id: string, ...names: string[]) => names.map((name) => `${id},${name},Montreal,CA`)

  test.each([
    ['', 'McGill University', ['MCGILL UNIVERSITY', 'McGill University', 'mcgill university']],
    ['I7', 'Université de Montréal', ['UNIVERSITÉ DE MONTRÉAL', 'Université de Montréal']],
    ['', 'Université de Montréal', ['Universite de Montreal', 'Université de Montréal']],
    ['I8', 'RIKEN', ['RIKEN', 'Riken']],
    ['', '北京大学', ['北京大学', '北京大学 ']],
  ])('%s: %s is shown', async (id, shown, names) => {
    for (const order of [names, names.toReversed()])
      expect((await imported(cells(id, ...order))).institutions).toEqual({ [shown]: [1, 1] })
  })

  test('that in usual case is shown, also where it is added later', async () => {
    await imported(cells('', 'MCGILL UNIVERSITY'))
    const more = { 'more.csv': article(cells('', 'McGill University'), 'B') }
    expect((await importText(dataDir, more, { mode: 'add' })).institutions).toEqual({
      'McGill University': [2, 2],
    })
  })
})

describe('a city beside what the post and the state write', () => {
  test.each([
    ['Paris, FR', 'FR', ['75005 Paris', 'Paris Cedex 05', 'F-75005 Paris', 'Paris']],
    ['Cambridge, GB', 'GB', ['Cambridge CB2 1TN', 'Cambridge, CB2 1TN', 'Cambridge']],
    ['Amsterdam, NL', 'NL', ['1012 AB Amsterdam', 'Amsterdam 1012AB', 'Amsterdam']],
    ['Copenhagen, DK', 'DK', ['Copenhagen Ø', 'København N', 'Copenhagen']],
    ['Cambridge, US', 'US', ['Cambridge, Mass.', 'Cambridge, MA 02139', 'Cambridge (Massachusetts)']],
  ])('is %s', async (city, country, names) => {
    const { cities } = await imported(names.map((name, at) => `,Lab ${at},"${name}",${country}`))
    expect(cities).toEqual({ [city]: [1, 1] })
  })

  test('stays what it is where nothing is known by the rest', async () => {
    const { cities } = await imported([',Lab,Zone 4,FR', ',Lab,Greater London,GB'])
    expect(cities).toEqual({ 'Zone 4, FR': [0.5, 1], 'Greater London, GB': [0.5, 1] })
  })

  test('in its own script with 市 tells the country', async () => {
    const { cities } = await imported([',Lab A,上海市,', ',Lab B,Shanghai,CN', ',Lab C,東京都文京区,'])
    expect(cities).toEqual({ 'Shanghai, CN': [0.666667, 1], 'Tokyo, JP': [0.333333, 1] })
  })
})

const record = (id: string, name: string, country: string, city: string, more: object = {}) =>
  JSON.stringify({
    ...{ id: `https://openalex.org/${id}`, display_name: name, country_code: country },
    ...{ geo: { city, country_code: country }, ...more },
  })

test('Hong Kong and Macao are one each, whichever country a row names', async () => {
  const cells = [
    ',University A,Hong Kong,China',
    ',University A,Hong Kong,HK',
    'I9,,,China',
    ',University B,Macau,中国',
  ]
  const files = { 'institutions.json': record('I9', 'University C', 'HK', 'Hong Kong') }
  const { cities, countries, institutions } = await imported(cells, files)
  expect(cities).toEqual({ 'Hong Kong, HK': [0.75, 1], 'Macau, MO': [0.25, 1] })
  expect(countries).toEqual({ HK: [0.75, 1], MO: [0.25, 1] })
  expect(institutions).toEqual({
    'University A': [0.5, 1],
    'University B': [0.25, 1],
    'University C': [0.25, 1],
  })
})

test('a row without a city in another country than the record is in no city, and told', async () => {
  const cells = ['I5,,Singapore,SG', 'I5,,,SG', 'I5,,,CH', 'I5,,,']
  const files = { 'institutions.json': record('I5', 'ETH Zurich', 'CH', 'Zürich') }
  const { cities, countries, odd } = await imported(cells, files)
  expect(cities).toEqual({ 'Singapore, SG': [0.25, 1], 'Zürich, CH': [0.5, 1] })
  expect(countries).toEqual({ SG: [0.5, 1], CH: [0.5, 1] })
  expect(odd['contradicting-cities']).toBe(1)
})

test('a further name with its letters written otherwise is the institution, within its city', async () => {
  const alias = { display_name_alternatives: ['Eidgenössische Technische Hochschule Zürich'] }
  const files = { 'institutions.json': record('I5', 'ETH Zurich', 'CH', 'Zürich', alias) }
  const cells = ['Zürich', 'Zuerich', 'Bern'].map(
    (city) => `,Eidgenoessische Technische Hochschule Zuerich,${city},CH`,
  )
  const { institutions } = await imported(cells, files)
  expect(institutions).toEqual({
    'ETH Zurich': [0.666667, 1],
    'Eidgenoessische Technische Hochschule Zuerich': [0.333333, 1],
  })
})
