/** Makes a plan and has an engine run it, in a process of its own. */
import { execFile } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { resourcesDir } from '../../../src/core/app-info.ts'
import type { ReaderContext } from '../../../src/core/context.ts'
import { makePlan } from '../../../src/core/scale/make-plan.ts'
import { scale } from '../../../src/shared/contract/scale.ts'
import type { ScaleEngine } from '../../../src/shared/domain/scale-engines.ts'

export interface PlanAsked {
  engine: ScaleEngine
  works: string
  files: string[]
  from: number
  to: number
  shards?: number
  sampleOf?: number
  options?: object
  pairsFrom?: number
}

/** Where the package `chdb` lies (ClickHouse inside a process): half a GB, and so in no list of dependencies. */
export const chdb = process.env['SCIENCE_CITIES_CHDB'] ?? null

const child = (name: string) => join(import.meta.dirname, name)

/** Writes the plan into the folder, as the command line does. */
export async function writePlan(folder: string, { files, ...asked }: PlanAsked): Promise<void> {
  rmSync(folder, { recursive: true, force: true })
  const input = scale['scale.plan'].input.parse({ ...asked, files: 'files-of-the-plan', language: 'en' })
  const context = {
    resourcesDir,
    appVersion: '0.0.0-test',
    resolveFiles: () => files,
  } as unknown as ReaderContext
  for (const { name, text } of (await makePlan(input, context)).files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

/** @throws with the step and what the engine says of it */
export async function runPlan(folder: string, engine: ScaleEngine): Promise<void> {
  const [script, ...args] =
    engine === 'duckdb' ? [child('duckdb-child.ts')] : [child('clickhouse-child.ts'), chdb ?? '']
  await promisify(execFile)(process.execPath, [script as string, ...args], { cwd: folder })
}
