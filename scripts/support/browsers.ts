/** Finding a Chromium-based browser on this machine, and getting one where there is none. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

/** The place of the browser that tests use, when it is known already. */
export const BROWSER_VARIABLE = 'SCIENCE_CITIES_BROWSER'

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'msedge',
]

/** Flags that keep a browser to itself: no first-run pages, no traffic of its own; no sandbox for root, who has none. */
export function quietFlags(): string[] {
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--no-default-browser-check',
  ]
}

/** Full path of a command on PATH, or null. */
export function onPath(command: string, env = process.env): string | null {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : ['']
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    for (const ending of endings) {
      const file = join(folder, command + ending)
      if (existsSync(file)) return file
    }
  }
  return null
}

/** A browser of this machine: Chromium, Chrome or Edge; null where there is none. Takes a few milliseconds. */
export function findBrowser(env = process.env): string | null {
  const given = env[BROWSER_VARIABLE]
  if (given) return existsSync(given) ? given : null
  for (const command of COMMANDS) {
    const file = onPath(command, env)
    if (file) return file
  }
  return usualPlaces(env).find((file) => existsSync(file)) ?? null
}

function usualPlaces(env: NodeJS.ProcessEnv): string[] {
  if (process.platform === 'darwin') {
    const apps = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `${name}.app/Contents/MacOS/${name}`,
    )
    return ['/Applications', join(homedir(), 'Applications')].flatMap((root) =>
      apps.map((app) => join(root, app)),
    )
  }
  if (process.platform === 'win32') {
    const apps = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    )
    return roots.flatMap((root) => apps.map((app) => join(root, app)))
  }
  return ['/snap/bin/chromium', '/opt/google/chrome/chrome']
}

/**
 * A browser for tests: the machine's own, else Playwright's from an earlier download, else a new one (Debian as
 * root: its package; elsewhere Playwright's download). Null where none can be had. Says on stderr what it does.
 */
export async function obtainBrowser(): Promise<string | null> {
  const found = findBrowser() ?? (await downloaded())
  if (found) return found
  if (process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get')) {
    console.error('No browser on this machine: installing the package chromium …')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    run('apt-get', ['update', '-qq'], env)
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], env)
    const installed = findBrowser()
    if (installed) return installed
  }
  console.error("No browser on this machine: fetching Playwright's …")
  run(
    process.execPath,
    [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'],
    process.env,
  )
  return downloaded()
}

async function downloaded(): Promise<string | null> {
  try {
    const { chromium } = await import('@playwright/test')
    const file = chromium.executablePath()
    return existsSync(file) ? file : null
  } catch {
    return null
  }
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv): void {
  // Output goes to stderr: stdout is for results.
  spawnSync(command, args, { env, stdio: ['ignore', 2, 2], timeout: 600_000 })
}
