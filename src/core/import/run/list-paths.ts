/** The files that are given: those named, and those of the folders named. */
import { statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { unreadable } from '../text/open-bytes.ts'

/** Files of folders in the order of their names, however many; hidden files are left out. */
export async function listPaths(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>()
  for (const path of paths) {
    try {
      if (!statSync(path).isDirectory()) found.add(path)
      else {
        const entries = await readdir(path, { withFileTypes: true, recursive: true })
        const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        for (const file of files.map((entry) => join(entry.parentPath, entry.name)).sort()) found.add(file)
      }
    } catch (error) {
      throw unreadable(path, error)
    }
  }
  return [...found]
}
