/**
 * A process of its own: digest-child.ts SCANNER WHICH. Imports each of these sources and writes a line of JSON for it: its
 * name, the seconds that it took and the digests of its tables, or the code of the refusal in their place.
 */
import { rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { ScannerKind, SourceDigests } from './digests.ts'
import { figureDigests, digestOf } from './figure-tables.ts'
import { sourcesOf, WHOLE } from './sources.ts'
import { resourcesDir } from '../../../src/core/app-info.ts'
import { DatasetPool } from '../../../src/core/datasets/pool.ts'
import { AppError } from '../../../src/shared/contract/errors.ts'
import { temporaryFolder } from '../edition.ts'
import { importContext } from '../import-context.ts'

const [scanner, which = WHOLE] = process.argv.slice(2) as [ScannerKind, string?]
const root = temporaryFolder()
const pool = new DatasetPool({ dataDir: root, resourcesDir })
try {
  await assertScanner()
  for (const source of await sourcesOf(which, root)) {
    const started = performance.now()
    const tables = await digestsOf(source.import('digested', scanner === 'strict', importContext(root)))
    const seconds = (performance.now() - started) / 1000
    process.stdout.write(
      `${JSON.stringify({ name: source.name, seconds, tables } satisfies SourceDigests)}\n`,
    )
  }
} finally {
  pool.close()
  rmSync(root, { recursive: true, force: true })
}

async function digestsOf(imported: ReturnType<Awaited<ReturnType<typeof sourcesOf>>[number]['import']>) {
  try {
    const { report } = await imported
    pool.release('digested')
    return figureDigests(pool.open('digested'), report)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const issues = error.details.issues ?? []
    return { refused: digestOf([error.code, ...issues.map((issue) => JSON.stringify(issue))]) }
  }
}

/** A thread begins as those that parse do. */
async function assertScanner(): Promise<void> {
  const worker = new Worker(new URL('./scanner-thread.ts', import.meta.url), { argv: [scanner] })
  const [name] = (await new Promise((resolve, reject) => {
    worker.once('message', (found) => resolve([found]))
    worker.once('error', reject)
  })) as [string]
  const wanted = { wasm: 'WasmScanner', js: 'JsScanner', strict: 'ParseScanner' }[scanner]
  if (name !== wanted) throw new Error(`threads would scan by ${name}, wanted: ${wanted}`)
}
