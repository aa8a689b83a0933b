/** Kinds of fault that real files had, in shapes of our own: what counts was worked out by hand. */
import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { AppError } from '../../src/shared/contract/errors.ts'
import { temporaryFolder } from '../support/edition.ts'
import type { ImportWays } from '../support/imported-text.ts'
import { importText } from '../support/imported-text.ts'

const dataDir = temporaryFolder()
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const HEAD = 'article_id,year,author_seq,author_name,institution_id,institution,city,country'
const table = (rows: readonly string[], ways?: ImportWays, head = HEAD) =>
  importText(dataDir, { 'table.csv': [head, ...rows, ''].join('\n') }, ways)

async function refused(files: Record<string, string | Uint8Array>, ways?: ImportWays): Promise<AppError> {
  try {
    await importText(dataDir, files, ways)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('it was not refused')
}

const half: [number, number] = [0.5, 1]
const whole: [number, number] = [1, 1]

describe('what is one institution', () => {
  const ETH = 'https://ror.org/05a28rw58'
  const UZH = 'https://ror.org/02crff812'

  test('is one by its id, under two spellings of the city', async () => {
    const { institutions, cities } = await table([
      `A,2022,1,X,${ETH},ETH Zurich,Zürich,CH`,
      `A,2022,1,X,${ETH},ETH Zurich,Zurich,Switzerland`,
      `A,2022,1,X,${UZH},University of Zurich,Zurich,CH`,
    ])
    expect(Object.values(institutions)).toEqual([half, half])
    expect(Object.values(cities)).toEqual([whole])
  })

  test('is one by ids of two registers, in any order of rows', async () => {
    const record = {
      id: 'https://openalex.org/I35440088',
      ror: ETH,
      display_name: 'ETH Zurich',
      country_code: 'CH',
      geo: {
        city: 'Zurich',
        country_code: 'CH',
        geonames_city_id: '2657896',
        latitude: 47.37,
        longitude: 8.55,
      },
    }
    const rows = [
      `A,2022,1,X,${ETH},ETH Zurich,Zurich,CH`,
      'A,2022,1,X,https://openalex.org/I35440088,Swiss Federal Institute of Technology,Zurich,CH',
      `A,2022,1,X,${UZH},University of Zurich,Zurich,CH`,
    ]
    for (const given of [rows, rows.toReversed()]) {
      const { institutions } = await importText(dataDir, {
        'table.csv': [HEAD, ...given, ''].join('\n'),
        'institutions.json': JSON.stringify([record]),
      })
      expect(institutions).toEqual({ 'ETH Zurich': half, 'University of Zurich': half })
    }
  })

  test('is one by its name with and without accents, in any case', async () => {
    const { institutions } = await table([
      'A,2022,1,X,,Université de Genève,Genève,CH',
      'A,2022,1,X,,UNIVERSITE DE GENEVE,Geneve,CH',
      'A,2022,1,X,,CERN,Meyrin,CH',
    ])
    expect(Object.values(institutions)).toEqual([half, half])
  })
})

describe('what is one city', () => {
  test.each([
    ['Kraków', 'Krakow', 'PL'],
    ['Malmö', 'Malmo', 'SE'],
    ['Næstved', 'Naestved', 'DK'],
    ['Đà Nẵng', 'Da Nang', 'VN'],
    ['Diyarbakır', 'Diyarbakir', 'TR'],
    ['Weißenburg', 'Weissenburg', 'DE'],
    ['İzmir', 'Izmir', 'TR'],
    ['Bełchatów', 'Belchatow', 'PL'],
    ['Ísafjörður', 'Isafjordur', 'IS'],
    ['St. Gallen', 'Saint Gallen', 'CH'],
    ["Xi'an", 'Xi’an', 'CN'],
  ])('%s is %s', async (one, other, country) => {
    const { cities } = await table([
      `A,2022,1,X,,One,${one},${country}`,
      `A,2022,2,Y,,Two,${other},${country}`,
    ])
    expect(Object.values(cities)).toEqual([whole])
  })

  test('two of one name are told apart by their divisions', async () => {
    const at = (id: number, name: string, region: string, latitude: number, longitude: number) => ({
      id: `https://openalex.org/I${id}`,
      display_name: name,
      country_code: 'US',
      geo: {
        city: 'Rochester',
        region,
        country_code: 'US',
        latitude,
        longitude,
        geonames_city_id: String(id),
      },
    })
    const records = [
      at(5134086, 'University of Rochester', 'New York', 43.15, -77.6),
      at(5043473, 'Mayo Clinic', 'Minnesota', 44.02, -92.46),
    ]
    const { cities } = await importText(dataDir, {
      'table.csv': [
        HEAD,
        'A,2022,1,X,https://openalex.org/I5134086,University of Rochester,,',
        'A,2022,2,Y,https://openalex.org/I5043473,Mayo Clinic,,',
        '',
      ].join('\n'),
      'institutions.json': JSON.stringify(records),
    })
    // As stored both bear one name; two entries of it would be one key here.
    expect(Object.keys(cities)).toHaveLength(1)
  })
})

describe('two cities of one name', () => {
  const rochester = (id: number, region: string, geonames: string, latitude: number, longitude: number) => ({
    id: `https://openalex.org/I${id}`,
    display_name: `Institute of ${region}`,
    country_code: 'US',
    geo: { city: 'Rochester', region, geonames_city_id: geonames, country_code: 'US', latitude, longitude },
  })
  const records = JSON.stringify([
    rochester(1, 'New York', '5134086', 43.15, -77.6),
    rochester(2, 'Minnesota', '5043473', 44.02, -92.46),
  ])
  const rows = ['A,2022,1,X,I1,,,US', 'A,2022,2,Y,I2,,,US', 'A,2022,3,Z,,Some Lab,Rochester,US']
  const given = (of: readonly string[]) => ({
    'table.csv': [HEAD, ...of, ''].join('\n'),
    'institutions.json': records,
  })

  test('are told apart, and who could be in either is counted, once however files come', async () => {
    const { odd, seats } = await importText(dataDir, given(rows))
    expect(odd['unsure-cities']).toBe(1)
    expect(new Set(Object.values(seats))).toEqual(new Set(['Rochester, US']))
    const added = await importText(dataDir, given(['B,2022,1,X,I1,,,US']), { mode: 'add' })
    expect(added.odd['unsure-cities']).toBe(1)
    const sure = await importText(dataDir, given(rows.slice(0, 2)))
    expect(sure.odd['unsure-cities']).toBeUndefined()
  })
})

describe('words for missing', () => {
  test.each(['NA', 'N/A', '#N/A', 'nan', 'NaN', 'None', 'null', 'NULL', '\\N', '-'])('%s', async (word) => {
    const { cities, countries, institutions } = await table([
      'A,2022,1,X,,University of Oslo,Oslo,NO',
      `A,2022,2,Y,${word},${word},${word},${word}`,
    ])
    expect(cities).toEqual({ 'Oslo, NO': half })
    expect(countries).toEqual({ NO: half })
    expect(institutions).toEqual({ 'University of Oslo': half })
  })

  test('are told with their number', async () => {
    const { odd } = await table(['A,2022,1,X,NULL,NULL,Oslo,NO', 'A,2022,2,Y,NULL,NULL,Oslo,NO'])
    expect(Object.values(odd).reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(4)
  })
})

describe('columns', () => {
  test('that do not fit by values leave the authors to their ids', async () => {
    const { cities } = await table(
      ['A,2022,first,a1,Oslo,NO', 'A,2022,last,a2,Bergen,NO'],
      {},
      'article_id,year,author_position,author_id,city,country',
    )
    expect(cities).toEqual({ 'Oslo, NO': half, 'Bergen, NO': half })
  })

  test("under OpenAlex's own names give the institution its name, also beside a column of numbers", async () => {
    const head = 'work_id,year,author_position,author_id,institution_display_name,institution_country_code'
    const { institutions, countries } = await table(
      ['W1,2022,first,A1,Uni A,NO', 'W1,2022,last,A2,Uni B,SE'],
      {},
      head,
    )
    expect(institutions).toEqual({ 'Uni A': half, 'Uni B': half })
    expect(countries).toEqual({ NO: half, SE: half })
    const numbered = await table(['W1,2022,first,A1,Uni A,NO,1'], {}, `${head},institution`)
    expect(numbered.institutions).toEqual({ 'Uni A': whole })
  })

  test('with cells that join several are never one institution', async () => {
    const error = await refused({
      'table.csv': 'article_id,year,author_name,institution,country\nA,2022,X|Y,Uni A|Uni B,NO|SE\n',
    })
    expect(error.code).toBe('import-rejected')
  })
})

describe('what spreadsheets leave', () => {
  const rows = ['A;2022;1;X;;Uni;Köln;DE', 'A;2022;2;Y;;Uni B;Zürich;CH']
  const head = HEAD.replaceAll(',', ';')
  test.each([
    ['sep=;', `sep=;\r\n${head}\r\n${rows.join('\r\n')}\r\n`],
    ['a mark and sep=;', `\uFEFFsep=;\n${head}\n${rows.join('\n')}\n`],
    ['a remark', `Exported on 12 May 2024 by the library\n${head}\n${rows.join('\n')}\n`],
    [
      'remarks of commas and semicolons',
      `Ours, really; by us\nQuery: x, y; z\n${head}\n${rows.join('\n')}\n`,
    ],
    ['a remark of separators', `Report;;;;;;;\n;;;;;;;\n${head}\n${rows.join('\n')}\n`],
    ['rows of separators', `${head}\n${rows.join('\n')}\n;;;;;;;\n;;;;;;;\n`],
    ['trailing columns', `${head};;\n${rows.map((row) => `${row};;`).join('\n')}\n`],
  ])('%s', async (_, text) => {
    const { cities, report } = await importText(dataDir, { 't.csv': text })
    expect(cities).toEqual({ 'Köln, DE': half, 'Zürich, CH': half })
    expect(report).toMatchObject({ read: 1, stored: 1 })
  })

  test('short rows that lack only empty cells', async () => {
    const { countries, report } = await table(['A,2022,1,X,,Uni,Oslo,NO', 'A,2022,2,Y'])
    expect(report).toMatchObject({ read: 1, stored: 1 })
    expect(countries).toEqual({ NO: half })
  })
})

describe('works in other shapes', () => {
  const inner = { id: 'https://openalex.org/W1', publication_year: 2021, authorships: [] }
  test.each([
    ['lines of hits', JSON.stringify({ _index: 'w', _id: '1', _source: inner })],
    ['an answer of a search', JSON.stringify({ took: 1, hits: { hits: [{ _source: inner }] } })],
    ['docs', JSON.stringify({ responseHeader: {}, response: { docs: [inner] } })],
    ['objects by id', JSON.stringify({ W1: inner })],
  ])('inside other records are refused by name: %s', async (_, text) => {
    const { details } = await refused({ 'works.json': `${text}\n` })
    expect(details.issues).toMatchObject([{ file: 'works.json', code: 'works-wrapped' }])
  })

  const work = {
    id: 'https://openalex.org/W5',
    publication_year: 2021,
    type: 'article',
    authorships: [
      { author: { id: 'https://openalex.org/A1' }, institutions: [], countries: ['NO'] },
      { author: { id: 'https://openalex.org/A2' }, institutions: [], countries: ['SE'] },
    ],
  }
  test('years as text are read', async () => {
    const { countries } = await importText(dataDir, {
      'works.jsonl': `${JSON.stringify({ ...work, publication_year: '2021' })}\n`,
    })
    expect(countries).toEqual({ NO: half, SE: half })
  })

  test('UTF-16 of both orders is read', async () => {
    const little = Buffer.from(`\uFEFF${JSON.stringify([work])}`, 'utf16le')
    const { countries } = await importText(dataDir, { 'w.json': little })
    expect(countries).toEqual({ NO: half, SE: half })
    const big = await importText(dataDir, { 'w.json': Buffer.from(little).swap16() })
    expect(big.countries).toEqual(countries)
  })

  test('a year that is none is named', async () => {
    const { report } = await importText(dataDir, {
      'works.jsonl': `${JSON.stringify(work)}\n${JSON.stringify({ ...work, id: 'https://openalex.org/W6', publication_year: 'soon' })}\n`,
    })
    expect(report.listed[0]?.detail).toContain('soon')
  })

  test('a page that is cut in half says that it ends too early', async () => {
    const text = JSON.stringify({ meta: {}, results: [work, { ...work, id: 'https://openalex.org/W6' }] })
    const ended = await importText(dataDir, { 'page.json': text.slice(0, -60) }).catch(
      (error: unknown) => error,
    )
    const said = ended instanceof AppError ? JSON.stringify(ended.details) : JSON.stringify(ended)
    expect(said).toMatch(/end|early|cut/i)
  })

  test.each(['{"error":"Invalid query","message":"x is not a valid field"}', '{"results":[],"error":"x"}'])(
    'an answer of an error is no page: %s',
    async (text) => {
      const good = `${JSON.stringify(work)}\n`
      expect((await refused({ 'a.jsonl': good, 'b.json': text })).code).toBe('import-rejected')
    },
  )

  test('field ids as plain numbers give the subjects', async () => {
    const counted = async (field: unknown) => {
      const topic = { id: 'https://openalex.org/T1', field: { id: field } }
      const { report } = await importText(dataDir, {
        'works.jsonl': `${JSON.stringify({ ...work, topics: [topic], primary_topic: topic })}\n`,
      })
      return report.oddities
    }
    expect(await counted(16)).toEqual(await counted('https://openalex.org/fields/16'))
  })
})

describe('an import that stores nothing', () => {
  test('leaves what was stored, for each way', async () => {
    await table(['A,2022,1,X,,Uni,Oslo,NO'])
    const empty = `${JSON.stringify({ id: 'https://openalex.org/W9', publication_year: 2020, type: 'paratext', authorships: [] })}\n`
    for (const mode of ['replace', 'add'] as const) {
      const error = await refused({ 'none.jsonl': empty }, { mode })
      expect(error.code).toBe('import-rejected')
    }
    const { cities } = await table(['B,2022,1,X,,Uni,Bergen,NO'], { mode: 'add' })
    expect(cities).toEqual({ 'Oslo, NO': whole, 'Bergen, NO': whole })
  })
})
