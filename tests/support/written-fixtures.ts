/** Imports the project's own small files (`tests/fixtures`) and reads what came of them. */
import { join } from 'node:path'
import { ENTITY_KINDS } from '../../src/core/articles/entities.ts'
import { UNITS } from '../../src/core/counting/units.ts'
import { openReadable } from '../../src/core/db/open.ts'
import { importIndex } from '../../src/core/import/run/import-index.ts'
import { indexOptions } from '../../src/shared/contract/imports.ts'
import { importContext } from './import-context.ts'

const FIXTURES = join(import.meta.dirname, '..', 'fixtures')
const ID = 'written'

/** Imports these files of tests/fixtures anew; `rejected` and `odd` are the report's lists by reason. */
export async function importWritten(dataDir: string, files: readonly string[]) {
  const paths = files.map((file) => join(FIXTURES, file))
  const options = indexOptions.parse({})
  const asked = { paths, as: ID, name: undefined, mode: 'replace' as const, options }
  const { report } = await importIndex(asked, importContext(dataDir))
  return {
    report,
    rejected: Object.fromEntries(report.rejected.map(({ reason, count }) => [reason, count])),
    odd: Object.fromEntries(report.oddities.map(({ oddity, count }) => [oddity, count])),
  }
}

/** Rows of a query over the imported index. */
export function askWritten<Row>(dataDir: string, sql: string, ...values: (string | number)[]): Row[] {
  const db = openReadable(join(dataDir, 'datasets', `${ID}.sqlite`), ID)
  try {
    return db.prepare(sql).all(...values) as Row[]
  } finally {
    db.close()
  }
}

const TABLES = {
  institution: ['institutions', 'institution_id'],
  city: ['cities', 'city_id'],
  region: ['regions', 'region_id'],
} as const

/** The Share of each entity of a kind in a year, over all subjects, rounded to nine decimals. */
export function sharesOf(dataDir: string, kind: keyof typeof TABLES, year: number): Record<string, number> {
  const [table, id] = TABLES[kind]
  const rows = askWritten<{ id: string; units: number }>(
    dataDir,
    `SELECT ${id} AS id, units FROM entity_stats JOIN ${table} ON number = entity
     WHERE kind = ? AND subject = 0 AND year = ?`,
    ENTITY_KINDS[kind],
    year,
  )
  return Object.fromEntries(rows.map((row) => [row.id, round(row.units / UNITS)]))
}

/** The part of a year's articles of which nobody knows where it was done. */
export function unknownShare(dataDir: string, year: number): number {
  const [row] = askWritten<{ units: number }>(
    dataDir,
    'SELECT unaffiliated_units AS units FROM year_totals WHERE subject = 0 AND year = ?',
    year,
  )
  return round((row?.units ?? NaN) / UNITS)
}

/** Fractions worked out on paper, to compare with Shares. */
export const fractions = (given: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(given).map(([id, share]) => [id, round(share)]))

/** An article is divided into whole units, so a third is a third to nine decimals. */
export const round = (share: number): number => Math.round(share * 1e9) / 1e9
