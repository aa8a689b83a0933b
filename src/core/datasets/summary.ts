import { existsSync, statSync } from 'node:fs'
import type { DatasetSummary } from '../../shared/contract/datasets.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { ReadableDb } from '../db/open.ts'
import { openReadable } from '../db/open.ts'
import { BUNDLED_DATASET, datasetPath } from './files.ts'

export interface DatasetRow {
  id: string
  name: string
  name_zh: string | null
  kind: DatasetSummary['kind']
  revision: number
  imported_at: string
  app_version: string
  edition: string
  default_year: number
  licence: string
  citation: string
  parameters: string
  notices: string
  content_sha256: string
}

export function readDatasetRow(db: ReadableDb, id: string): DatasetRow {
  const row = db.prepare('SELECT * FROM dataset').get() as DatasetRow | undefined
  if (!row) throw new AppError('dataset-damaged', `${id}: no dataset row`, { values: { dataset: id } })
  return row
}

/** Revision and the first 12 digits of the content's SHA-256. */
export function versionOf(row: DatasetRow): string {
  return `r${row.revision}-${row.content_sha256.slice(0, 12)}`
}

/** A dataset for the list; a file that cannot be used is listed with its problem. @throws AppError dataset-unknown. */
export function summarize(dataDir: string, id: string): DatasetSummary {
  const path = datasetPath(dataDir, id)
  if (!existsSync(path))
    throw new AppError('dataset-unknown', `${id} is not stored`, { values: { dataset: id } })
  const bytes = statSync(path).size
  const bundled = id === BUNDLED_DATASET
  try {
    const db = openReadable(path, id)
    try {
      return summarizeOpen(db, id, bytes)
    } finally {
      db.close()
    }
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'dataset-damaged'
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
      defaultYear: 0,
      problem,
    }
  }
}

function summarizeOpen(db: ReadableDb, id: string, bytes: number): DatasetSummary {
  const row = readDatasetRow(db, id)
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
    figures: number('SELECT count(*) FROM figures'),
    defaultYear: row.default_year,
    problem: null,
  }
}
