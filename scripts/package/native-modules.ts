/** The database's native modules, which lie outside of the packaged app's archive. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** SHA-256 of each, by file name. @param root the project */
export function nativeModules(root: string): Record<string, string> {
  const folder = join(root, 'node_modules', 'better-sqlite3', 'prebuilds')
  const names = readdirSync(folder).sort()
  if (names.length === 0) throw new Error(`no native module in ${folder}`)
  const sum = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
  return Object.fromEntries(names.map((name) => [name, sum(name)]))
}
