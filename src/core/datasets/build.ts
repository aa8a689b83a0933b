/** Builds a dataset in a temporary file and swaps it in: what was stored before stays until the new one is whole. */
import { existsSync } from 'node:fs'
import type { DatasetSummary } from '../../shared/contract/datasets.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { HeldDataset, ImportContext } from '../context.ts'
import { openReadable } from '../db/open.ts'
import { drop } from '../kept/drop.ts'
import { checksumOf } from './checksum.ts'
import { assertAsHeld, holdDataset } from './lock.ts'
import { datasetPath, flush, temporaryPath } from './files.ts'
import { asStorageError } from './storage-error.ts'
import { summarize } from './list-entry.ts'
import { swapIn } from './swap.ts'
import type { Companion } from './transfer/companions.ts'

/** Writes the whole dataset into the file at `path`; `revision` is one more than the replaced dataset's. */
export type Builder = (path: string, revision: number) => void | Promise<void>

export interface HowBuilt {
  replace: boolean
  /** What is to stand beside it; without, what stands beside a dataset that is replaced stays. */
  companions?: readonly Companion[] | null
}

/**
 * @returns the summary of the dataset now stored.
 * @throws AppError dataset-exists, dataset-busy, dataset-changed, disk-full, cancelled, file-unreadable; the old dataset is then untouched.
 */
export function buildDataset(
  context: ImportContext,
  id: string,
  how: HowBuilt,
  build: Builder,
): Promise<DatasetSummary> {
  return holdDataset(context, id, (held) => buildHeld(held, id, how, build))
}

async function buildHeld(
  context: ImportContext & { held: HeldDataset },
  id: string,
  { replace, companions = null }: HowBuilt,
  build: Builder,
): Promise<DatasetSummary> {
  const target = datasetPath(context.dataDir, id)
  if (existsSync(target) && !replace) {
    throw new AppError('dataset-exists', `${id} exists`, { values: { dataset: id } })
  }
  const path = temporaryPath(context.dataDir, id)
  try {
    context.progress({ step: 'storing', bytesRead: 0, bytesTotal: 0, records: 0 })
    await build(path, revisionOf(target, id) + 1)
    context.signal.throwIfAborted()
    flush(path)
    const checksum = await checksumOf(path, id, context.signal)
    context.progress({ step: 'swapping', bytesRead: 0, bytesTotal: 0, records: 0 })
    await context.releaseReaders(id)
    assertAsHeld(context)
    swapIn(context.dataDir, id, { path, checksum, companions, isNew: context.held.stamp === null })
  } catch (error) {
    drop(path)
    throw asStorageError(error, path)
  }
  context.emit({ type: 'datasets.changed', dataset: id })
  return summarize(context.dataDir, id)
}

function revisionOf(path: string, id: string): number {
  if (!existsSync(path)) return 0
  try {
    const db = openReadable(path, id)
    try {
      return (db.prepare('SELECT revision FROM dataset').pluck().get() as number | undefined) ?? 0
    } finally {
      db.close()
    }
  } catch {
    return 0 // a damaged file is what the user is replacing
  }
}
