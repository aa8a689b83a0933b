/** Who a finished file of a dataset is: written into it before it takes its place, never afterwards. */
import Database from 'better-sqlite3'
import { translate } from '../../../shared/i18n/index.ts'
import { openReadable } from '../../db/open.ts'
import type { DatasetRow } from '../summary.ts'
import { readDatasetRow } from '../summary.ts'

export interface Identity {
  id: string
  name: string
  nameZh: string | null
}

/** @throws AppError dataset-damaged, -newer, -foreign. */
export function rowAt(path: string, id: string): DatasetRow {
  const db = openReadable(path, id)
  try {
    return readDatasetRow(db, id)
  } finally {
    db.close()
  }
}

/** Revision and digest stay: the figures are the same, and files that were made of them still follow from them. */
export function writeIdentity(path: string, { id, name, nameZh }: Identity): void {
  const db = new Database(path)
  try {
    db.prepare('UPDATE dataset SET id = ?, name = ?, name_zh = ?').run(id, name, nameZh)
  } finally {
    db.close()
  }
}

/** The name that a user gave holds in both languages; without one the dataset keeps its own. */
export function named(row: Pick<DatasetRow, 'name' | 'name_zh'>, given?: string): Omit<Identity, 'id'> {
  return given === undefined ? { name: row.name, nameZh: row.name_zh } : { name: given, nameZh: null }
}

/** “Lisbon (copy)”, so that two of one name are never listed. */
export function copyName(row: Pick<DatasetRow, 'name' | 'name_zh'>): Omit<Identity, 'id'> {
  return {
    name: translate('en', 'acts.copyName', { name: row.name }),
    nameZh: row.name_zh === null ? null : translate('zh', 'acts.copyName', { name: row.name_zh }),
  }
}
