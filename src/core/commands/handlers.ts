import { AppError } from '../../shared/contract/errors.ts'
import type { HeldDataset, ImportContext } from '../context.ts'
import { holdDataset } from '../datasets/lock.ts'
import { takeBack } from '../datasets/removed.ts'
import { bundled, duplicateDataset, removeForNow, renameDataset } from '../datasets/transfer/copy-dataset.ts'
import { exportDataset } from '../datasets/transfer/export-dataset.ts'
import { importDataset, previewDataset } from '../datasets/transfer/import-dataset.ts'
import { BUNDLED_DATASET, listDatasetIds } from '../datasets/files.ts'
import type { Handlers } from '../dispatch.ts'
import { importEdition } from '../import/edition/import-edition.ts'
import { importIndex } from '../import/run/import-index.ts'
import { createSample } from '../import/run/create-sample.ts'
import { comparisonHandlers } from './comparisons.ts'
import { groupHandlers } from './groups.ts'
import { previewByProfiles, profileHandlers } from './profiles.ts'
import { keepForCity } from './keep-city.ts'
import { replacePopulations } from './replace-populations.ts'
import { keepPins } from '../drawing/network/pins.ts'

export const commandHandlers: Handlers<'command', ImportContext> = {
  async 'imports.edition'({ folder, as, name, year, replace, convert }, context) {
    if (as === BUNDLED_DATASET) throw bundled(as)
    return importEdition({ folder: context.resolveToken(folder), as, name, year, replace, convert }, context)
  },
  'imports.preview': async ({ files, ...given }, context) =>
    previewByProfiles(context.resolveFiles(files), given, context),
  async 'imports.index'({ files, as, name, mode, options }, context) {
    if (as === BUNDLED_DATASET) throw bundled(as)
    return importIndex({ paths: context.resolveFiles(files), as, name, mode, options }, context)
  },
  async 'imports.planResult'({ files, as, name, replace }, context) {
    if (as === BUNDLED_DATASET) throw bundled(as)
    const { importPlanResult } = await import('../scale/results/import-plan.ts')
    return importPlanResult({ paths: context.resolveFiles(files), as, name, replace }, context)
  },
  'imports.planPreview': async ({ files }, context) =>
    (await import('../scale/results/plan-preview.ts')).planPreview(context.resolveFiles(files)),
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
  'datasets.takeBack': async ({ key }, context) => ({ dataset: await takeBack(key, context) }),
  'datasets.duplicate': async (input, context) => ({ dataset: await duplicateDataset(input, context) }),
  'datasets.rename': async (input, context) => ({ dataset: await renameDataset(input, context) }),
  'datasets.preview': ({ file }, context) => previewDataset(context.resolveFiles(file), context),
  'datasets.import': async ({ file, as, name, replace }, context) => ({
    dataset: await importDataset({ paths: context.resolveFiles(file), as, name, replace }, context),
  }),
  'exports.backup': async (_input, context) =>
    (await import('../datasets/backup/make-backup.ts')).makeBackup(context),
  'backups.preview': async ({ file }, context) =>
    (await import('../datasets/backup/restore-backup.ts')).previewBackup(context.resolveFiles(file), context),
  'backups.restore': async ({ file, replace }, context) =>
    (await import('../datasets/backup/restore-backup.ts')).restoreBackup(
      { paths: context.resolveFiles(file), replace },
      context,
    ),
  'exports.dataset': ({ dataset }, context) => exportDataset(dataset, context),
  'populations.replace': ({ files }, context) => replacePopulations(context.resolveFiles(files), context),
  ...profileHandlers,
  ...comparisonHandlers,
  ...groupHandlers,
  'cities.keep': keepForCity,
  'networks.keep': keepPins,
  'reports.save': async (input, context) =>
    (await import('../reports/report-store.ts')).saveReport(input, context),
}

async function removeDataset(
  dataset: string,
  context: ImportContext & { held: HeldDataset },
): Promise<{ removed: string; key: string | null }> {
  if (context.held.stamp === null) throw unknown(dataset) // removed by another process just now
  return { removed: dataset, key: await removeForNow(dataset, context) }
}

function unknown(dataset: string): AppError {
  return new AppError('dataset-unknown', `${dataset} is not stored`, { values: { dataset } })
}
