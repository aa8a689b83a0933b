/** The app with the synthetic sample and, where it is at hand, a real corpus; and the command line on the same folder. */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { BUILT } from '../../../scripts/support/built-host.ts'
import type { CommandLine } from '../../support/command-line.ts'
import { commandLine } from '../../support/command-line.ts'
import type { StartApp } from './app.ts'
import { expect, test as base } from './fixtures.ts'

const run = promisify(execFile)
const corpora = join(import.meta.dirname, '..', '..', '..', '..', 'shared', 'corpora')
const [works, institutions] = ['works', 'institutions'].map((kind) =>
  join(corpora, `global-health-${kind}.jsonl.gz`),
) as [string, string]
export const hasCorpus = existsSync(works)
export const CORPUS = 'global-health'

async function fill(dataDir: string): Promise<void> {
  const common = ['--data-dir', dataDir, '--quiet']
  await run(process.execPath, [BUILT, 'sample', 'create', '--as', 'sample', '--scale', '0.05', ...common])
  if (!hasCorpus) return
  const files = [works, '--institutions', institutions, '--as', CORPUS]
  await run(process.execPath, [BUILT, 'import', 'works', ...files, ...common])
}

interface Worker {
  folder: string
  cli: CommandLine
}

export const test = base.extend<object, Worker>({
  folder: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads here that it needs no other fixture
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'science-cities-cells-'))
      await fill(folder)
      await use(folder)
      await rm(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  started: [
    async ({ hostModule, folder }, use) => {
      const { default: start } = (await import(pathToFileURL(hostModule).href)) as { default: StartApp }
      const started = await start({ dataDir: folder })
      await use(started)
      await started.close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  cli: [
    async ({ folder }, use) => {
      const cli = commandLine(folder)
      await use(cli)
      await cli.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],
})

export { expect }
