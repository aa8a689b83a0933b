/** Exports of databases: the Shares of 100 invented records each agree with those of their invention. */
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { AppError } from '../../src/shared/contract/errors.ts'
import { counted, invent, meantShares, REJECTED } from '../support/database-exports.ts'
import { dimensionsCsv, scopusCsv, wosPlain, wosTab } from '../support/write-database-exports.ts'
import { temporaryFolder } from '../support/edition.ts'
import { previewFiles } from '../../src/core/import/run/preview.ts'
import { zipOf } from '../../src/core/import/places/test-zip.ts'
import { importFiles, queriesOf } from '../support/index.ts'

const folder = temporaryFolder()
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function shares(dataset: string, by: 'city' | 'institution' | 'country', year: number) {
  const queries = queriesOf(folder)
  try {
    const { rows } = await queries.call('rankings.list', { dataset, by, year, limit: 'all' })
    return Object.fromEntries(rows.map((row) => [by === 'country' ? row.region : row.name, row.share]))
  } finally {
    queries.close()
  }
}

const records = invent(17)
const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')

describe.each<[string, string | Uint8Array, string]>([
  ['scopus', scopusCsv(records), 'scopus'],
  ['scopus-old', scopusCsv(records, true), 'scopus'],
  ['wos-plain', wosPlain(records), 'wos'],
  ['wos-tab', wosTab(records), 'wos'],
  ['wos-utf16', utf16(wosTab(records)), 'wos'],
  ['dimensions', dimensionsCsv(records), 'dimensions'],
])('%s', (name, content, kind) => {
  test('gives the Shares that were meant, and rejects what cannot be paired or does not count', async () => {
    const { report } = await importFiles(folder, name, [write(`${name}.txt`, content)])
    expect(report.files[0]?.kind).toBe(kind)
    const listed = report.listed.map(({ line, reason, detail }) => `${line} ${reason} ${detail}`)
    expect({ read: report.read, stored: report.stored, listed }).toMatchObject({
      read: records.length,
      stored: records.filter(counted).length,
    })
    const reasons = new Set(report.rejected.map(({ reason }) => reason))
    for (const reason of Object.values(REJECTED)) expect(reasons).toContain(reason)
    for (const year of [2020, 2021, 2022, 2023]) {
      const meant = meantShares(records, year)
      for (const [by, wanted] of [
        ['institution', meant.institutions],
        ['city', meant.cities],
        ['country', meant.countries],
      ] as const) {
        const found = await shares(name, by, year)
        expect(Object.keys(found).sort(), `${by} ${year}`).toEqual([...wanted.keys()].sort())
        for (const [key, share] of wanted)
          expect(found[key], `${key} ${year}`).toBeCloseTo(share.toNumber(), 8)
      }
    }
  })
})

const taggedWithout = (number: number) =>
  `PT J\nAU Doe, J\nAF Doe, Jane\nTI Title\nPY 2020\nUT WOS:${number}\nER\n\n`

test('Web of Science: one record with addresses is enough, wherever it stands; a preview says what is missing', async () => {
  const without = Array.from({ length: 6 }, (_, i) => taggedWithout(i)).join('')
  const head = 'FN Clarivate\nVR 1.0\n'
  const look = async (content: string) => {
    const { files } = await previewFiles([write('look.txt', content)], {}, new AbortController().signal)
    return files[0]
  }
  expect(await look(`${head}${without}EF`)).toMatchObject({ problem: 'export-wos-unpaired', records: [] })
  const last = taggedWithout(9).replace('TI', 'C1 [Doe, Jane] Univ Oslo, Oslo, Norway.\nTI')
  const mixed = `${head}${without}${last}EF`
  expect(await look(mixed)).toMatchObject({ problem: null, records: { length: 5 } })
  const { report } = await importFiles(folder, 'mixed', [write('mixed.txt', mixed)])
  expect(report).toMatchObject({ read: 7, stored: 7 })
  expect(await shares('mixed', 'city', 2020)).toEqual({ Oslo: 1 })
})

test('an export inside a zip is read as it is outside', async () => {
  const wos = zipOf({ 'savedrecs.txt': wosPlain(records) })
  const { report } = await importFiles(folder, 'zipped', [write('wos.zip', wos)])
  expect(report).toMatchObject({ read: records.length, stored: records.filter(counted).length })
})

describe('an export without pairs is refused by name', () => {
  test.each([
    ['Lens ID,Title,Publication Year,Author/s,DOI\n1,T,2020,A B,10.1/x\n', 'export-lens'],
    ['Authors,Title,Year,Source title,DOI,EID\nA B.,T,2020,J,10.1/x,2-s2.0-1\n', 'export-scopus-unpaired'],
    ['PT\tAU\tTI\tSO\tPY\tUT\nJ\tA, B\tT\tJ\t2020\tWOS:1\n', 'export-wos-unpaired'],
    // The column, or the place for it, is there and no record fills it.
    ['PT\tAU\tTI\tSO\tC1\tPY\tUT\nJ\tA, B\tT\tJ\t\t2020\tWOS:1\n', 'export-wos-unpaired'],
    [`FN Clarivate\nVR 1.0\n${[1, 2].map(taggedWithout).join('')}EF`, 'export-wos-unpaired'],
    [
      'Authors,Title,Year,Affiliations,Authors with affiliations,EID\nA B.,T,2020,,,2-s2.0-1\n',
      'export-scopus-unpaired',
    ],
    [
      'Publication ID,Title,PubYear,Authors,Authors Affiliations\npub.1,T,2020,"A, B",\n',
      'export-dimensions-unpaired',
    ],
    ['Publication ID,Title,PubYear,Authors\npub.1,T,2020,"A, B"\n', 'export-dimensions-unpaired'],
    ['Document Title,Authors,Author Affiliations,Publication Year,IEEE Terms\nT,A,B,2020,C\n', 'export-ieee'],
    [
      'Item Title,Publication Title,Item DOI,Authors,Publication Year,Content Type\nT,J,10.1/x,A,2020,Article\n',
      'export-springer',
    ],
    ['TY  - JOUR\nAU  - A, B\nPY  - 2020\nER  - \n', 'export-ris'],
    ['@article{a,\n  author = {A},\n  year = {2020}\n}\n', 'export-bibtex'],
    ['PMID- 1\nTI  - T\nAU  - A B\n', 'export-pubmed'],
    [
      'id,display_name,publication_year,authorships.author.display_name,authorships.institutions.display_name\nhttps://openalex.org/W1,T,2020,A|B,C|D\n',
      'export-openalex-unpaired',
    ],
    ['%0 Journal Article\n%A A, B\n', 'export-endnote'],
  ])('%j', async (content, code) => {
    const running = importFiles(folder, 'refused', [write('refused.txt', content)])
    const error = await running.then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(AppError)
    expect((error as AppError).details.issues?.map((issue) => issue.code)).toEqual([code])
  })
})

const field = join(import.meta.dirname, '../../../shared/fixtures/field')
describe.skipIf(!existsSync(field))('the exports of the field (skipped: no ../shared)', () => {
  test('Scopus: an author of two affiliations shares his part between them', async () => {
    await importFiles(folder, 'given-7', [join(field, '07_scopus_export.csv')])
    expect(await shares('given-7', 'institution', 2024)).toEqual({
      'University of Oslo': 0.25,
      'Simula Research Laboratory': 0.25,
      'Uppsala University': 0.5,
      'Hunan Normal University': 1,
    })
    expect(await shares('given-7', 'city', 2024)).toEqual({ Oslo: 0.5, Uppsala: 0.5, Changsha: 1 })
  })
})

test('a suburb in the address of an export is counted in its city, also one of a table of the user’s', async () => {
  const head = 'Authors,Title,Year,Authors with affiliations,Affiliations,DOI,EID,Document Type,Source title'
  const row = (id: string, place: string) =>
    `"A., One","T",2023,"A., One, Example University, ${place}","Example University, ${place}",10.5555/${id},2-s2.0-${id},Article,J`
  const rows = [row('1', 'Rondebosch, South Africa'), row('2', 'Newtown, Uganda')]
  const path = write('suburbs-scopus.csv', [head, ...rows].join('\n'))
  await importFiles(folder, 'suburbs', [path])
  expect(await shares('suburbs', 'city', 2023)).toEqual({ 'Cape Town': 1, Newtown: 1 })
  const own = write('suburbs.csv', 'place,country,city\nNewtown,Uganda,Kampala\n')
  await importFiles(folder, 'suburbs-own', [path, own])
  expect(await shares('suburbs-own', 'city', 2023)).toEqual({ 'Cape Town': 1, Kampala: 1 })
})
