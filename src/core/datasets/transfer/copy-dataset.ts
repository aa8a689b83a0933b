/** Copies of a dataset under another id or name, and datasets that change theirs; each under the locks of both ids. */
import { createReadStream, createWriteStream, existsSync, rmSync, statSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { DatasetSummary } from '../../../shared/contract/datasets.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { HeldDataset, ImportContext } from '../../context.ts'
import { PRIVATE_FILE } from '../../kept/private.ts'
import { buildDataset } from '../build.ts'
import { assertSound, removeChecksum } from '../checksum.ts'
import { BUNDLED_DATASET, datasetPath, firstScreensDir } from '../files.ts'
import { putAside } from '../removed.ts'
import { asStorageError } from '../storage-error.ts'
import { assertAsHeld, holdDataset } from '../lock.ts'
import { companionsOn, readCompanions, removeCompanions } from './companions.ts'
import { metered } from './copy-bytes.ts'
import type { Identity } from './identity.ts'
import { copyName, named, rowAt, writeIdentity } from './identity.ts'

type Held = ImportContext & { held: HeldDataset }

/** What is asked: another id (`as`), another name, or both. */
export interface CopyInput {
  dataset: string
  as: string
  name?: string | undefined
}

/** @throws AppError dataset-unknown, dataset-exists, dataset-bundled, dataset-busy, -damaged, disk-full, cancelled. */
export function duplicateDataset(input: CopyInput, context: ImportContext): Promise<DatasetSummary> {
  const { dataset, as, name } = input
  if (as === BUNDLED_DATASET) throw bundled(as)
  if (as === dataset) throw exists(as)
  assertStored(dataset, context)
  return holdDataset(context, dataset, (held) => {
    const row = rowAt(datasetPath(context.dataDir, dataset), dataset)
    const words = name === undefined ? copyName(row) : named(row, name)
    return holdDataset(held, as, (both) => copyTo(dataset, { id: as, ...words }, both, false))
  })
}

/**
 * The dataset under another id, a copy that takes its place before the old one goes: a crash between leaves both.
 * With its own id only the name changes. The edition that ships with the app would come again at the next start, so its id stays.
 * @throws AppError as `duplicateDataset`.
 */
export function renameDataset(input: CopyInput, context: ImportContext): Promise<DatasetSummary> {
  const { dataset, as, name } = input
  if (dataset === BUNDLED_DATASET || as === BUNDLED_DATASET) throw bundled(BUNDLED_DATASET)
  assertStored(dataset, context)
  return holdDataset(context, dataset, async (held) => {
    const row = rowAt(datasetPath(context.dataDir, dataset), dataset)
    const identity: Identity = { id: as, ...named(row, name) }
    if (as === dataset) return copyTo(dataset, identity, held, true)
    const summary = await holdDataset(held, as, (both) => copyTo(dataset, identity, both, false))
    await removeHeld(dataset, held)
    return summary
  })
}

/** Writes the copy and, beside it, what goes with it. */
async function copyTo(
  from: string,
  identity: Identity,
  context: ImportContext,
  replace: boolean,
): Promise<DatasetSummary> {
  const { dataDir, signal } = context
  const source = datasetPath(dataDir, from)
  await assertSound(dataDir, from)
  const companions =
    from === identity.id ? null : companionsOn(readCompanions(dataDir, from), from, identity.id)
  return buildDataset(context, identity.id, { replace, companions }, async (path) => {
    const { size } = statSync(source)
    const [reading, writing] = [
      createReadStream(source),
      createWriteStream(path, { flags: 'wx', mode: PRIVATE_FILE }),
    ]
    await pipeline(reading, metered(context, size), writing, { signal })
    writeIdentity(path, identity)
  })
}

/** Removes a dataset that is held, and what stands beside it, for good. @throws AppError dataset-changed, file-unreadable. */
const removeHeld = (dataset: string, context: Held): Promise<void> =>
  removing(dataset, context, () => removeFiles(context.dataDir, dataset))

/** The same, but so that it can be taken back. @returns the key for that; null where it is gone for good */
export async function removeForNow(dataset: string, context: Held): Promise<string | null> {
  let key: string | null = null
  await removing(dataset, context, () => {
    key = putAside(dataset, context)
    if (key === null) removeFiles(context.dataDir, dataset)
  })
  return key
}

async function removing(dataset: string, context: Held, remove: () => void): Promise<void> {
  await context.releaseReaders(dataset)
  assertAsHeld(context)
  try {
    remove()
  } catch (error) {
    throw asStorageError(error, datasetPath(context.dataDir, dataset))
  }
  dropFirstScreens(context.dataDir)
  context.emit({ type: 'datasets.changed', dataset })
}

/** They show figures of what is gone; which of them, no name tells, and all are drawn again when asked. */
function dropFirstScreens(dataDir: string): void {
  try {
    // One that is kept at this moment stands in the way: then again.
    rmSync(firstScreensDir(dataDir), { recursive: true, force: true, maxRetries: 5, retryDelay: 20 })
  } catch {
    // the dataset is removed all the same
  }
}

function removeFiles(dataDir: string, dataset: string): void {
  rmSync(datasetPath(dataDir, dataset)) // first: where that fails, nothing is gone
  try {
    removeChecksum(dataDir, dataset)
    removeCompanions(dataDir, dataset)
  } catch {
    // the dataset is removed; what is left goes with the next that takes the id
  }
}

export function assertStored(dataset: string, { dataDir }: Pick<ImportContext, 'dataDir'>): void {
  if (existsSync(datasetPath(dataDir, dataset))) return
  throw new AppError('dataset-unknown', `${dataset} is not stored`, { values: { dataset } })
}

export const bundled = (dataset: string) =>
  new AppError('dataset-bundled', `${dataset} ships with the app`, { values: { dataset } })

const exists = (dataset: string) =>
  new AppError('dataset-exists', `${dataset} exists`, { values: { dataset } })
