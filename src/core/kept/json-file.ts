/** Files that hold what users keep in the data folder: read whole, and put in their place whole. */
import { closeSync, fsyncSync, openSync, readFileSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { threadId } from 'node:worker_threads'
import { drop } from './drop.ts'
import { makeFolder, PRIVATE_FILE, writeWholly } from './private.ts'

/** What stands in the file; undefined where there is none. @throws what `damaged` makes of the reason. */
export function readJsonFile(path: string, damaged: (reason: string) => Error): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw damaged(error instanceof Error ? error.message : String(error))
  }
}

let written = 0

/**
 * Only its owner may read it. It is on the disk before it takes the name, so that a crash leaves the one before.
 * @throws of the file system; nothing is left beside the place then
 */
export function writeJsonFile(path: string, value: unknown): void {
  // Threads of one process share its id, and each counts by itself.
  const part = `${path}.${process.pid}.${Date.now().toString(36)}_${threadId}.${written++}.part`
  const bytes = Buffer.from(`${JSON.stringify(value, null, 1)}\n`)
  try {
    makeFolder(dirname(path))
    const handle = openSync(part, 'wx', PRIVATE_FILE)
    try {
      writeWholly(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(part, path)
  } catch (error) {
    drop(part)
    throw error
  }
}
