/** The index of 675,000 articles that benchmarks ask: built once, kept beside the works, and found there again. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { LATEST_VERSION } from '../../../src/core/db/migrate.ts'
import { BUILT } from '../../../scripts/support/built-host.ts'
import { buildIfStale } from '../../../scripts/support/build.ts'
import { benchFolder } from './cache.ts'
import { syntheticInstitutions, syntheticWorks } from './synthetic-works.ts'

/** Id of the index in its folder. */
export const LARGE_INDEX = 'bench'
/** To be raised where an import counts or names otherwise. */
const VERSION = 1

/** A data folder with the index; a few minutes where it is not there yet. A broken run leaves no half of it. */
export async function largeIndex(): Promise<string> {
  const folder = join(benchFolder, `index-${VERSION}-${LATEST_VERSION}`)
  if (existsSync(folder)) return folder
  await buildIfStale('app')
  const [works, institutions] = [await syntheticWorks(75_000, 9), await syntheticInstitutions()]
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  try {
    const args = ['--institutions', institutions, '--as', LARGE_INDEX, '--data-dir', unfinished, '--quiet']
    execFileSync(process.execPath, [BUILT, 'import', 'works', works, ...args], { stdio: 'pipe' })
    renameSync(unfinished, folder)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return folder
}
