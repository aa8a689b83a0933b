/** What is done to a data folder while its process is killed or its disk fails. */
import { cpSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { commandHandlers } from '../../../src/core/commands/handlers.ts'
import type { ImportContext } from '../../../src/core/context.ts'
import { listDatasetIds } from '../../../src/core/datasets/files.ts'
import { readCompanions } from '../../../src/core/datasets/transfer/companions.ts'
import { asStorageError } from '../../../src/core/datasets/storage-error.ts'
import type { Explain } from '../../../src/core/dispatch.ts'
import { dispatch } from '../../../src/core/dispatch.ts'
import { prepareDatasets } from '../../../src/core/import/edition/bundled.ts'
import type { RestoreReport } from '../../../src/shared/contract/backups.ts'
import type { MethodName } from '../../../src/shared/contract/index.ts'
import type { Result } from '../../../src/shared/contract/errors.ts'
import { AppError } from '../../../src/shared/contract/errors.ts'
import { BUNDLED } from '../../support/edition.ts'
import { importContext } from '../../support/import-context.ts'
import { queriesOf } from '../../support/index.ts'
import { contentOf } from '../processes/folder.ts'
import type { Given } from '../processes/given.ts'
import { writeGiven } from '../processes/given.ts'

export interface Operation {
  name: string
  method: MethodName
  input: Record<string, unknown>
  /** Files that the call is given. */
  files?: string[]
  /** Of these ids one at least must be stored at any moment. */
  never?: readonly string[]
}

export interface Stage {
  folder: string
  given: Given
  /** A data folder with the bundled edition and the index `mine`, a report and kept places beside it. */
  base: string
  operations: Operation[]
}

/** @param articles records of each file */
export async function makeStage(folder: string, articles: number): Promise<Stage> {
  mkdirSync(folder, { recursive: true })
  const given = writeGiven(folder, 2, articles)
  const base = join(folder, 'base')
  const context = importContext(base)
  await prepareDatasets(context)
  const [first, second] = [given.path(1), given.path(2)]
  const create = { name: 'make', method: 'imports.index', input: { as: 'mine', mode: 'create' } } as const
  valueOf(await runHere({ ...create, files: [first, given.institutions] }, context))
  for (const name of ['report/report.json', 'layouts/pins-1.json']) {
    mkdirSync(join(base, 'datasets', `mine.${name.split('/')[0]}`), { recursive: true })
    cpSync(join(BUNDLED, 'edition.json'), join(base, 'datasets', `mine.${name}`))
  }
  const exported = valueOf(
    await runHere({ name: 'export', method: 'exports.dataset', input: { dataset: 'mine' } }, context),
  ) as { path: string }
  const archive = join(folder, 'mine.scicities')
  renameSync(exported.path, archive)
  const backup = join(folder, 'kept.backup')
  renameSync(await backupOf(base, folder, second), backup)
  return {
    folder,
    given,
    base,
    operations: [
      {
        ...{ name: 'create', method: 'imports.index', input: { as: 'fresh', mode: 'create' } },
        files: [second, given.institutions],
      },
      {
        ...{ name: 'replace', method: 'imports.index', input: { as: 'mine', mode: 'replace' } },
        files: [second, given.institutions],
        never: ['mine'],
      },
      {
        ...{ name: 'add', method: 'imports.index', input: { as: 'mine', mode: 'add' } },
        files: [second],
        never: ['mine'],
      },
      { name: 'remove', method: 'datasets.remove', input: { dataset: 'mine' } },
      { name: 'verify', method: 'datasets.verify', input: { dataset: 'mine' }, never: ['mine'] },
      {
        ...{ name: 'duplicate', method: 'datasets.duplicate', input: { dataset: 'mine', as: 'copy' } },
        never: ['mine'],
      },
      {
        ...{ name: 'rename', method: 'datasets.rename', input: { dataset: 'mine', as: 'ours' } },
        never: ['mine', 'ours'],
      },
      { name: 'export', method: 'exports.dataset', input: { dataset: 'mine' }, never: ['mine'] },
      {
        ...{ name: 'take in', method: 'datasets.import', input: { as: 'taken', replace: false } },
        files: [archive],
      },
      { name: 'backup', method: 'exports.backup', input: {}, never: ['mine'] },
      {
        ...{ name: 'restore', method: 'backups.restore', input: { replace: true } },
        files: [backup],
        never: ['mine'],
      },
    ],
  }
}

/** A backup of the base with the second file added, so that it differs from what stands there. @returns its path */
async function backupOf(base: string, folder: string, second: string): Promise<string> {
  const other = join(folder, 'backed-up')
  cpSync(base, other, { recursive: true })
  const context = importContext(other)
  const add = { name: 'add', method: 'imports.index', input: { as: 'mine', mode: 'add' } } as const
  valueOf(await runHere({ ...add, files: [second] }, context))
  return (
    valueOf(await runHere({ name: 'backup', method: 'exports.backup', input: {} }, context)) as {
      path: string
    }
  ).path
}

/** The field of a call that takes files. */
export const fieldOf = (method: string): string =>
  method === 'datasets.import' || method === 'backups.restore' ? 'file' : 'files'

/** Runs a command in this process. @throws nothing: what fails is told as a host tells it */
export async function runHere(operation: Operation, context: ImportContext): Promise<Result<unknown>> {
  const { method, input, files } = operation
  if (method === 'datasets.verify') return verifyHere(context.dataDir, String(input['dataset']))
  const given = files === undefined ? {} : { [fieldOf(method)]: 'g'.repeat(24) }
  const result = await dispatch<ImportContext>(
    commandHandlers,
    method,
    { ...input, ...given },
    { ...context, resolveFiles: () => files ?? [] },
    explainStorage(context.dataDir),
  )
  return result.ok && method === 'backups.restore' ? asRestored(result.value as RestoreReport) : result
}

/** A restoring of which a part failed is told by its report. */
function asRestored(report: RestoreReport): Result<unknown> {
  const code = [...report.datasets, ...report.lists].map((each) => each.code).find((each) => each !== null)
  if (!code) return { ok: true, value: report }
  const values = { path: report.file, folder: report.file, file: report.file, reason: code }
  return { ok: false, error: { code, message: JSON.stringify(report), details: { values } } }
}

async function verifyHere(dataDir: string, dataset: string): Promise<Result<unknown>> {
  const queries = queriesOf(dataDir)
  const value = await queries.call('datasets.verify', { dataset }).finally(() => queries.close())
  return { ok: true, value }
}

/** As the core's threads tell what no handler foresaw. */
export const explainStorage =
  (dataDir: string): Explain =>
  async (error) => {
    const known = asStorageError(error, dataDir)
    return known instanceof AppError ? known : null
  }

function valueOf(result: Result<unknown>): unknown {
  if (result.ok) return result.value
  throw new Error(`${result.error.code}: ${result.error.message}`)
}

/** Each stored dataset by its id: its version, its articles, and what stands beside it, in short. */
export function snapshotOf(dataDir: string): Map<string, { dataset: string; beside: string }> {
  const hash = (parts: readonly (string | Uint8Array)[]) => {
    const sum = createHash('sha256')
    for (const part of parts) sum.update(part)
    return sum.digest('hex').slice(0, 12)
  }
  return new Map(
    listDatasetIds(dataDir).map((id) => {
      const companions = readCompanions(dataDir, id).flatMap(({ name, bytes }) => [name, bytes])
      const beside = companions.length === 0 ? 'nothing' : hash(companions)
      return [id, { dataset: toldOf(dataDir, id, hash), beside }]
    }),
  )
}

function toldOf(dataDir: string, id: string, hash: (parts: string[]) => string): string {
  if (id === 'science-cities-2024')
    return hash([readFileSync(join(dataDir, 'datasets', `${id}.sqlite`), 'base64')])
  const found = contentOf(dataDir, id)
  return `${found?.version} ${hash((found?.articles ?? []).map(String))}`
}
