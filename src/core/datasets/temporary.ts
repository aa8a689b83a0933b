/**
 * What only passes through (files that a page hands over, say) lies in the data folder, in `temporary/<process>.<name>`,
 * where nobody else reads it and the next start finds it should its process not have ended well.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isLeft } from '../kept/process.ts'
import { asStorageError } from './storage-error.ts'
import { makeFolder, TEMPORARY_FOLDER } from '../kept/private.ts'

/** A new folder, to be removed by who asked for it. @throws AppError folder-read-only, disk-full, file-unreadable. */
export function newTemporaryFolder(dataDir: string): string {
  const path = join(dataDir, TEMPORARY_FOLDER, `${process.pid}.${randomBytes(6).toString('hex')}`)
  try {
    makeFolder(path)
  } catch (error) {
    throw asStorageError(error, path)
  }
  return path
}

/** Folders of processes that did not remove them. */
export function leftFolders(dataDir: string): string[] {
  const folder = join(dataDir, TEMPORARY_FOLDER)
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => {
    const pid = /^(\d+)\.\w+$/.exec(name)?.[1]
    const path = join(folder, name)
    return pid !== undefined && isLeft(path, Number(pid)) ? [path] : []
  })
}
