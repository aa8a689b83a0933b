/** A dataset as the list shows it. */
import { statSync } from 'node:fs'
import type { DatasetSummary } from '../../shared/contract/datasets.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { ReadableDb } from '../db/handles.ts'
import { openReadable } from '../db/open.ts'
import { collectedOf } from './collected.ts'
import { BUNDLED_DATASET, datasetPath } from './files.ts'
import { assertAsStored } from './opening-check.ts'
import { planOf } from './plan-origin.ts'
import { readDatasetRow, versionOf } from './summary.ts'
import { verifiedOf } from './verified.ts'

/** A dataset for the list; a file that cannot be used is listed with its problem. @throws AppError dataset-unknown. */
export function summarize(dataDir: string, id: string): DatasetSummary {
  const verified = verifiedOf(dataDir, id)
  return { ...entryOf(dataDir, id), ...(verified && { verified }) }
}

function entryOf(dataDir: string, id: string): DatasetSummary {
  const path = datasetPath(dataDir, id)
  const bytes = sizeOf(path)
  if (bytes === null)
    throw new AppError('dataset-unknown', `${id} is not stored`, { values: { dataset: id } })
  const bundled = id === BUNDLED_DATASET
  try {
    assertAsStored(dataDir, id)
    const db = openReadable(path, id)
    try {
      return summarizeOpen(db, id, bytes)
    } finally {
      db.close()
    }
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'dataset-damaged'
    if (code === 'dataset-unknown') throw error // removed since
    const problem = code === 'dataset-newer' || code === 'dataset-foreign' ? code : 'dataset-damaged'
    return {
      dataset: id,
      version: '',
      name: id,
      nameZh: null,
      kind: 'published',
      bundled,
      bytes,
      importedAt: '',
      cities: 0,
      figures: 0,
      articles: null,
      institutions: null,
      defaultYear: 0,
      collectedFor: null,
      problem,
    }
  }
}

/** Null where nothing stands there; 0 where what stands there cannot even be looked at, as a link to itself. */
export function sizeOf(path: string): number | null {
  try {
    return statSync(path, { throwIfNoEntry: false })?.size ?? null
  } catch {
    return 0
  }
}

/** Articles of a computed index, duplicates left out. */
const ARTICLES = 'SELECT coalesce(sum(articles), 0) FROM year_totals WHERE subject = 0'

/** Of a dataset that is open, which stays the one it is whatever takes its place. @throws AppError dataset-damaged. */
export function summarizeOpen(db: ReadableDb, id: string, bytes: number): DatasetSummary {
  const row = readDatasetRow(db, id)
  const plan = planOf(row)
  const number = (sql: string) => db.prepare(sql).pluck().get() as number
  return {
    dataset: id,
    version: versionOf(row),
    name: row.name,
    nameZh: row.name_zh,
    kind: row.kind,
    bundled: id === BUNDLED_DATASET,
    bytes,
    importedAt: row.imported_at,
    cities: number('SELECT count(*) FROM cities'),
    figures: number(
      row.kind === 'published' ? 'SELECT count(*) FROM figures' : 'SELECT count(*) FROM entity_stats',
    ),
    articles: row.kind === 'published' ? null : number(ARTICLES),
    institutions: row.kind === 'published' ? null : number('SELECT count(*) FROM institutions'),
    defaultYear: row.default_year,
    collectedFor: collectedOf(row).collectedFor,
    ...(plan && { plan }),
    problem: null,
  }
}
