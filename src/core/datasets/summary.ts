import { existsSync } from 'node:fs'
import type { DatasetSummary } from '../../shared/contract/datasets.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { ReadableDb } from '../db/handles.ts'
import { openReadable } from '../db/open.ts'
import { datasetPath } from './files.ts'

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

/** The version of a stored dataset, for those who do not have it open. @throws AppError dataset-unknown, -damaged, -newer, -foreign. */
export function storedVersion(dataDir: string, id: string): string {
  const path = datasetPath(dataDir, id)
  if (!existsSync(path))
    throw new AppError('dataset-unknown', `${id} is not stored`, { values: { dataset: id } })
  const db = openReadable(path, id)
  try {
    return versionOf(readDatasetRow(db, id))
  } finally {
    db.close()
  }
}
