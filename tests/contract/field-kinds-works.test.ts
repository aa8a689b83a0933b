/** More kinds of works as people have them, in shapes of our own: what counts was worked out by hand. */
import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/edition.ts'
import { importText } from '../support/imported-text.ts'

const dataDir = temporaryFolder()
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const work = (number: number, authorships: object[], over: object = {}) => ({
  id: `https://openalex.org/W${number}`,
  publication_year: 2021,
  type: 'article',
  authorships,
  ...over,
})
const works = (...records: object[]) =>
  importText(dataDir, { 'works.jsonl': records.map((record) => `${JSON.stringify(record)}\n`).join('') })

const half: [number, number] = [0.5, 1]
const norway = { author: {}, institutions: [], countries: ['NO'] }

describe('years', () => {
  test.each([
    '2021-05-03T00:00:00Z',
    '2021-05-03 00:00:00',
    '2021-05-03T00:00:00.000000',
    '2021-05',
    ' 2021 ',
  ])('of a date and time are read: %j', async (year) => {
    const { countries } = await works(work(1, [norway], { publication_year: year }))
    expect(countries).toEqual({ NO: [1, 1] })
  })

  test.each(['2021-05-03Tomorrow', '20215', '05-2021'])('of no date are none: %j', async (year) => {
    const { rejected } = await works(work(1, [norway], { publication_year: year }), work(2, [norway]))
    expect(rejected).toEqual({ year: 1 })
  })
})

describe('affiliations with the institutions found in them', () => {
  const found = (text: string, ...ids: string[]) => ({ raw_affiliation_string: text, institution_ids: ids })
  const kampala = found('Makerere University, Kampala, Uganda', 'https://openalex.org/I7')

  test('print the address where no other list does, and give no institution', async () => {
    const { cities, institutions, odd } = await works(
      work(1, [
        { author: {}, institutions: [], countries: ['UG'], affiliations: [kampala] },
        {
          author: {},
          institutions: [],
          countries: [],
          affiliations: [found('University of Oslo, Oslo, Norway')],
        },
      ]),
    )
    expect(cities).toEqual({ 'Kampala, UG': half, 'Oslo, NO': half })
    expect(institutions).toEqual({})
    expect(odd['institutions-in-affiliations-only']).toBe(1)
  })

  test('are not read beside a list of addresses', async () => {
    const { cities } = await works(
      work(1, [
        {
          author: {},
          institutions: [],
          raw_affiliation_strings: ['University of Oslo, Oslo, Norway'],
          affiliations: [
            found('University of Oslo, Oslo, Norway'),
            found('Makerere University, Kampala, Uganda'),
          ],
        },
      ]),
    )
    expect(cities).toEqual({ 'Oslo, NO': [1, 1] })
  })

  test('are told by author only where the list of institutions lacks one of them', async () => {
    const makerere = {
      id: 'https://openalex.org/I7',
      display_name: 'Makerere University',
      country_code: 'UG',
    }
    const { institutions, odd } = await works(
      work(1, [
        { author: {}, institutions: [makerere], affiliations: [kampala, kampala] },
        {
          affiliations: [found('Both', 'https://openalex.org/I7', 'I8')],
          author: {},
          institutions: [makerere],
        },
      ]),
    )
    expect(institutions).toEqual({ 'Makerere University': [1, 1] })
    expect(odd['institutions-in-affiliations-only']).toBe(1)
  })
})

describe('two records of one id and one date', () => {
  const uni = (number: number) => ({
    institutions: [{ id: `https://openalex.org/I${number}`, display_name: `U${number}`, country_code: 'NO' }],
  })
  const dated = (...authorships: object[]) => work(1, authorships, { updated_date: '2024-01-01' })
  const orders = (a: object, b: object) =>
    [
      [a, b],
      [b, a],
    ] as const

  test('that which names more institutions stands, in any order', async () => {
    for (const order of orders(dated(norway, norway), dated(uni(1), norway))) {
      const { institutions, report } = await works(...order)
      expect(institutions).toEqual({ U1: half })
      expect(report).toMatchObject({ read: 2, stored: 1, contradicting: 1 })
    }
  })

  test('then that which names more countries, then more affiliations', async () => {
    for (const order of orders(dated({}, uni(1)), dated(norway, uni(1)))) {
      expect((await works(...order)).countries).toEqual({ NO: [1, 1] })
    }
    const two = { institutions: [...uni(1).institutions, ...uni(2).institutions] }
    for (const order of orders(dated(uni(1)), dated(two))) {
      expect((await works(...order)).institutions).toEqual({ U1: half, U2: half })
    }
  })

  test('an addition without a newer date mends what was stored, and never takes away', async () => {
    const line = (record: object) => ({ 'works.jsonl': `${JSON.stringify(record)}\n` })
    await importText(dataDir, line(dated(norway, norway)))
    const mended = await importText(dataDir, line(dated(uni(1), uni(2))), { mode: 'add' })
    expect(mended.institutions).toEqual({ U1: half, U2: half })
    const again = await importText(dataDir, line(dated(norway, {})), { mode: 'add' })
    expect(again.institutions).toEqual({ U1: half, U2: half })
    expect(again.report).toMatchObject({
      read: 3,
      stored: 1,
      rejected: [{ reason: 'duplicate-id', count: 2 }],
    })
  })
})

test('a snapshot whose parts are missing or short says so', async () => {
  const part = (date: string, file = 'part_000') => `snap/data/works/updated_date=${date}/${file}`
  const entry = (date: string, record_count: number) => ({
    url: `s3://openalex/data/works/updated_date=${date}/part_000`,
    meta: { record_count },
  })
  const lines = (...numbers: number[]) =>
    numbers.map((each) => `${JSON.stringify(work(each, [norway]))}\n`).join('')
  const { report, odd } = await importText(dataDir, {
    [part('2024-01-01')]: lines(1, 2),
    [part('2024-01-02')]: lines(3),
    'snap/data/works/manifest': JSON.stringify({
      entries: [entry('2024-01-01', 3), entry('2024-01-02', 1), entry('2024-01-03', 9)],
    }),
  })
  expect(odd).toMatchObject({ 'snapshot-parts-missing': 1, 'snapshot-parts-short': 1 })
  expect(report.files.map(({ records, recordsListed }) => [records, recordsListed])).toEqual([
    [2, 3],
    [1, undefined],
  ])
})

test('what is odd about a duplicate is not told of the index', async () => {
  const odd = (id: number, updated: string) => work(id, [{}], { updated_date: updated })
  const sound = work(1, [norway], {
    updated_date: '2024-02-02',
    doi: '10.5555/one',
    ni_subjects: ['chemistry'],
  })
  const first = await works(odd(1, '2024-01-01'), sound, odd(2, '2024-01-01'), odd(2, '2024-01-02'))
  const told = ['articles-without-subject', 'articles-without-doi', 'articles-without-affiliation']
  expect(told.map((oddity) => first.odd[oddity])).toEqual([1, 1, 1])
  const lines = `${JSON.stringify(odd(1, '2023-01-01'))}\n`
  const added = await importText(dataDir, { 'works.jsonl': lines }, { mode: 'add' })
  expect(told.map((oddity) => added.odd[oddity])).toEqual([1, 1, 1])
})
