import { rmSync } from 'node:fs'
import { AppError } from '../../shared/contract/errors.ts'
import type { HeldDataset, ImportContext } from '../context.ts'
import { removeChecksum } from '../datasets/checksum.ts'
import { assertAsHeld, holdDataset } from '../datasets/lock.ts'
import {
  asStorageError,
  BUNDLED_DATASET,
  datasetPath,
  firstScreensDir,
  listDatasetIds,
} from '../datasets/files.ts'
import type { Handlers } from '../dispatch.ts'
import { importEdition } from '../import/edition/import-edition.ts'
import { importIndex } from '../import/run/import-index.ts'
import { previewFiles } from '../import/run/preview.ts'
import { createSample } from '../import/run/create-sample.ts'
import { removeKept } from '../drawing/network/kept-files.ts'
import { replacePopulations } from './replace-populations.ts'
import { removeReport } from '../reports/report-folder.ts'
import { keepPins } from '../drawing/network/pins.ts'

export const commandHandlers: Handlers<'command', ImportContext> = {
  async 'imports.edition'({ folder, as, name, year, replace, convert }, context) {
    if (as === BUNDLED_DATASET) throw bundled(as)
    return importEdition({ folder: context.resolveToken(folder), as, name, year, replace, convert }, context)
  },
  'imports.preview': ({ files, ...given }, context) =>
    previewFiles(context.resolveFiles(files), given, context.signal),
  async 'imports.index'({ files, as, name, mode, options }, context) {
    if (as === BUNDLED_DATASET) throw bundled(as)
    return importIndex({ paths: context.resolveFiles(files), as, name, mode, options }, context)
  },
  async 'samples.create'({ as, replace, seed, scale }, context) {
    if (as === BUNDLED_DATASET) throw bundled(as)
    return createSample({ as, replace, seed, scale }, context)
  },
  // A cancel that arrives here found nothing running: it overtakes the queue (see worker.ts).
  'imports.cancel': () => ({ cancelled: false }),
  async 'datasets.remove'({ dataset }, context) {
    if (dataset === BUNDLED_DATASET) throw bundled(dataset)
    if (!listDatasetIds(context.dataDir).includes(dataset)) throw unknown(dataset)
    return holdDataset(context, dataset, (held) => removeDataset(dataset, held))
  },
  'populations.replace': ({ files }, context) => replacePopulations(context.resolveFiles(files), context),
  'networks.keep': keepPins,
  'reports.save': async (input, context) =>
    (await import('../reports/report-store.ts')).saveReport(input, context),
}

async function removeDataset(
  dataset: string,
  context: ImportContext & { held: HeldDataset },
): Promise<{ removed: string }> {
  if (context.held.stamp === null) throw unknown(dataset) // removed by another process just now
  const path = datasetPath(context.dataDir, dataset)
  await context.releaseReaders(dataset)
  assertAsHeld(context)
  try {
    removeChecksum(context.dataDir, dataset)
    rmSync(path)
    removeKept(context.dataDir, dataset)
    removeReport(context.dataDir, dataset)
    // They show figures of what is gone; which of them, no name tells, and all are drawn again when asked.
    rmSync(firstScreensDir(context.dataDir), { recursive: true, force: true })
  } catch (error) {
    throw asStorageError(error, path)
  }
  context.emit({ type: 'datasets.changed', dataset })
  return { removed: dataset }
}

function unknown(dataset: string): AppError {
  return new AppError('dataset-unknown', `${dataset} is not stored`, { values: { dataset } })
}

function bundled(dataset: string): AppError {
  return new AppError('dataset-bundled', `${dataset} ships with the app`, { values: { dataset } })
}
