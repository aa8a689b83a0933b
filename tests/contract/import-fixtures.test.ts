/** Real files of others, imported: every record is accounted for, every oddity told, figures as computed by hand. */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openReadable } from '../../src/core/db/open.ts'
import { importIndex } from '../../src/core/import/run/import-index.ts'
import { UNITS } from '../../src/core/counting/units.ts'
import { indexOptions } from '../../src/shared/contract/imports.ts'
import { temporaryFolder } from '../support/edition.ts'
import { importContext } from '../support/import-context.ts'

const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'fixtures')
const present = existsSync(shared)
const dataDir = temporaryFolder()
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

async function importFixtures(...files: string[]) {
  const { report } = await importIndex(
    {
      paths: files.map((file) => join(shared, file)),
      as: 'fixtures',
      name: undefined,
      mode: 'replace',
      // What addresses add has tests of its own; these figures are those of the records alone.
      options: indexOptions.parse({ printedPlaces: false }),
    },
    importContext(dataDir),
  )
  const rejected = Object.fromEntries(report.rejected.map(({ reason, count }) => [reason, count]))
  const odd = Object.fromEntries(report.oddities.map(({ oddity, count }) => [oddity, count]))
  expect(report.stored + report.rejected.reduce((sum, { count }) => sum + count, 0)).toBe(report.read)
  return { report, rejected, odd }
}

interface Stat {
  id: string
  year: number
  units: number
  articles: number
}

/** Overall statistics of one kind, by id and year. */
function statsOf(kind: 1 | 4): Stat[] {
  const db = openReadable(join(dataDir, 'datasets', 'fixtures.sqlite'), 'fixtures')
  const table = kind === 1 ? 'institutions' : 'regions'
  const id = kind === 1 ? 'institution_id' : 'region_id'
  try {
    return db
      .prepare(
        `SELECT ${id} AS id, year, units, articles FROM entity_stats JOIN ${table} ON number = entity
         WHERE kind = ? AND subject = 0`,
      )
      .all(kind) as Stat[]
  } finally {
    db.close()
  }
}

/** Share and Count of an entity over all years. */
function sumOf(kind: 1 | 4, id: string): { share: number; count: number } {
  const rows = statsOf(kind).filter((row) => row.id === id)
  const units = rows.reduce((sum, row) => sum + row.units, 0)
  return { share: units / UNITS, count: rows.reduce((sum, row) => sum + row.articles, 0) }
}

describe.skipIf(!present)(present ? 'real files' : 'real files (skipped: no ../shared)', () => {
  test('nine works of one collaboration give the Shares worked out by hand', async () => {
    const { report, odd } = await importFixtures('works_api_coauthor_page_2.json')
    expect(report).toMatchObject({ read: 9, stored: 9, articles: 9 })
    expect(odd['authors-without-affiliation']).toBe(1)
    // Each fraction is the sum of 1/authors × 1/affiliations over the authorships, added up on paper.
    const byHand: [string, number, number][] = [
      ['I22299242', 997 / 560, 6],
      ['I74801974', 389 / 320, 3],
      ['I4210114023', 3 / 5, 1],
      ['I62916508', 359 / 672, 4],
      ['I118564535', 109 / 240, 5],
      ['I40120149', 149 / 576, 3],
    ]
    for (const [id, share, count] of byHand) {
      const found = sumOf(1, id)
      expect(found.share, id).toBeCloseTo(share, 8)
      expect(found.count, id).toBe(count)
    }
    expect(sumOf(4, 'JP').share).toBeCloseTo(164 / 35, 8)
    expect(sumOf(4, 'DE').share).toBeCloseTo(1009 / 672, 8)
    // One author of five has no affiliation: a fifth of an article is unknown.
    const regions = statsOf(4).reduce((sum, { units }) => sum + units, 0)
    expect(9 - regions / UNITS).toBeCloseTo(1 / 5 + 1 / 24, 8) // and 1/24 lies in an institution without a country
  })

  test('API pages: types that do not count, works without authors', async () => {
    const { report, rejected, odd } = await importFixtures('works_api_biodiversity_finance_200.json')
    expect(report).toMatchObject({ read: 200, stored: 143 })
    expect(rejected).toEqual({ type: 54, 'no-authors': 3 })
    expect(odd).toMatchObject({
      'authors-without-affiliation': 181,
      'articles-without-affiliation': 68,
      'articles-without-doi': 42,
    })
    expect(report.unmatched.length).toBeGreaterThan(0)
  })

  test('two crawls of one query: the newer record of each id is kept', async () => {
    const { report, rejected } = await importFixtures(
      'works_api_biodiversity_finance_200.json',
      'works_api_biodiversity_finance_200_earlier_crawl.json',
    )
    expect(report.read).toBe(400)
    // 193 of the ids stand in both; of those 139 are articles or reviews with authors.
    expect(rejected['duplicate-id']).toBe(139)
  })

  test('records of 5,103 authors without institutions, of a compressed snapshot, and JSON Lines', async () => {
    const { report, rejected, odd } = await importFixtures(
      'works_single_5103_authors_no_institutions.json',
      'works_snapshot_2023-05-16_part_000.jsonl.gz',
      'works_list_brazil_lattes_724.jsonl',
    )
    expect(report).toMatchObject({ read: 1 + 27 + 724, stored: 690 })
    expect(rejected).toEqual({ type: 60, 'no-authors': 1, 'duplicate-doi': 1 })
    expect(odd['authors-without-affiliation']).toBe(5103 + 1315)
  })

  test('institutions and ROR of both schemas give works their cities', async () => {
    const { report } = await importFixtures(
      'works_api_doi_batch_1.json',
      'openalex_institutions_snapshot_2023-09-04_part_000.jsonl.gz',
      'ror_v1_for_given_works.json',
      'ror_v2_for_given_works.json',
    )
    expect(report.institutions.read).toBe(678 + 411 + 336)
    expect(report.institutions.matched).toBeGreaterThan(40)
    const db = openReadable(join(dataDir, 'datasets', 'fixtures.sqlite'), 'fixtures')
    try {
      const cities = db.prepare('SELECT count(*) FROM cities WHERE geonames IS NOT NULL').pluck().get()
      expect(cities).toBeGreaterThan(20)
    } finally {
      db.close()
    }
  })

  test('one work under both spellings of its id is one article', async () => {
    const { report } = await importFixtures('field/13_id_forms.csv')
    expect(report).toMatchObject({ read: 1, stored: 1 })
    const db = openReadable(join(dataDir, 'datasets', 'fixtures.sqlite'), 'fixtures')
    try {
      const cities = db
        .prepare(
          'SELECT name, units FROM entity_stats JOIN cities ON number = entity WHERE kind = 2 AND subject = 0 ORDER BY name',
        )
        .all()
      expect(cities).toEqual(['Burnaby', 'Ottawa'].map((name) => ({ name, units: UNITS / 2 })))
    } finally {
      db.close()
    }
  })
})
