/** What is shipped: the files of the first page as a browser asks for them, all screens, the core and hosts. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildIfStale } from '../../scripts/support/build.ts'
import { startLoopback } from '../../scripts/support/loopback.ts'
import { appRoot, screensDir } from '../../src/core/app-info.ts'
import type { Benchmark, Figure } from './benchmark.ts'
import { usableRows, launchBrowser } from './page.ts'

const PACKED = new Set(['.woff2', '.png', '.wasm']) // compressing these again gains nothing

function sizes(what: string, files: string[]): Figure[] {
  const raw = files.reduce((sum, file) => sum + statSync(file).size, 0)
  const packed = files.reduce((sum, file) => sum + packedSize(file), 0)
  return [
    { what: `${what} (${files.length} files)`, value: raw / 1000, unit: 'kB' },
    { what: `${what}, gzip`, value: packed / 1000, unit: 'kB' },
  ]
}

function packedSize(file: string): number {
  return PACKED.has(extname(file)) ? statSync(file).size : gzipSync(readFileSync(file)).length
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

/** Files that the first page loads until its rows stand and the network rests. */
async function firstLoad(): Promise<string[]> {
  const browser = await launchBrowser()
  const dataDir = await mkdtemp(join(tmpdir(), 'science-cities-bench-'))
  const { host, close } = await startLoopback({ dataDir })
  try {
    const page = await browser.newPage()
    const paths = new Set<string>(['/index.html'])
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (response.ok() && extname(pathname) && !pathname.startsWith('/api/')) paths.add(pathname)
    })
    await page.goto(host.openUrl)
    await usableRows(page)
    await page.evaluate('document.fonts.ready.then(() => true)')
    return [...paths].map((path) => join(screensDir, path))
  } finally {
    await browser.close()
    await close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

export const bundleSizes: Benchmark = {
  name: 'sizes',
  about: 'bundles, in kB of 1,000 bytes',
  async run() {
    await buildIfStale('app')
    const first = await firstLoad()
    const isFont = (file: string) => extname(file) === '.woff2'
    return [
      ...sizes(
        'first page, scripts and styles',
        first.filter((file) => !isFont(file)),
      ),
      ...sizes('first page, fonts', first.filter(isFont)).slice(0, 1),
      ...sizes('all screens', filesUnder(screensDir)),
      ...sizes('core and hosts', filesUnder(join(appRoot, 'out', 'main'))),
    ]
  },
}
