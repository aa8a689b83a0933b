/**
 * One change of a dataset at a time, among all processes that share a data folder. The lock is an exclusive transaction
 * on `<id>.lock`, an SQLite file that stays empty: the system lets it go with the process, however that ends. The file
 * remains, as removing one that another process is about to lock would leave both with a lock.
 */
import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import type { HeldDataset, WriterContext } from '../context.ts'
import { makeFolder, makePrivateFile, writePrivateFile } from '../kept/private.ts'
import { isAlive } from '../kept/process.ts'
import { datasetPath, stampOf } from './files.ts'
import type { Holder } from './lock-holder.ts'
import { holderPath, lockPath, readHolder } from './lock-holder.ts'
import { asStorageError } from './storage-error.ts'

/** Attempts at a lock whose holder has left no word, and the time between two, in milliseconds. */
const ATTEMPTS = 40
const PAUSE = 5

/**
 * Runs a change of a dataset, from before its file is read until after the swap, while nobody else changes it.
 * A context that holds the dataset already is used as it is.
 * @throws AppError dataset-busy where another process, or another core of this one, is at it.
 */
export async function holdDataset<C extends WriterContext, T>(
  context: C,
  id: string,
  change: (held: C & { held: HeldDataset }) => T | Promise<T>,
): Promise<T> {
  if (context.held?.id === id) return change({ ...context, held: context.held })
  const release = await take(context.dataDir, id)
  try {
    return await change({ ...context, held: { id, stamp: stampOf(datasetPath(context.dataDir, id)) } })
  } finally {
    release()
  }
}

/** @throws AppError dataset-changed, dataset-exists where another file stands there than when the change began. */
export function assertAsHeld(context: WriterContext & { held: HeldDataset }): void {
  const { id, stamp } = context.held
  const now = stampOf(datasetPath(context.dataDir, id))
  if (now === stamp) return
  const code = stamp === null ? 'dataset-exists' : 'dataset-changed'
  throw new AppError(code, `${id} was ${stamp}, is ${now}`, { values: { dataset: id } })
}

async function take(dataDir: string, id: string): Promise<() => void> {
  const holder = holderPath(dataDir, id)
  const held = await lockOf(lockPath(dataDir, id), holder, id)
  try {
    writePrivateFile(holder, JSON.stringify({ process: process.pid, since: new Date().toISOString() }))
  } catch {
    // a full disk, say: the lock holds without a word of who has it
  }
  return () => {
    try {
      rmSync(holder, { force: true })
    } catch {
      // a disk that has become read-only: the word of who had it is the next holder's to replace
    }
    held.close()
  }
}

/**
 * Whoever took the lock a moment ago writes next who it is; until then there is nothing, or the word of one who died. Nor is
 * there any where the lock was let go meanwhile, or where two who tried at one moment stood in each other's way: hence again.
 */
async function lockOf(path: string, holder: string, id: string): Promise<Database.Database> {
  for (let attempt = 1; ; attempt++) {
    const db = tryLock(path)
    if (db) return db
    const found = readHolder(holder)
    if ((found && isAlive(found.process)) || attempt === ATTEMPTS) throw busy(id, found)
    await new Promise((resolve) => setTimeout(resolve, PAUSE * (0.5 + Math.random())))
  }
}

/** Null where another has the lock. @throws AppError folder-read-only, disk-full, file-unreadable. */
function tryLock(path: string): Database.Database | null {
  let db: Database.Database | null = null
  try {
    makeFolder(dirname(path))
    makePrivateFile(path)
    db = new Database(path, { timeout: 0 })
    db.pragma('journal_mode = MEMORY') // no file for it: nothing is written
    db.exec('BEGIN EXCLUSIVE')
    return db
  } catch (error) {
    db?.close()
    const { code = '' } = error as { code?: string }
    if (code === 'SQLITE_BUSY') return null
    const known = asStorageError(error, path)
    if (known instanceof AppError || !code.startsWith('SQLITE_')) throw known
    // No database, or a file system without locks: without the lock nothing is changed.
    throw new AppError('file-unreadable', `${path}: ${code}`, { values: { file: path, reason: code } })
  }
}

function busy(id: string, found: Holder | null): AppError {
  const values = { dataset: id, process: found?.process ?? '?', since: found ? momentOf(found.since) : '?' }
  return new AppError('dataset-busy', `${id} is held by process ${values.process}`, { values })
}

/** `14:02`, before today `2026-11-28 14:02`, by the clock of this computer. */
function momentOf(since: string): string {
  const at = new Date(since)
  const [day, today] = [at, new Date()].map((each) => each.toLocaleDateString('sv'))
  const time = at.toLocaleTimeString('sv').slice(0, 5)
  return day === today ? time : `${day} ${time}`
}
