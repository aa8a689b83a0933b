/** What the tests of the shell share: a built app, folders of their own, and a browser where there is one. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { findChromium } from './stand-in/chromium.ts'
import { pinnedNode, projectDir } from './stand-in/desk.ts'

const LOCK_IS_STALE_MS = 180_000
const build = `import { buildIfStale } from './scripts/support/build.ts'; await buildIfStale('app')`

/**
 * Builds the app where it is stale. Test files run side by side, so one builds and the others wait for it.
 * `SCIENCE_CITIES_SKIP_BUILD=1` takes `out/` as it stands.
 */
export async function ensureBuilt(): Promise<void> {
  if (process.env['SCIENCE_CITIES_SKIP_BUILD'] === '1') return
  const key = createHash('sha256').update(projectDir).digest('hex').slice(0, 12)
  const lock = join(tmpdir(), `science-cities-build-${key}.lock`)
  while (!tryLock(lock)) await new Promise((done) => setTimeout(done, 200))
  try {
    const { status, stderr } = spawnSync(pinnedNode(), ['--input-type=module', '--eval', build], {
      cwd: projectDir,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
    })
    if (status !== 0) throw new Error(`the app cannot be built:\n${stderr}`)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function tryLock(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs
    if (made !== undefined && Date.now() - made > LOCK_IS_STALE_MS)
      rmSync(lock, { recursive: true, force: true })
    return false
  }
}

/** Folders that go with the test file. */
export function temporaryFolders(): (name: string) => string {
  const made: string[] = []
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true })
  })
  return (name) => {
    const folder = mkdtempSync(join(tmpdir(), `science-cities-${name}-`))
    made.push(folder)
    return folder
  }
}

/**
 * The browser for tests of pages. Without one they are named "not run", which on a machine for continuous
 * integration is a failure.
 */
export const chromium = findChromium()
export const missingChromiumFails = Boolean(process.env['CI'])

/** Said where the tests of pages report, so that nobody takes them for more than they are. */
export const CANNOT_SHOW = [
  'Shown by a stand-in for Electron; only the real binary can show:',
  'native menus and dialogs, the isolation of the preload’s world, the sandbox of processes,',
  'fuses at work, loading from the archive, signing. See `npm run test:electron`.',
].join('\n  ')
