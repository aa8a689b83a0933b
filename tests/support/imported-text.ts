/** Imports files that a test writes as text or bytes, and tells the Shares and Counts that came of them. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ENTITY_KINDS } from '../../src/core/articles/entities.ts'
import { UNITS } from '../../src/core/counting/units.ts'
import { openReadable } from '../../src/core/db/open.ts'
import { importIndex } from '../../src/core/import/run/import-index.ts'
import type { ImportReport } from '../../src/shared/contract/import-report.ts'
import type { IndexOptions } from '../../src/shared/contract/imports.ts'
import { indexOptions } from '../../src/shared/contract/imports.ts'
import { importContext } from './import-context.ts'

const ID = 'tried'

/** Share and Count over all years by the entity's name; of cities with the code of the country after a comma. */
export type Figures = Record<string, [share: number, count: number]>

export interface Imported {
  report: ImportReport
  rejected: Record<string, number>
  odd: Record<string, number>
  cities: Figures
  countries: Figures
  institutions: Figures
  /** The city and country code of each institution, by its name. */
  seats: Record<string, string>
}

export interface ImportWays {
  mode?: 'create' | 'replace' | 'add'
  options?: Partial<IndexOptions>
}

/** Imports these paths as one index. @throws AppError as an import does. */
export async function importPaths(
  dataDir: string,
  paths: readonly string[],
  { mode = 'replace', options = {} }: ImportWays = {},
): Promise<Imported> {
  const asked = { paths, as: ID, name: undefined, mode, options: indexOptions.parse(options) }
  const { report } = await importIndex(asked, importContext(dataDir))
  const counted = report.rejected.reduce((sum, { count }) => sum + count, 0)
  if (report.stored + counted !== report.read) throw new Error(`read ${report.read}: not all accounted for`)
  return {
    report,
    rejected: Object.fromEntries(report.rejected.map(({ reason, count }) => [reason, count])),
    odd: Object.fromEntries(report.oddities.map(({ oddity, count }) => [oddity, count])),
    ...figuresOf(dataDir),
  }
}

/** The same of files whose content is given, by name; each import has a folder of its own. */
export function importText(
  dataDir: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  ways: ImportWays = {},
): Promise<Imported> {
  const folder = join(dataDir, 'given')
  rmSync(folder, { recursive: true, force: true })
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    return path
  })
  return importPaths(dataDir, paths, ways)
}

function figuresOf(dataDir: string): Pick<Imported, 'cities' | 'countries' | 'institutions' | 'seats'> {
  const db = openReadable(join(dataDir, 'datasets', `${ID}.sqlite`), ID)
  const sums = (kind: number, table: string, name: string): Figures => {
    const rows = db
      .prepare(
        `SELECT ${name} AS name, sum(units) AS units, sum(articles) AS articles
         FROM entity_stats JOIN ${table} ON number = entity WHERE kind = ? AND subject = 0 GROUP BY entity`,
      )
      .all(kind) as { name: string; units: number; articles: number }[]
    return Object.fromEntries(
      rows.map((row) => [row.name, [Math.round((row.units / UNITS) * 1e6) / 1e6, row.articles]]),
    )
  }
  try {
    return {
      cities: sums(ENTITY_KINDS.city, 'cities', `name || ', ' || region_id`),
      countries: sums(ENTITY_KINDS.region, 'regions', 'region_id'),
      institutions: sums(ENTITY_KINDS.institution, 'institutions', 'name'),
      seats: Object.fromEntries(
        (
          db
            .prepare(
              `SELECT i.name, coalesce(c.name, '?') || ', ' || coalesce(i.region_id, '?') AS seat
               FROM institutions i LEFT JOIN cities c USING (city_id)`,
            )
            .all() as { name: string; seat: string }[]
        ).map(({ name, seat }) => [name, seat]),
      ),
    }
  } finally {
    db.close()
  }
}
