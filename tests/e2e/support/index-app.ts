/** The app with a small computed index in its data folder, imported before the host starts. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { makeWorks, writeInstitutions, writeWorks } from '../../support/works.ts'
import type { StartApp } from './app.ts'
import { expect, test as base } from './fixtures.ts'

const run = promisify(execFile)
const cli = join(import.meta.dirname, '..', '..', '..', 'out', 'main', 'cli.js')
export const INDEX = 'small-index'

/** 3,000 works of 2021 to 2023 by six institutions, one of them without a city; and a small sample. */
async function importIndex(dataDir: string, files: string): Promise<void> {
  const works = writeWorks(join(files, 'works.jsonl'), makeWorks(3000, 7))
  const institutions = writeInstitutions(files)
  const options = ['--institutions', institutions, '--as', INDEX, '--data-dir', dataDir, '--quiet']
  await run(process.execPath, [cli, 'import', 'works', works, ...options])
  const sample = ['--as', 'sample', '--scale', '0.05', '--data-dir', dataDir, '--quiet']
  await run(process.execPath, [cli, 'sample', 'create', ...sample])
}

export const test = base.extend({
  started: [
    async ({ hostModule }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'science-cities-index-'))
      const files = await mkdtemp(join(tmpdir(), 'science-cities-works-'))
      await importIndex(folder, files)
      const { default: start } = (await import(pathToFileURL(hostModule).href)) as { default: StartApp }
      const started = await start({ dataDir: folder })
      await use(started)
      await started.close()
      await Promise.all([folder, files].map((each) => rm(each, { recursive: true, force: true })))
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

export { expect }
