import { closeSync, existsSync, fsyncSync, openSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '../kept/private.ts'
import { isLeft } from '../kept/process.ts'
import { leftFolders } from './temporary.ts'

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

/** Paths of what a process that did not end well left behind: files it was building, and its temporary folders. */
export function leftovers(dataDir: string): string[] {
  const left = leftFolders(dataDir)
  if (!existsSync(datasetsDir(dataDir))) return left
  for (const name of readdirSync(datasetsDir(dataDir))) {
    const pid = /^\.[a-z0-9-]+\.(\d+)\.\w+\.building(-journal)?$/.exec(name)?.[1]
    const path = join(datasetsDir(dataDir), name)
    if (pid !== undefined && isLeft(path, Number(pid))) left.push(path)
  }
  return left
}

export function removeLeftovers(dataDir: string): void {
  for (const path of leftovers(dataDir)) rmSync(path, { recursive: true, force: true })
}

/** Forces a file (or a folder's entries) to disk before it is relied on. */
export function flush(path: string): void {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return // a folder cannot be opened on Windows; the rename is durable there
  }
  try {
    fsyncSync(file)
  } catch {
    // some file systems cannot flush a folder
  } finally {
    closeSync(file)
  }
}
