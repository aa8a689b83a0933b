/** Opens dataset files. */
import Database from 'better-sqlite3'
import { closeSync, constants, lstatSync, openSync, readSync } from 'node:fs'
import { AppError } from '../../shared/contract/errors.ts'
import { makePrivateFile } from '../kept/private.ts'
import type { ReadableDb, WritableDb } from './handles.ts'
import { LATEST_VERSION, migrate } from './migrate.ts'

/** Marks our files: "SciC". */
export const APPLICATION_ID = 0x53636943

/** Loads the library now rather than with the first file. */
export const loadSqlite = (): void => void new Database(':memory:').close()

export interface FileIdentity {
  applicationId: number
  userVersion: number
}

/** Application id and version from the first 100 bytes of a file, without SQLite; null where it is no SQLite file. */
export function identify(path: string): FileIdentity | null {
  const header = Buffer.alloc(100)
  // A pipe would wait for somebody who writes into it.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    if (readSync(file, header, 0, 100, 0) < 100) return null
  } finally {
    closeSync(file)
  }
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') return null
  return { applicationId: header.readInt32BE(68), userVersion: header.readInt32BE(60) }
}

/** @throws AppError dataset-damaged, dataset-foreign, dataset-newer. */
export function assertOurs(path: string, dataset: string): FileIdentity {
  const identity = identify(path)
  const values = { dataset }
  if (!identity) throw new AppError('dataset-damaged', `${dataset}: not an SQLite file`, { values })
  if (identity.applicationId !== APPLICATION_ID) {
    throw new AppError('dataset-foreign', `${dataset}: made by another program`, { values })
  }
  if (identity.userVersion > LATEST_VERSION) {
    throw new AppError(
      'dataset-newer',
      `${dataset}: schema ${identity.userVersion}, known up to ${LATEST_VERSION}`,
      {
        values: { ...values, version: identity.userVersion, known: LATEST_VERSION },
      },
    )
  }
  return identity
}

/** A read-only handle on a dataset. @throws AppError when the file is gone, not ours, newer or damaged. */
export function openReadable(path: string, dataset: string): ReadableDb {
  try {
    assertOurs(path, dataset)
    const db = new Database(path, { readonly: true, fileMustExist: true })
    db.pragma('query_only = 1')
    return db
  } catch (error) {
    // Another process may remove it at any moment.
    if (!lstatSync(path, { throwIfNoEntry: false })) throw gone(dataset, error)
    if (error instanceof AppError || isSystemError(error)) throw error
    throw new AppError('dataset-damaged', `${dataset}: ${String(error)}`, { values: { dataset } })
  }
}

const gone = (dataset: string, cause: unknown) =>
  new AppError('dataset-unknown', `${dataset}: ${String(cause)}`, { values: { dataset } })

/** Of the file system, with a code of its own such as EACCES. */
const isSystemError = (error: unknown) => error instanceof Error && 'syscall' in error

/** A new dataset file (or `:memory:`) with the latest schema. The caller writes, closes and swaps it in. */
export function createWritable(path: string): WritableDb {
  if (path !== ':memory:') makePrivateFile(path)
  const db = new Database(path)
  // The file is built beside the live one and renamed over it when complete, so a rollback journal buys nothing.
  db.pragma('journal_mode = OFF')
  db.pragma('synchronous = OFF')
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma('foreign_keys = 1')
  const writable = db as unknown as WritableDb
  migrate(writable)
  return writable
}

/** Whether `upgrade` would change the file: it is ours and of an older schema. */
export function needsUpgrade(path: string): boolean {
  const identity = identify(path)
  return identity?.applicationId === APPLICATION_ID && identity.userVersion < LATEST_VERSION
}

/** Brings an older file to the latest schema, in one transaction. */
export function upgrade(path: string, dataset: string): void {
  const { userVersion } = assertOurs(path, dataset)
  if (userVersion === LATEST_VERSION) return
  const db = new Database(path)
  try {
    migrate(db as unknown as WritableDb)
  } finally {
    db.close()
  }
}
