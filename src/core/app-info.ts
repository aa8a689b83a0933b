/** Where the app stands on disk and which version it is; the same from source and from the built files. */
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) throw new Error(`no package.json above ${from}`)
  }
}

/** Folder of package.json. */
export const appRoot = findRoot(dirname(fileURLToPath(import.meta.url)))
export const resourcesDir = join(appRoot, 'resources')
/** The built screens. */
export const screensDir = join(appRoot, 'out', 'renderer')
export const appVersion = (
  JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8')) as { version: string }
).version

/** The user's data folder: `SCIENCE_CITIES_DATA`, else the place each system keeps for it. */
export function defaultDataDir(env: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  if (env['SCIENCE_CITIES_DATA']) return env['SCIENCE_CITIES_DATA']
  if (platform === 'win32')
    return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Science Cities')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Science Cities')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'science-cities')
}
