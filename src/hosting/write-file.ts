/** Writing so that a reader sees the old file or the whole new one, never a part. */
import { randomBytes } from 'node:crypto'
import { createReadStream, renameSync, rmSync, writeFileSync } from 'node:fs'
import { lstat, open, readlink, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { makeFolder, PRIVATE_FILE } from '../core/kept/private.ts'
import { AppError } from '../shared/contract/errors.ts'
import type { ExportedFile } from '../shared/contract/exports.ts'

/** As many links in a row as systems follow. */
const MOST_LINKS = 40
const PERMISSIONS = 0o7777

/** A name beside the target: a rename is atomic only within one disk. */
const partOf = (path: string) => join(dirname(path), `.${randomBytes(6).toString('hex')}.part`)

/** Folders of a place that the user named, with the rights that files there usually get. @throws as `makeFolder` */
export async function makeFolders(path: string): Promise<void> {
  makeFolder(path, 0o777)
}

interface Place {
  path: string
  /** Permissions of the file that stands there. */
  mode?: number
  /** A pipe or a device is written into: a file must not take its place. */
  special: boolean
}

/**
 * Writes bytes and flushes them to the disk before they take the file's place; leaves no part behind. What a link leads
 * to is written, a file that is replaced leaves its permissions to the new one. @param newMode of one that is not there yet
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array | Readable,
  newMode?: number,
): Promise<void> {
  const { path: target, mode = newMode, special } = await placeOf(path)
  if (special) return writeFile(target, bytes)
  const part = partOf(target)
  try {
    const file = await open(part, 'wx', mode)
    try {
      if (mode !== undefined) await file.chmod(mode)
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/**
 * Writes a file that the core made, and removes what the core made on disk.
 * @throws the system's error where it cannot be written
 */
export async function handOver(
  path: string,
  file: Pick<ExportedFile, 'bytes' | 'path' | 'private'>,
): Promise<void> {
  try {
    const bytes = file.path === undefined ? file.bytes : createReadStream(file.path)
    await writeAtomically(path, bytes, file.private ? PRIVATE_FILE : undefined)
  } finally {
    await forgetMade(file)
  }
}

/** A file that nobody wants, or that was handed on. */
export async function forgetMade({ path }: Pick<ExportedFile, 'path'>): Promise<void> {
  if (path !== undefined) await rm(path, { force: true })
}

/** Where links lead, also to a file that is not there yet. */
async function placeOf(path: string, links = 0): Promise<Place> {
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (found === null) return { path, special: false }
  if (!found.isSymbolicLink() || links === MOST_LINKS)
    return { path, mode: found.mode & PERMISSIONS, special: !found.isFile() }
  return placeOf(resolve(dirname(path), await readlink(path)), links + 1)
}

/** Why a file could not be written, in words for its user. */
export function asWriteError(error: unknown, path: string): AppError {
  const { code = String(error) } = error as NodeJS.ErrnoException
  const file = basename(path)
  const full = code === 'ENOSPC' || code === 'EDQUOT'
  return new AppError(full ? 'disk-full' : 'file-unreadable', `cannot write ${file}: ${code}`, {
    values: full ? {} : { file, reason: code },
  })
}

/** A file of the data folder, whole or not at all and at once, for what must be kept while the app is closing. */
export function writeAtomicallySync(path: string, text: string): void {
  const part = partOf(path)
  try {
    writeFileSync(part, text, { flag: 'wx', mode: PRIVATE_FILE })
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}
