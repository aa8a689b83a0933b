/** One dataset of a backup, from where it was laid out, into its place. */
import { renameSync } from 'node:fs'
import type { RestoreReport } from '../../../shared/contract/backups.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { HeldDataset, ImportContext } from '../../context.ts'
import { drop } from '../../kept/drop.ts'
import { buildDataset } from '../build.ts'
import { besideTemporary, datasetPath, temporaryPath } from '../files.ts'
import { holdDataset } from '../lock.ts'
import type { Companion } from '../transfer/companions.ts'
import { addCompanions, prepareCompanions, readCompanions } from '../transfer/companions.ts'
import type { ListedDataset } from './backup-file.ts'

type Outcome = RestoreReport['datasets'][number]['outcome']

/** @param folder laid out as a data folder. @throws AppError dataset-busy, dataset-changed, disk-full, cancelled; what was stored then stays. */
export function putDataset(
  { dataset, bundled }: ListedDataset,
  folder: string,
  replace: boolean,
  context: ImportContext,
): Promise<Outcome> {
  return holdDataset(context, dataset, async (held): Promise<Outcome> => {
    const companions = readCompanions(folder, dataset)
    const stands = held.held.stamp !== null
    if (bundled) return putBeside(dataset, companions, replace, held)
    if (stands && !replace) return 'kept'
    const how = { replace, companions }
    await buildDataset(held, dataset, how, (path) => renameSync(datasetPath(folder, dataset), path))
    return stands ? 'replaced' : 'restored'
  })
}

/** What stands beside the edition that ships with the app: each by itself comes, takes the place of one here or leaves it. */
function putBeside(
  dataset: string,
  companions: readonly Companion[],
  replace: boolean,
  { dataDir, held, emit, signal }: ImportContext & { held: HeldDataset },
): Outcome {
  if (held.stamp === null) throw new AppError('dataset-unknown', dataset, { values: { dataset } })
  signal.throwIfAborted()
  const here = new Set(readCompanions(dataDir, dataset).map(({ name }) => name))
  const placed = companions.filter(({ name }) => replace || !here.has(name))
  if (placed.length === 0) return 'kept'
  const temporary = temporaryPath(dataDir, dataset)
  const folders = prepareCompanions(placed, (name) => besideTemporary(temporary, name))
  try {
    addCompanions(dataDir, dataset, folders)
  } finally {
    for (const path of folders.values()) drop(path)
    emit({ type: 'datasets.changed', dataset })
  }
  return placed.some(({ name }) => here.has(name)) ? 'replaced' : 'restored'
}
