/**
 * One value of every column is changed. The checksum tells of each; these lists say which are told also where no
 * checksum stands, or one that was made for the changed file, as they are derived again. A column that is in neither
 * list, or in the wrong one, fails here: whoever adds one decides how it is verified.
 */
import Database from 'better-sqlite3'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BUNDLED, temporaryFolder } from '../../../tests/support/edition.ts'
import { importContext } from '../../../tests/support/import-context.ts'
import { importFiles, queriesOf } from '../../../tests/support/index.ts'
import { makeWorks, writeInstitutions, writeWorks } from '../../../tests/support/works.ts'
import { appVersion } from '../app-info.ts'
import type { VerifyReport } from '../../shared/contract/datasets.ts'
import { checksumOf, writeChecksum } from '../datasets/checksum.ts'
import { importEdition } from '../import/edition/import-edition.ts'
import { tablesOf } from './compare-tables.ts'

const root = temporaryFolder()
const queries = queriesOf(root)
const at = (id: string, end = 'sqlite') => join(queries.folder, `${id}.${end}`)
const TABLE = join(import.meta.dirname, '../../../tests/fixtures/tables/affiliations.csv')

/**
 * Columns that follow from nothing that is kept: what users, the clock and the program gave at the import, sources as they
 * were counted by nobody since (ids and dates of records that do not count, DOIs), and the words of articles beyond their
 * affiliations. SQLite's own statistics and the trees of its indexes are of no figure.
 */
const ALONE: Record<'edition' | 'index', readonly string[]> = {
  edition: [
    'dataset.id',
    'dataset.name',
    'dataset.name_zh',
    'dataset.revision',
    'dataset.imported_at',
    'dataset.app_version',
  ],
  index: [
    'article_authors.lists',
    'article_chunks.updated',
    'article_chunks.dois',
    'dataset.id',
    'dataset.name',
    'dataset.name_zh',
    'dataset.revision',
    'dataset.imported_at',
    'dataset.app_version',
    'dataset.citation',
    'place_records.records',
    'refused_works.chunk',
    'refused_works.updated',
    'refused_works.dois',
    'refused_works.cut',
  ],
}
/** Tables without a row in the datasets of this test. */
const EMPTY: Record<'edition' | 'index', readonly string[]> = {
  edition: [
    'article_authors',
    'article_chunks',
    'article_texts',
    'entity_stats',
    'import_runs',
    'institution_search_content',
    'institution_search_docsize',
    'institution_search_idx',
    'metros',
    'nodes',
    'place_records',
    'plan_pairs',
    'plan_parts',
    'refused_works',
    'year_totals',
  ],
  index: ['city_figures', 'figures', 'plan_pairs', 'plan_parts', 'scopes'],
}

beforeAll(async () => {
  const edition = {
    folder: BUNDLED,
    as: 'edition',
    name: undefined,
    year: undefined,
    replace: false,
    convert: false,
  }
  await importEdition(edition, { ...importContext(root), appVersion })
  const works = makeWorks(150, 3)
  const refused = { ...works[0], id: 'https://openalex.org/W990', type: 'dataset' }
  await importFiles(root, 'index', [
    writeWorks(join(root, 'works.jsonl'), [...works, refused]),
    writeInstitutions(root),
    TABLE,
  ])
})
afterAll(() => {
  queries.close()
  rmSync(root, { recursive: true, force: true })
})

const verify = (dataset: string): Promise<VerifyReport> => queries.call('datasets.verify', { dataset })

/** Another value of the same type. */
function other(value: unknown, type: string): unknown {
  if (value instanceof Uint8Array) {
    const bytes = Buffer.from(value)
    const place = bytes.length >> 1
    bytes[place] = (bytes[place] ?? 0) ^ 1
    return bytes.length > 0 ? bytes : Buffer.from([1])
  }
  if (typeof value === 'string') return `${value}x`
  if (value !== null) return Number(value) + 1
  return type === 'TEXT' ? 'x' : type === 'BLOB' ? Buffer.from([1]) : 1
}

interface Column {
  table: string
  name: string
  type: string
}

function columnsOf(id: string): Column[] {
  const db = new Database(at(id), { readonly: true })
  try {
    return tablesOf(db).flatMap((table) =>
      (db.pragma(`table_info("${table}")`) as Omit<Column, 'table'>[]).map(({ name, type }) => ({
        table,
        name,
        type,
      })),
    )
  } finally {
    db.close()
  }
}

/** Changes one value: where a row with one is there, of the last row by that column. @returns whether there was one */
function change(id: string, { table, name, type }: Column): boolean {
  const db = new Database(at(id))
  try {
    db.unsafeMode(true)
    db.pragma('foreign_keys = 0')
    db.pragma('ignore_check_constraints = 1')
    db.pragma('writable_schema = 1')
    const [found] = db
      .prepare(`SELECT max("${name}") FROM "${table}" HAVING count(*) > 0`)
      .raw()
      .all() as unknown[][]
    if (!found) return false
    // The first row of those with the value.
    const keys = (db.pragma(`table_info("${table}")`) as { name: string; pk: number }[]).filter(
      ({ pk }) => pk > 0,
    )
    const key = keys.map((each) => `"${each.name}"`).join() || 'rowid'
    const one = `SELECT ${key} FROM "${table}" WHERE "${name}" IS ? LIMIT 1`
    const sql = `UPDATE "${table}" SET "${name}" = ? WHERE (${key}) = (${one})`
    return db.prepare(sql).run(other(found[0], type), found[0]).changes === 1
  } finally {
    db.close()
  }
}

test.each(['edition', 'index'] as const)(
  'every column of every table of an %s',
  async (id) => {
    const whole = readFileSync(at(id))
    expect((await verify(id)).checks.map(({ id: check, ok }) => [check, ok])).toEqual(
      ['checksum', 'file', 'integrity', 'sources', 'figures', 'derived', 'stored'].map((check) => [
        check,
        id === 'index' && check === 'sources' ? null : true,
      ]),
    )
    const [missed, alone, empty]: string[][] = [[], [], []]
    for (const column of columnsOf(id)) {
      const name = `${column.table}.${column.name}`
      writeFileSync(at(id), whole)
      if (!change(id, column)) {
        if (!empty?.includes(column.table)) empty?.push(column.table)
        continue
      }
      const { checks } = await verify(id)
      const failed = checks.filter(({ ok }) => ok === false).map((check) => check.id)
      if (!failed.includes('checksum')) missed?.push(name)
      if (failed.every((check) => check === 'checksum')) alone?.push(name)
    }
    writeFileSync(at(id), whole)
    expect({ missed, alone, empty }).toEqual({ missed: [], alone: ALONE[id], empty: EMPTY[id] })
  },
  120_000,
)

test('a checksum made for the changed file helps nobody whose change is derived again', async () => {
  const whole = readFileSync(at('index'))
  const outcomes: boolean[] = []
  for (const [table, name, type] of [
    ['entity_stats', 'rank', 'INTEGER'],
    ['cities', 'latitude', 'REAL'],
    ['dataset', 'imported_at', 'TEXT'],
  ] as const) {
    writeFileSync(at('index'), whole)
    expect(change('index', { table, name, type })).toBe(true)
    writeChecksum(root, 'index', await checksumOf(at('index'), 'index'), join(root, 'sum'))
    const report = await verify('index')
    expect(report.checks.find(({ id }) => id === 'checksum')?.ok).toBe(true)
    outcomes.push(report.ok)
  }
  expect(outcomes).toEqual([false, false, true])
})
