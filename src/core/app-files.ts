/** Whether the packaged app's files outside of its archive are those that were packed. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AppError } from '../shared/contract/errors.ts'

/** SHA-256 by file name, written into the bundle by the build; there is none where the app runs from source. */
declare const NATIVE_MODULES: Readonly<Record<string, string>>
const known = typeof NATIVE_MODULES === 'undefined' ? {} : NATIVE_MODULES

/** Folder of the database's native modules, one for each system, below the app's folder. */
const FOLDER = join('node_modules', 'better-sqlite3', 'prebuilds')

/**
 * The archive's integrity, which Electron checks, does not cover native modules: the system itself opens them, beside the
 * archive. So their sums are held by the code inside. It takes some 2 ms; one who can write while the app starts can still
 * change a file after it was looked at. macOS checks their signature, which is put into the file itself.
 * @param root folder of package.json: an archive where the app is packaged, else nothing is checked
 * @throws AppError app-damaged
 */
export function checkAppFiles(
  root: string,
  sums = known,
  platform: NodeJS.Platform = process.platform,
): void {
  if (platform === 'darwin' || basename(root) !== 'app.asar') return
  for (const name of readdirSync(join(root, FOLDER))) {
    const file = join(root, FOLDER, name)
    const sum = createHash('sha256').update(readFileSync(file)).digest('hex')
    if (sum !== sums[name])
      throw new AppError('app-damaged', `${file} is not the file that was packed`, { values: { file } })
  }
}
