/** Tables as people have them: what programs, shells and spreadsheets leave is counted rightly or refused in words. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readMapFile } from '../../src/core/import/affiliations/map-file.ts'
import { importIndex } from '../../src/core/import/run/import-index.ts'
import { previewFiles } from '../../src/core/import/run/preview.ts'
import { fixtures } from '../../src/core/import/text/test-files.ts'
import { AppError } from '../../src/shared/contract/errors.ts'
import type { IndexOptions } from '../../src/shared/contract/imports.ts'
import { indexOptions } from '../../src/shared/contract/imports.ts'
import { temporaryFolder } from '../support/edition.ts'
import { UNITS } from '../../src/core/counting/units.ts'
import { importContext } from '../support/import-context.ts'
import type { Parsed } from '../support/parse-here.ts'
import { parseHere } from '../support/parse-here.ts'
import { askWritten, fractions, sharesOf, unknownShare } from '../support/written-fixtures.ts'

const folder = temporaryFolder()
const dataDir = join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function imported(path: string, options: Partial<IndexOptions> = {}) {
  const asked = { paths: [path], as: 'written', name: undefined, mode: 'replace' as const }
  const { report } = await importIndex(
    { ...asked, options: indexOptions.parse(options) },
    importContext(dataDir),
  )
  const odd = Object.fromEntries(report.oddities.map(({ oddity, count }) => [oddity, count]))
  return { report, odd }
}

async function issuesOf(path: string, options: Partial<IndexOptions> = {}) {
  const error: unknown = await imported(path, options).catch((reason: unknown) => reason)
  if (!(error instanceof AppError)) throw new Error('it was imported', { cause: error })
  expect(error.code).toBe('import-rejected')
  return error.details.issues ?? []
}

const cityNames = () =>
  askWritten<{ name: string }>(dataDir, 'SELECT name FROM cities ORDER BY name').map(({ name }) => name)
const institutionNames = () =>
  askWritten<{ name: string }>(dataDir, 'SELECT name FROM institutions ORDER BY name').map(({ name }) => name)

const HEAD = 'article_id,year,author_seq,author_name,institution,city,country'

describe('words for missing', () => {
  test.each(['NA', 'N/A', '#N/A', 'nan', 'NaN', 'None', 'null', 'NULL', String.raw`\N`, '-'])(
    '%s is empty in every field',
    async (word) => {
      const row = (article: string, seq: number) => `${article},2021,${seq},${word},${word},${word},${word}\n`
      const text = `${HEAD}\nW1,2021,1,One,Macquarie University,Sydney,AU\n${row('W1', 2)}${row('W2', 1)}`
      const { odd } = await imported(file('words.csv', text))
      expect(sharesOf(dataDir, 'city', 2021)).toEqual(fractions({ sydney: 1 / 2 }))
      expect(unknownShare(dataDir, 2021)).toBe(1.5)
      expect(odd).toMatchObject({ 'missing-words': 8 })
      expect(institutionNames()).toEqual(['Macquarie University'])
    },
  )

  test('surnames that read like them stay', async () => {
    const rows = ['Null', 'Na', 'NULL'].map((name, i) => `W${i},2021,,${name},X,Oslo,NO`)
    const { odd } = await imported(file('null.csv', `${HEAD}\n${rows.join('\n')}\n`)).catch(() => ({
      odd: {},
    }))
    expect(odd).not.toHaveProperty('missing-words')
    // Of the last the name is missing, and nothing else tells the author.
    const { report } = await imported(file('null.csv', `${HEAD}\n${rows.join('\n')}\n`))
    expect(report).toMatchObject({ read: 3, stored: 2 })
  })

  test('NA is Namibia where the row says so or the table has no other such word, else missing and told', async () => {
    const rows = [
      'W1,2021,1,A,University of Namibia,Windhoek,NA',
      'W2,2021,1,B,Ministry of Works,Kamanjab,NA',
    ]
    await imported(file('namibia.csv', `${HEAD}\n${rows.join('\n')}\n`))
    expect(sharesOf(dataDir, 'region', 2021)).toEqual(fractions({ NA: 2 }))
    const { odd } = await imported(file('namibia.csv', `${HEAD}\n${rows.join('\n')}\nW3,2021,1,C,NA,NA,NA\n`))
    expect(sharesOf(dataDir, 'region', 2021)).toEqual(fractions({ NA: 1 }))
    expect(odd).toMatchObject({ 'unsure-country-na': 1, 'missing-words': 3 })
  })
})

describe('columns', () => {
  const words = 'work_id,publication_year,author_position,author_id,country_code\n'
  const rows = 'W1,2021,first,A1,JP\nW1,2021,middle,A2,CN\nW1,2021,last,A3,JP\n'

  test('that fit by name and not by values are passed over', async () => {
    const { odd } = await imported(file('position.csv', words + rows))
    expect(sharesOf(dataDir, 'region', 2021)).toEqual(fractions({ JP: 2 / 3, CN: 1 / 3 }))
    expect(odd).toMatchObject({ 'columns-passed-over': 1 })
  })

  test('can be left out by hand', async () => {
    const map = await readMapFile(file('map.json', '{"country": null, "institution": "country_code"}'))
    await imported(file('position.csv', words + rows), { columns: map })
    expect(institutionNames()).toEqual(['CN', 'JP'])
  })

  test('a preview says which rows would be rejected, and why', async () => {
    const text = `${HEAD}\nW1,20x1,1,A,X,Oslo,NO\nW2,2021,1,B|C,X|Y,Oslo,NO\nW3,2021,1,C,X,Oslo,NO\n`
    const { files } = await previewFiles([file('p.csv', text)], {}, new AbortController().signal)
    expect(files[0]?.notes.map(({ line, code, values }) => [line, code, values['value']])).toEqual([
      [2, 'row-rejected', 'year = 20x1'],
      [3, 'row-rejected', 'author_name = B|C'],
    ])
    expect(files[0]?.problem).toBeNull()
    const none = file('none.csv', `${HEAD}\nW1,20x1,1,A,X,Oslo,NO\n`)
    const looked = await previewFiles([none], { columns: { year: 'year' } }, new AbortController().signal)
    expect(looked.files[0]?.problem).toBe('rows-rejected')
  })
})

describe('cells that join several values', () => {
  test('reject their article with the value', async () => {
    const rows = [
      'W1,2021,1,A,X|Y,Oslo,NO',
      'W1,2021,2,B,X,Oslo,NO',
      'W2,2021,1,A,Johnson &amp; Johnson,Oslo,NO',
      'W2,2021,2,B,Z,Oslo,NO; SE',
      'W3,2021,1,C,Johnson &amp; Johnson,Oslo,NO',
      'W3,2021,2,D,X,Oslo,NO',
    ]
    const { report } = await imported(file('joined.csv', `${HEAD}\n${rows.join('\n')}\n`))
    expect(report).toMatchObject({ read: 3, stored: 1, rejected: [{ reason: 'joined-values', count: 2 }] })
    expect(report.listed.map(({ line, detail }) => [line, detail])).toEqual(
      expect.arrayContaining([
        [2, 'institution = X|Y'],
        [5, 'country = NO; SE'],
      ]),
    )
    expect(institutionNames()).toEqual(['Johnson &amp; Johnson', 'X'])
  })

  test('all over a table of one row an article refuse it whole', async () => {
    const rows = ['W1,2021,,A|B,X|Y,,NO|SE', 'W2,2021,,C,Z,,NO', 'W3,2021,,D|E,Z|Z,,NO|NO']
    const [issue] = await issuesOf(file('one-row.csv', `${HEAD}\n${rows.join('\n')}\n`))
    expect(issue).toMatchObject({ code: 'joined-table', line: 2, values: { joined: 2, rows: 3 } })
  })
})

describe('what spreadsheets leave', () => {
  const rows = 'A1;2023;1;One;Universität zu Köln;Köln;Germany\nA1;2023;2;Two;ETH Zürich;Zürich;Switzerland\n'
  const table = `${HEAD.replaceAll(',', ';')}\n${rows}`
  const halves = fractions({ koln: 1 / 2, zurich: 1 / 2 })

  test.each<[string, string | Uint8Array]>([
    ['sep=;', `sep=;\n${table}`],
    ['sep=; with a mark and CRLF', `\uFEFFsep=;\r\n${table.replaceAll('\n', '\r\n')}`],
    ['sep=, in quotes', `"sep=,"\n${table.replaceAll(';', ',')}`],
    ['sep=\\t', `sep=\\t\n${table.replaceAll(';', '\t')}`],
    ['sep=; in UTF-16', Buffer.from(`\uFEFFsep=;\n${table}`, 'utf16le')],
    ['a remark', `About the data: exported on 1 May, 2026, by us\n\n${table}`],
    ['a remark in quotes', `"About the data: exported, 2026; by us"\n${table}`],
    ['several remarks', `Report\nSource: ours; of 2026\nFilters: none\n\n${table}`],
    ['empty columns', table.replaceAll('\n', ';;;\n')],
    ['empty rows', `${table};;;;;;\n;;;;;;\n`],
    ['windows-1252', Buffer.from(table, 'latin1')],
  ])('%s', async (_, content) => {
    const { report } = await imported(file('excel.csv', content))
    expect(report).toMatchObject({ read: 1, stored: 1 })
    expect(sharesOf(dataDir, 'city', 2023)).toEqual(halves)
  })

  test('short rows lack empty cells at their end; lines count as in the file', async () => {
    const text = `sep=,\n${HEAD}\nA1,2023,1,One,Uppsala University,Uppsala,Sweden\nA1,2023,2,Two\nA2,20x3,1,X,Y,Z,SE,,\n`
    const { report, odd } = await imported(file('short.csv', text))
    expect(unknownShare(dataDir, 2023)).toBe(0.5)
    expect(odd).toMatchObject({ 'short-rows': 1 })
    expect(report.listed[0]).toMatchObject({ line: 5, reason: 'year', detail: 'year = 20x3' })
  })

  test('two halves of a row, and a row that the file ends in, make no author without affiliation', async () => {
    const sound = 'A2,2023,1,X,Y,Oslo,NO'
    const broken = `${HEAD}\nA1,2023,1,One,University of\nOslo,Oslo,Norway\n${sound}\n`
    expect((await imported(file('halves.csv', broken))).report).toMatchObject({ stored: 1 })
    for (const rest of ['A1,2023,1,One,Univ', 'A1,2023,1,One,"Univ']) {
      const { report } = await imported(file('cut.csv', `${HEAD}\n${sound}\n${rest}`))
      expect(report).toMatchObject({ read: 2, stored: 1, rejected: [{ reason: 'cut-off', count: 1 }] })
    }
  })
})

describe('JSON as shells and databases write it', () => {
  const work = (id: number, more: object = {}) => ({
    id: `https://openalex.org/W${id}`,
    publication_year: 2021,
    type: 'article',
    authorships: [{ author: { id: 'https://openalex.org/A1' }, countries: ['NO'], institutions: [] }],
    ...more,
  })
  const lines = (...works: object[]) => works.map((each) => JSON.stringify(each)).join('\n')

  test.each<[string, string | Uint8Array]>([
    ['years as text', lines(work(1, { publication_year: '2021' }), work(2, { publication_year: '2021.0' }))],
    [
      'numbers of MongoDB',
      lines(
        work(1, { publication_year: { $numberInt: '2021' }, authors_count: { $numberInt: '1' } }),
        work(2, { publication_year: { $numberLong: '2021' } }),
      ),
    ],
    ['UTF-16', Buffer.from(`\uFEFF${JSON.stringify([work(1), work(2)], null, 2)}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\uFEFF${lines(work(1), work(2))}`, 'utf16le').swap16()],
  ])('%s', async (_, content) => {
    const { report } = await imported(file('works.json', content))
    expect(report).toMatchObject({ read: 2, stored: 2 })
    expect(sharesOf(dataDir, 'region', 2021)).toEqual(fractions({ NO: 2 }))
  })

  test('each rejected record names its value; text that says retracted is believed', async () => {
    const works = [
      work(1),
      work(2, { publication_year: '20 21' }),
      work(3, { type: 'dataset' }),
      work(4, { authors_count: '7' }),
      work(5, { is_retracted: 'true' }),
      work(6, { id: 'x' }),
      { ...work(7), authorships: [] },
    ]
    const { report } = await imported(file('bad.jsonl', `${lines(...works)}\n`))
    expect(report.listed.map(({ detail }) => detail)).toEqual([
      'W2: publication_year = "20 21"',
      'W3: type = "dataset"',
      'W4: authors_count = 7, authorships = 1',
      'W5: is_retracted = true',
      'id = "x"',
      'W7: authorships = 0',
    ])
  })

  test.each<[string, string]>([
    ['a page', JSON.stringify({ meta: {}, results: [work(1), work(2)] }).slice(0, -60)],
    ['lines', lines(work(1), work(2)).slice(0, -30)],
  ])('%s cut in half says that the file ends too early', async (_, content) => {
    const { report } = await imported(file('half.json', content))
    expect(report).toMatchObject({ stored: 1, rejected: [{ reason: 'cut-off', count: 1 }] })
  })

  test('so does a packed table', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `A${i},2023,1,N${i * 7919},X${i},Oslo,NO`).join('\n')
    const packed = gzipSync(`${HEAD}\n${rows}\n`)
    const [issue] = await issuesOf(file('t.csv.gz', packed.subarray(0, packed.length / 2)))
    expect(issue?.code).toBe('gzip-truncated')
  })
})

test('whatever stands in a table, each record is stored or rejected and units add up', async () => {
  const bits = [
    'NA',
    '|',
    ';',
    '"',
    '\n',
    '\r',
    ',,,',
    'sep=;',
    '\uFFFD',
    '\0',
    '20x1',
    'A|B',
    '1.0',
    '京',
    'é',
    '[',
  ]
  const lines = ['W1,2021,1,A,X,Oslo,NO', 'W1,2021,2,B,Y,Bonn,DE', 'W2,2020,1,C,Z,,NA', 'W3,2020,1,D,,,']
  const sound = `${HEAD}\n${lines.join('\n')}\n`
  const edit = fc.tuple(fc.nat(sound.length), fc.constantFrom(...bits), fc.nat(3))
  const encoding = fc.constantFrom('utf8' as const, 'latin1' as const, 'utf16le' as const)
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 6 }), encoding, async (edits, written) => {
      let text = written === 'utf16le' ? `\uFEFF${sound}` : sound
      for (const [at, bit, gone] of edits) text = text.slice(0, at) + bit + text.slice(at + gone)
      const parsed = await parseHere(file('fuzz.csv', Buffer.from(text, written))).catch(
        (error: unknown) => error,
      )
      if (parsed instanceof AppError) return
      const { counts, chunks } = parsed as Parsed
      const rejected = Object.values(counts.rejected).reduce((sum, count) => sum + count, 0)
      expect(counts.stored + rejected).toBe(counts.read)
      expect(counts.listed.every(({ detail }) => detail !== '')).toBe(true)
      const units = chunks.reduce((sum, chunk) => sum + chunk.units.reduce((all, part) => all + part, 0), 0)
      expect(units).toBe(counts.stored * UNITS)
    }),
    { seed: 17, numRuns: 150 },
  )
})

const given = fixtures && join(fixtures, 'field')
describe.skipIf(!given)(`files of the field${given ? '' : ' (skipped: no ../shared)'}`, () => {
  const at = (name: string) => join(given ?? '', name)

  test('02: NA of R', async () => {
    await imported(at('02_r_na.csv'))
    expect(sharesOf(dataDir, 'city', 2021)).toEqual(fractions({ windhoek: 1 / 2, sydney: 1 / 2 }))
    expect(sharesOf(dataDir, 'region', 2021)).toEqual(fractions({ NA: 1 / 2, AU: 1 / 2 }))
    expect([unknownShare(dataDir, 2021), unknownShare(dataDir, 2022)]).toEqual([1, 1])
    expect(institutionNames()).not.toContain('NA')
  })

  test('03: first, middle, last', async () => {
    const { report } = await imported(at('03_author_position_words.csv'))
    expect(report).toMatchObject({ read: 9, stored: 9 })
  })

  test('06: one row an article', async () => {
    const columns = await readMapFile(at('06_map.json'))
    const issues = await issuesOf(at('06_openalex_web_export.csv'), { columns })
    expect(issues.length).toBeGreaterThan(0)
  })

  test('04d: JSON in UTF-16', async () => {
    const { report } = await imported(at('04d_powershell_utf16.json'))
    expect(report.stored).toBe(report.read)
  })

  test('11: encodings', async () => {
    await imported(at('11_shift_jis.csv'))
    expect(cityNames().length).toBe(3)
    await imported(at('11_windows_1251.csv'), { encoding: 'windows-1251' })
    expect(institutionNames()).toContain('Московский государственный университет')
    const { odd } = await imported(at('11_windows_1251.csv'))
    expect(institutionNames()).toContain('Московский государственный университет')
    expect(odd).toMatchObject({ 'tables-with-guessed-encoding': 1 })
    await imported(at('11_windows_1252.csv'))
    expect(institutionNames()).toEqual(['Universität zu Köln', 'Université de Montréal'])
  })

  test('12 and 17: what spreadsheets leave', async () => {
    await imported(at('12_sep_line.csv'))
    expect(sharesOf(dataDir, 'city', 2023)).toEqual(fractions({ koln: 1 / 2, zurich: 1 / 2 }))
    const { report } = await imported(at('17_excel_trailing.csv'))
    expect(report).toMatchObject({ read: 2, stored: 2, rejected: [] })
  })
})
