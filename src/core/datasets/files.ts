import { closeSync, existsSync, fsyncSync, openSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../kept/private.ts'

export const BUNDLED_DATASET = 'science-cities-2024'

export function datasetsDir(dataDir: string): string {
  return join(dataDir, 'datasets')
}

export function datasetPath(dataDir: string, id: string): string {
  return join(datasetsDir(dataDir), `${id}.sqlite`)
}

/** First screens as they were drawn (`hosting/first-page`): they show figures of datasets, and can be drawn again. */
export function firstScreensDir(dataDir: string): string {
  return join(dataDir, 'first-screens')
}

/** Changes whenever another file stands at the path (the swap makes a new inode); null where none does. */
export function stampOf(path: string): string | null {
  const found = statSync(path, { throwIfNoEntry: false })
  return found ? `${found.ino}:${found.mtimeMs}:${found.size}` : null
}

/** Whether there is a file for the bundled edition, be it of any kind. */
export function bundledExists(dataDir: string): boolean {
  return existsSync(datasetPath(dataDir, BUNDLED_DATASET))
}

/** Ids of the stored datasets, bundled one first, then by name. */
export function listDatasetIds(dataDir: string): string[] {
  if (!existsSync(datasetsDir(dataDir))) return []
  const ids = readdirSync(datasetsDir(dataDir))
    .filter((name) => /^[a-z0-9][a-z0-9-]*\.sqlite$/.test(name))
    .map((name) => name.slice(0, -'.sqlite'.length))
  return ids.sort((a, b) => Number(b === BUNDLED_DATASET) - Number(a === BUNDLED_DATASET) || (a < b ? -1 : 1))
}

/** A name for the file under construction; it tells the process, so that leftovers of dead ones can be removed. */
export function temporaryPath(dataDir: string, id: string): string {
  makeFolder(datasetsDir(dataDir))
  return join(datasetsDir(dataDir), `.${id}.${process.pid}.${Date.now().toString(36)}.building`)
}

/** A further name beside the file under construction, which is swept as it is. @param name letters, digits and `-` */
export const besideTemporary = (path: string, name: string): string =>
  path.replace(/\.building$/, `${name.replaceAll('-', '_')}.building`)

/** What a file system says when bytes did not reach the disk; else there is nothing to flush so, as a folder on Windows. */
const LOST = new Set(['EIO', 'ENOSPC', 'EDQUOT', 'EROFS'])

/** Forces a file to disk before it is relied on. @throws the system's error where its bytes are lost */
export function flush(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } catch (error) {
    if (LOST.has((error as NodeJS.ErrnoException).code ?? '')) throw error
  } finally {
    closeSync(file)
  }
}

/** Forces the names in a folder to disk, after they are taken: what fails then cannot be undone, and says nothing. */
export function flushFolder(path: string): void {
  try {
    flush(path)
  } catch {
    // a folder cannot be opened on Windows, where a rename is durable; some file systems cannot flush one
  }
}
