/** What is given in further forms: dates for years, DOIs with escapes, institutions as Parquet. Figures worked out by hand. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/edition.ts'
import { importPaths, importText } from '../support/imported-text.ts'

const dataDir = temporaryFolder()
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const HEAD = 'article_id,year,author_seq,author_name,institution_id,institution,city,country'
const table = (...rows: string[]) => [HEAD, ...rows, ''].join('\n')
const work = (number: number, over: object) =>
  `${JSON.stringify({
    id: `https://openalex.org/W${number}`,
    type: 'article',
    authorships: [{ author: {}, institutions: [], countries: ['NO'] }],
    ...over,
  })}\n`

describe('a work without a year', () => {
  test.each([
    ['2021-05-03'],
    ['2021-05-03T00:00:00Z'],
    [{ $date: '2021-05-03T00:00:00Z' }],
    [Date.UTC(2021, 4, 3)],
  ])('has that of its date: %j', async (publication_date) => {
    const years = [{ publication_year: null }, { publication_year: '' }, {}]
    const records = years.map((year, at) => work(at + 1, { ...year, publication_date }))
    const { countries, report } = await importText(dataDir, { 'works.jsonl': records.join('') })
    expect(countries).toEqual({ NO: [3, 3] })
    expect(report.rejected).toEqual([])
  })

  test('is rejected with both values where the date is none', async () => {
    const { report, rejected } = await importText(dataDir, {
      'works.jsonl':
        work(1, { publication_year: null, publication_date: 'soon' }) + work(2, { publication_year: 2021 }),
    })
    expect(rejected).toEqual({ year: 1 })
    expect(report.listed[0]?.detail).toBe('W1: publication_year = null, publication_date = "soon"')
  })

  test('a year that is none is not mended by a date', async () => {
    const { rejected } = await importText(dataDir, {
      'works.jsonl':
        work(1, { publication_year: 'x', publication_date: '2021-01-01' }) +
        work(2, { publication_year: 2021, publication_date: '1999-01-01' }),
    })
    expect(rejected).toEqual({ year: 1 })
  })
})

describe('a DOI with the escapes of an address', () => {
  test('is that without, in works', async () => {
    const { report, rejected } = await importText(dataDir, {
      'works.jsonl':
        work(1, { publication_year: 2021, doi: 'https://doi.org/10.5555%2FABC(1)' }) +
        work(2, { publication_year: 2021, doi: '10.5555/abc%281%29' }),
    })
    expect(report).toMatchObject({ read: 2, stored: 1 })
    expect(rejected).toEqual({ 'duplicate-doi': 1 })
  })

  test('joins the rows of one article, and a table to works', async () => {
    const head = HEAD.replace('article_id', 'doi')
    const rows = ['10.5555/abc,2022,1,X,,Uni A,Oslo,NO', 'doi.org/10.5555%2FABC,2022,2,Y,,Uni B,Bergen,NO']
    const files = { 'table.csv': [head, ...rows, ''].join('\n') }
    const { cities } = await importText(dataDir, files)
    expect(cities).toEqual({ 'Oslo, NO': [0.5, 1], 'Bergen, NO': [0.5, 1] })
    const works = { 'works.jsonl': work(1, { publication_year: 2022, doi: '10.5555/abc' }) }
    const both = await importText(dataDir, { ...files, ...works })
    expect(both.report).toMatchObject({ read: 2, stored: 1 })
  })

  test('stays as it is where the signs are no escape', async () => {
    const rows = 'doi,year,author_seq,institution,city,country\n10.5555/a%zz%,2022,1,Uni A,Oslo,NO\n'
    expect((await importText(dataDir, { 'table.csv': rows })).cities).toEqual({ 'Oslo, NO': [1, 1] })
  })
})

describe('institutions as Parquet', () => {
  const ror = 'https://ror.org/05a28rw58'
  const openalex = `'https://openalex.org/I5' AS id, '${ror}' AS ror, 'Uni Five' AS display_name, 'NO' AS country_code`

  test.each([
    [
      'the columns of the CSV of ROR',
      `'${ror}' AS id, 'Uni Five' AS "names.types.ror_display", 'active' AS status, 'education' AS types,
       '3161732' AS "locations.geonames_id", 'Bergen' AS "locations.geonames_details.name",
       'NO' AS "locations.geonames_details.country_code", '60.39' AS "locations.geonames_details.lat",
       '5.32' AS "locations.geonames_details.lng"`,
    ],
    ['the records of OpenAlex', `${openalex}, {'city': 'Bergen', 'country_code': 'NO'} AS geo`],
    ['the records of OpenAlex, made flat', `${openalex}, 'Bergen' AS geo_city`],
  ])('with %s', async (_, columns) => {
    const path = join(dataDir, 'institutions.parquet')
    const db = await (await DuckDBInstance.create()).connect()
    await db.run(`COPY (SELECT ${columns}) TO '${path}' (FORMAT parquet)`)
    db.closeSync()
    const rows = join(dataDir, 'rows.csv')
    writeFileSync(rows, table(`A,2022,1,X,${ror},,,`))
    const { cities, institutions } = await importPaths(dataDir, [path, rows])
    expect(cities).toEqual({ 'Bergen, NO': [1, 1] })
    expect(institutions).toEqual({ 'Uni Five': [1, 1] })
  })
})
