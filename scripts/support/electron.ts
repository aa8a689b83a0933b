/** Electron's binary: where its package keeps it, fetching it once, running the app in it. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { appRoot } from '../../src/core/app-info.ts'

const FETCH_LIMIT_MS = 90_000
/** After a fetch that failed, starting does not wait for another one for a day. */
const RETRY_AFTER_MS = 24 * 3600_000

/** The binary that the installed package `electron` would run, or null where it is not there. */
export function electronBinary(root = appRoot, env = process.env): string | null {
  const folder = join(root, 'node_modules', 'electron')
  const pathFile = join(folder, 'path.txt') // written by the package when the binary is in place
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : 'electron'
  const file = join(env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), name)
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null
}

/** The binary, fetched by the package's own command where it is missing; null where it cannot be had. */
export async function obtainElectron(root = appRoot): Promise<string | null> {
  const present = electronBinary(root)
  if (present) return present
  const installer = join(root, 'node_modules', 'electron', 'install.js')
  const note = join(root, 'node_modules', '.cache', 'science-cities', 'electron-fetch-failed')
  const failedAt = statSync(note, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (!existsSync(installer) || Date.now() - failedAt < RETRY_AFTER_MS) return null
  console.error("Fetching Electron's binary, 90 seconds at most …")
  await runQuietly(installer)
  const fetched = electronBinary(root)
  if (fetched) {
    rmSync(note, { force: true })
  } else {
    mkdirSync(join(note, '..'), { recursive: true })
    writeFileSync(note, '')
  }
  return fetched
}

function runQuietly(script: string): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], {
      stdio: 'ignore',
      timeout: FETCH_LIMIT_MS,
      killSignal: 'SIGKILL',
    })
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
}

export interface ElectronRun {
  code: number
  durationMs: number
}

/** Runs the built app in Electron until its window is closed. */
export function runElectron(binary: string, root = appRoot): Promise<ElectronRun> {
  const { ELECTRON_RUN_AS_NODE: _unwanted, ...env } = process.env
  // Chromium has no sandbox for root.
  const args = process.getuid?.() === 0 ? ['--no-sandbox', root] : [root]
  const startedAt = Date.now()
  return new Promise((resolve) => {
    const child = spawn(binary, args, { stdio: 'inherit', env })
    const end = (code: number) => resolve({ code, durationMs: Date.now() - startedAt })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
    child.once('error', () => end(127))
    child.once('exit', (code, signal) => end(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
  })
}
