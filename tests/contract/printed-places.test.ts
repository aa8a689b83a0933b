/** Places that no file tells are read from printed addresses; what a file tells goes before. */
import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { temporaryFolder } from '../support/edition.ts'
import { verifyDataset } from '../../src/core/verify/verify.ts'
import { queriesOf } from '../support/index.ts'
import { importText } from '../support/imported-text.ts'

const dataDir = temporaryFolder()
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const uni = (id: number, name: string, country = 'NO') => ({
  id: `https://openalex.org/I${id}`,
  display_name: name,
  country_code: country,
})
const author = (institutions: object[], raw: string[], countries: string[] = []) => ({
  author: { id: 'https://openalex.org/A1' },
  institutions,
  countries,
  raw_affiliation_strings: raw,
})
const work = (id: number, authorships: object[]) =>
  JSON.stringify({ id: `https://openalex.org/W${id}`, publication_year: 2022, type: 'article', authorships })

const works = [
  // Half each: an institution without a city, and an author of whom the address alone tells.
  work(1, [
    author([uni(1, 'Example University')], ['Dept of X, Example University, Bergen, Norway']),
    author([], ['Field Station, Kampala, Uganda'], ['UG']),
  ]),
  // Thirds: the same institution; an address that names a country alone; nothing.
  work(2, [
    author([uni(1, 'Example University')], ['Example University, Bergen, Norway']),
    author([], ['Somewhere, Kenya']),
    author([], ['Independent Researcher']),
  ]),
].join('\n')

test('institutions without a city and authors without an institution are placed, and the report says how much', async () => {
  const { cities, countries, odd, report } = await importText(dataDir, { 'works.jsonl': works })
  expect(cities).toEqual({ 'Bergen, NO': [0.833333, 2], 'Kampala, UG': [0.5, 1] })
  expect(countries).toEqual({ NO: [0.833333, 2], UG: [0.5, 1], KE: [0.333333, 1] })
  expect(report.placed?.file).toBe(0)
  expect(report.placed?.printed).toBeCloseTo(4 / 3, 8)
  expect(report.placed?.unknown).toBeCloseTo(2 / 3, 8)
  expect(odd['places-from-addresses']).toBe(1)
})

test('a file that is given goes before, also when it comes later', async () => {
  const record = JSON.stringify({
    ...uni(1, 'Example University'),
    geo: { city: 'Oslo', country_code: 'NO' },
  })
  const given = await importText(dataDir, { 'works.jsonl': works, 'institutions.jsonl': record })
  expect(Object.keys(given.cities).sort()).toEqual(['Kampala, UG', 'Oslo, NO'])
  expect(given.report.placed?.file).toBeCloseTo(5 / 6, 8)
  await importText(dataDir, { 'works.jsonl': works })
  const more = { 'institutions.jsonl': record, 'more.jsonl': work(3, [author([uni(1, '')], [])]) }
  const added = await importText(dataDir, more, { mode: 'add' })
  expect(added.cities).toEqual({ 'Oslo, NO': [1.833333, 3], 'Kampala, UG': [0.5, 1] })
})

test('what addresses told of an institution is kept for files that are added', async () => {
  await importText(dataDir, { 'works.jsonl': works })
  const { cities } = await importText(
    dataDir,
    { 'more.jsonl': work(3, [author([uni(1, '')], [])]) },
    { mode: 'add' },
  )
  expect(cities['Bergen, NO']).toEqual([1.833333, 3])
})

test('the words that are kept give the same parts, and a derivation tells who was placed so', async () => {
  await importText(dataDir, { 'works.jsonl': works })
  const queries = queriesOf(dataDir)
  try {
    const { checks } = await verifyDataset('tried', queries.context)
    expect(checks.filter(({ ok }) => ok === false)).toEqual([])
    const { rows } = await queries.call('derivation.of', { dataset: 'tried', kind: 'city', id: 'Kampala' })
    expect(rows.map(({ fraction }) => fraction)).toEqual(['1/2'])
    expect(rows[0]?.authors[0]?.affiliations).toMatchObject([
      { city: { name: 'Kampala' }, printed: true, counts: 'a' },
    ])
  } finally {
    queries.close()
  }
})

test('it can be switched off', async () => {
  const options = { printedPlaces: false }
  const { cities, countries, report } = await importText(dataDir, { 'works.jsonl': works }, { options })
  expect(cities).toEqual({})
  expect(countries).toEqual({ NO: [0.833333, 2], UG: [0.5, 1] })
  expect(report.placed).toMatchObject({ file: 0, printed: 0 })
})

test('a table without cities is placed by its addresses, where the country agrees', async () => {
  const { cities } = await importText(dataDir, {
    'table.csv': [
      'article_id,year,author_seq,author_name,institution,country,affiliation',
      'A,2022,1,X,Example Lab,NO,"Example Lab, Tromsø, Norway"',
      'A,2022,2,Y,Other Lab,SE,"Other Lab, Tromsø, Norway"',
      '',
    ].join('\n'),
  })
  expect(cities).toEqual({ 'Tromsø, NO': [0.5, 1] })
})

test('a table of suburbs goes before that of the app', async () => {
  const address = 'Example Clinic, Newtown, Uganda'
  const files = {
    'works.jsonl': work(1, [author([], [address, 'Example Clinic, Rondebosch, South Africa'])]),
    'suburbs.csv': 'place,country,city\nNewtown,Uganda,Kampala\n',
  }
  expect((await importText(dataDir, files)).cities).toEqual({
    'Kampala, UG': [0.5, 1],
    'Cape Town, ZA': [0.5, 1],
  })
})
