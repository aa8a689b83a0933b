/** What the desktop app is told at its start. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataDir } from '../core/app-info.ts'

/**
 * The data folder: `--data-dir DIR` (or `--data-dir=DIR`), else `SCIENCE_CITIES_DATA`, else the system's place.
 * Other switches belong to Chromium and are passed over.
 */
export function dataDirFrom(args: string[], env: NodeJS.ProcessEnv, cwd: string): string {
  const { values } = parseArgs({ args, options: { 'data-dir': { type: 'string' } }, strict: false })
  const given = values['data-dir']
  return resolve(cwd, typeof given === 'string' && given !== '' ? given : defaultDataDir(env))
}
