/** Writing so that a reader sees the old file or the whole new one, never a part. */
import { randomBytes } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** A name beside the target: a rename is atomic only within one disk. */
const partOf = (path: string) => join(dirname(path), `.${randomBytes(6).toString('hex')}.part`)

/** Writes bytes and flushes them to the disk before they take the file's place; leaves no part behind. */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<void> {
  const part = partOf(path)
  try {
    const file = await open(part, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** The same at once, for what must be kept while the app is closing. */
export function writeAtomicallySync(path: string, text: string): void {
  const part = partOf(path)
  try {
    writeFileSync(part, text, { flag: 'wx' })
    renameSync(part, path)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}
