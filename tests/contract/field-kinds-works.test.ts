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
