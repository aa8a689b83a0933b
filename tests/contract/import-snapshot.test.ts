/** A snapshot as a folder, Parquet, tables of institutions, and folders of many small files. */
import { cpSync, existsSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { zipOf } from '../../src/core/import/places/test-zip.ts'
import { openReadable } from '../../src/core/db/open.ts'
import { importIndex } from '../../src/core/import/run/import-index.ts'
import { AppError } from '../../src/shared/contract/errors.ts'
import type { ImportReport } from '../../src/shared/contract/import-report.ts'
import { indexOptions } from '../../src/shared/contract/imports.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importContext } from '../support/import-context.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../support/works.ts'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = (...names: string[]) => join(folder, ...names)
const put = (name: string, content: string | Uint8Array) => {
  mkdirSync(dirname(at(name)), { recursive: true })
  writeFileSync(at(name), content)
  return at(name)
}
const works = makeWorks(600, 7)
const lines = (records: readonly unknown[]) => records.map((each) => `${JSON.stringify(each)}\n`).join('')
let runs = 0

/** The digest of all figures and contributions, and the report. */
async function imported(...paths: string[]): Promise<{ digest: string; report: ImportReport; rows: Row[] }> {
  const as = `run-${runs++}`
  const { report } = await importIndex(
    { paths, as, name: undefined, mode: 'create', options: indexOptions.parse({}) },
    importContext(at('data')),
  )
  const db = openReadable(at('data', 'datasets', `${as}.sqlite`), as)
  const digest = db.prepare('SELECT content_sha256 FROM dataset').pluck().get() as string
  const rows = db.prepare('SELECT file, sha256 FROM sources ORDER BY file').all() as Row[]
  db.close()
  return { digest, report, rows }
}
interface Row {
  file: string
  sha256: string
}

async function refusal(...paths: string[]): Promise<string[]> {
  const error = await imported(...paths).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof AppError)) throw error
  return (error.details.issues ?? []).map(({ file, code }) => `${file}: ${code}`)
}

/** Writes the result of a query as Parquet. */
async function parquet(query: string, path: string, codec = 'snappy', groupRows = 2048): Promise<string> {
  mkdirSync(dirname(path), { recursive: true })
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(
    `COPY (${query}) TO '${path}' (FORMAT parquet, COMPRESSION ${codec}, ROW_GROUP_SIZE ${groupRows})`,
  )
  connection.closeSync()
  return path
}
const fromJson = (path: string) => `SELECT * FROM read_json_auto('${path}', maximum_object_size=50000000)`

let worksFile = ''
let institutionsFile = ''
let plain: Awaited<ReturnType<typeof imported>>
beforeAll(async () => {
  worksFile = writeWorks(at('works.jsonl'), works)
  institutionsFile = writeInstitutions(folder)
  plain = await imported(worksFile, institutionsFile)
})

describe('a snapshot', () => {
  test.each(['data', 'data/jsonl'])('of the layout %s is read as far as it is needed', async (base) => {
    const name = `snapshot-${base.replace('/', '-')}`
    const part = (entity: string, day: string, n: string) =>
      `${name}/${base}/${entity}/updated_date=${day}/${n}`
    put(part('works', '2024-01-01', 'part_000.gz'), gzipSync(lines(works.slice(0, 200))))
    put(part('works', '2024-02-01', 'part_000.gz'), gzipSync(lines(works.slice(200))))
    put(part('institutions', '2024-01-01', 'part_000.gz'), gzipSync(lines([])))
    rmSync(at(part('institutions', '2024-01-01', 'part_000.gz')))
    cpSync(institutionsFile, put(part('institutions', '2024-01-01', 'part_001'), ''))
    put(part('authors', '2024-01-01', 'part_000.gz'), gzipSync(lines([{ id: 'https://openalex.org/A1' }])))
    put(part('authors', '2024-02-01', 'part_000.gz'), 'not even gzip')
    put(part('funders', '2024-02-01', 'part_000.gz'), 'not even gzip')
    put(`${name}/${base}/works/manifest`, JSON.stringify({ entries: [] }))
    put(`${name}/RELEASE_NOTES.txt`, 'RELEASE 2024-02-27\n- more\nRELEASE 2024-01-24\n')
    put(`${name}/LICENSE.txt`, 'CC0')
    put(`${name}/data/merged_ids/authors/2022-06-07.csv.gz`, gzipSync('merge_date,id,merge_into_id\n'))
    const { digest, report } = await imported(at(name))
    expect(digest).toBe(plain.digest)
    expect(report.dataFrom).toEqual({
      earliest: expect.any(String),
      latest: '2024-01-24',
      manifest: '2024-02-27',
    })
    const passed = report.files.filter(({ kind }) => kind === 'unneeded').map(({ file }) => file)
    const prefix = base === 'data' ? '' : 'jsonl/'
    expect(passed.sort()).toEqual(
      [`${prefix}authors (2)`, `${prefix}funders (1)`, 'merged_ids/authors (1)'].sort(),
    )
  })

  test('in both formats is read once', async () => {
    put('both/data/jsonl/works/updated_date=2024-01-01/part_0000.gz', gzipSync(lines(works)))
    await parquet(
      fromJson(worksFile),
      at('both/data/parquet/works/updated_date=2024-01-01/part_0000.parquet'),
    )
    cpSync(institutionsFile, put('both/data/jsonl/institutions/updated_date=2024-01-01/part_0000.jsonl', ''))
    const { digest, report } = await imported(at('both'))
    expect(digest).toBe(plain.digest)
    expect(report.files.filter(({ kind }) => kind === 'copy').map(({ file }) => file)).toEqual([
      'parquet/works (1)',
    ])
    expect(report.read).toBe(600)
  })

  test('merged ids count as those that they were merged into', async () => {
    const work = (id: string, institution: string, day: string) => ({
      id: `https://openalex.org/${id}`,
      publication_year: 2023,
      type: 'article',
      updated_date: day,
      authorships: [{ institutions: [{ id: `https://openalex.org/${institution}`, country_code: 'CN' }] }],
    })
    const records = [
      work('W1', 'I2', '2024-05-05'),
      work('W2', 'I2', '2023-01-01'),
      work('W3', 'I9', '2024-01-01'),
    ]
    const file = writeWorks(at('merged.jsonl'), records)
    const head = 'merge_date,id,merge_into_id\n'
    const mergedWorks = put(
      'merged_ids/works/2024.csv.gz',
      gzipSync(`${head}2024-01-01,W1,W7\n2024-01-02,W7,W2\n`),
    )
    const mergedPlaces = put(
      'merged_ids/institutions/2024.csv',
      `${head}2024-01-01,I9,https://openalex.org/I2\n`,
    )
    const { report } = await imported(file, institutionsFile, mergedWorks, mergedPlaces)
    expect(report.articles).toBe(2)
    expect(report.rejected).toEqual([{ reason: 'duplicate-id', count: 1 }])
    // W2 stays, although W1 says to be newer; I9 is I2: one institution of two articles.
    expect(report.institutions).toMatchObject({ matched: 1, unmatched: 0 })
  })
})

describe('Parquet', () => {
  test.each(['snappy', 'zstd', 'gzip', 'uncompressed'])(
    '%s gives the figures of the same works as lines',
    async (codec) => {
      const path = await parquet(fromJson(worksFile), at(`works-${codec}.parquet`), codec)
      const places = await parquet(fromJson(institutionsFile), at(`institutions-${codec}.parquet`), codec)
      const { digest, report } = await imported(path, places)
      expect(report.read).toBe(600)
      expect(digest).toBe(plain.digest)
    },
  )

  test('of affiliations is a table as CSV is one', async () => {
    const csv = put(
      'flat.csv',
      'article_id,year,author_seq,institution,city,country\na,2023,1,One,Lyon,FR\na,2023,2,Two,Bonn,DE\nb,2022,1,One,Lyon,FR\n',
    )
    const path = await parquet(
      `SELECT article_id, year::BIGINT AS year, author_seq::DECIMAL(9,0) AS author_seq, institution, city, country FROM read_csv('${csv}')`,
      at('flat.parquet'),
    )
    expect((await imported(path)).digest).toBe((await imported(csv)).digest)
  })

  test('that is damaged is refused with its name', async () => {
    const path = await parquet(fromJson(worksFile), at('cut.parquet'))
    truncateSync(path, 3000)
    expect(await refusal(path)).toEqual(['cut.parquet: parquet-damaged'])
    expect(await refusal(put('short.parquet', 'PAR1'))).toEqual(['short.parquet: parquet-damaged'])
  })
})

describe('institutions as tables', () => {
  const shared = join(import.meta.dirname, '../../../shared/fixtures/field')
  test.skipIf(!existsSync(shared))(
    "ROR's dump as CSV, alone and in a zip (skipped: no ../shared)",
    async () => {
      const { report } = await imported(join(shared, '16_works.json'), join(shared, '16_ror_dump.csv'))
      expect(report.institutions).toEqual({ read: 2, matched: 2, unmatched: 0, withoutCity: 0 })
    },
  )

  const ror =
    'id,locations.geonames_id,locations.geonames_details.country_code,locations.geonames_details.lat,locations.geonames_details.lng,locations.geonames_details.name,names.types.label,names.types.ror_display,status,types\n' +
    'https://ror.org/00jmfr291,4984247; 1,US; CA,42.2; 1,-83.7; 1,Ann Arbor; Elsewhere,"en: One; zh: 第一大学",One,active,education; funder\n'
  test('of ROR in a zip beside nothing else', async () => {
    const table = 'article_id,year,author_seq,institution_id\na,2023,1,https://ror.org/00jmfr291\n'
    const { report } = await imported(
      put('t.csv', table),
      put('dump.zip', zipOf({ 'v2.0-ror-data.csv': ror })),
    )
    expect(report.institutions).toEqual({ read: 1, matched: 1, unmatched: 0, withoutCity: 0 })
  })

  test('of OpenAlex, names in one table and places in the other', async () => {
    const names = put(
      'institutions.csv',
      'id,ror,display_name,country_code,type\nhttps://openalex.org/I1,,One,CN,education\nhttps://openalex.org/I3,,Three,CH,education\n',
    )
    const places = put(
      'institutions_geo.csv',
      'institution_id,city,geonames_city_id,region,country_code,country,latitude,longitude\nhttps://openalex.org/I1,Beijing,,,CN,China,39.9,116.4\n',
    )
    const { report } = await imported(worksFile, names, places)
    expect(report.institutions).toMatchObject({ read: 3, matched: 2, withoutCity: 5 })
  })
})

test('a folder of small files is one entry and gives the figures of one file', async () => {
  for (const [i, work] of works.entries()) put(`many/W${i}.json`, JSON.stringify(work, null, i % 2))
  put('many/W999.json.gz', gzipSync(JSON.stringify(works[0])))
  rmSync(at('many/W999.json.gz'))
  const { digest, report, rows } = await imported(at('many'), institutionsFile)
  expect(digest).toBe(plain.digest)
  expect(report.files.map(({ file, records }) => [file, records])).toEqual([
    ['institutions.jsonl', 6],
    ['many/*.json (600)', 600],
  ])
  expect(rows).toHaveLength(2)
  expect(rows[1]?.sha256).toMatch(/^[0-9a-f]{64}$/)
  put('many/W7.json', '{"error": "too many requests"}')
  expect(await refusal(at('many'), institutionsFile)).toEqual(['W7.json: file-kind-unknown'])
})
