/**
 * `npm run screens`: takes the pictures of README and the guides anew (docs/screens), from the built app on a fresh data
 * folder with the published edition and the sample of seed 1. About a minute, and the build where it is due.
 * `npm run -s screens -- compare network` takes these alone.
 */
import { chromium } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { appRoot } from '../src/core/app-info.ts'
import { readPng } from '../src/core/export/figure/test-png.ts'
import { indexedPng } from './screens/indexed-png.ts'
import { fileOf, SHOTS } from './screens/shots.ts'
import type { Opened } from './screens/take.ts'
import { take } from './screens/take.ts'
import { obtainBrowser, quietFlags } from './support/browsers.ts'
import { buildIfStale } from './support/build.ts'
import { BUILT, serveBuilt } from './support/built-host.ts'

const folder = join(appRoot, 'docs', 'screens')
const asked = process.argv.slice(2)
const shots = SHOTS.filter(({ name }) => asked.length === 0 || asked.includes(name))

function makeSample(dataDir: string): void {
  const args = [BUILT, 'sample', 'create', '--data-dir', dataDir, '--quiet']
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error('The sample could not be made.')
}

async function open(openUrl: string): Promise<Opened> {
  const answer = await fetch(openUrl, { redirect: 'manual' })
  const [name = '', value = ''] = answer.headers.getSetCookie()[0]?.split(';')[0]?.split('=') ?? []
  return { origin: new URL(openUrl).origin, cookie: { name, value } }
}

/** Pictures that no shot makes any more. */
function removeOthers(): void {
  const made = new Set(SHOTS.map(fileOf))
  for (const file of readdirSync(folder)) if (!made.has(file)) rmSync(join(folder, file))
}

async function main(): Promise<void> {
  await buildIfStale('app')
  const executablePath = await obtainBrowser()
  if (!executablePath) throw new Error('No Chromium, Chrome or Edge can be had here.')
  const dataDir = mkdtempSync(join(tmpdir(), 'science-cities-screens-'))
  makeSample(dataDir)
  const served = await serveBuilt({ args: ['--data-dir', dataDir] })
  const browser = await chromium.launch({ executablePath, args: quietFlags() })
  try {
    mkdirSync(folder, { recursive: true })
    const opened = await open(served.openUrl)
    let bytes = 0
    for (const shot of shots) {
      const png = indexedPng(readPng(await take(browser, opened, shot)))
      writeFileSync(join(folder, fileOf(shot)), png)
      bytes += png.length
      console.error(`docs/screens/${fileOf(shot)}  ${Math.round(png.length / 1000)} kB`)
    }
    removeOthers()
    console.error(`${shots.length} pictures, ${Math.round(bytes / 1000)} kB`)
  } finally {
    await browser.close()
    await served.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

await main()
