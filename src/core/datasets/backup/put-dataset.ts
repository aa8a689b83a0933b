/** One dataset of a backup, from where it was laid out, into its place. */
import { renameSync } from 'node:fs'
import type { RestoreReport } from '../../../shared/contract/backups.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ImportContext } from '../../context.ts'
import { buildDataset } from '../build.ts'
import { datasetPath } from '../files.ts'
import { holdDataset } from '../lock.ts'
import { readCompanions, writeCompanions } from '../transfer/companions.ts'
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
    const stands = bundled ? readCompanions(context.dataDir, dataset).length > 0 : held.held.stamp !== null
    if (stands && !replace) return 'kept'
    if (bundled && held.held.stamp === null)
      throw new AppError('dataset-unknown', dataset, { values: { dataset } })
    if (!bundled) {
      const how = { replace, companions }
      await buildDataset(held, dataset, how, (path) => renameSync(datasetPath(folder, dataset), path))
    } else {
      writeCompanions(context.dataDir, dataset, companions)
      context.emit({ type: 'datasets.changed', dataset })
    }
    return stands ? 'replaced' : 'restored'
  })
}
