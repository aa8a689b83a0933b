/** Kept comparisons: kept, renamed, removed. */
import {
  comparisonsPath,
  removeComparison,
  renameComparison,
  saveComparison,
} from '../comparisons/comparison-store.ts'
import type { ImportContext } from '../context.ts'
import { asStorageError } from '../datasets/storage-error.ts'
import type { Handlers } from '../dispatch.ts'

type ComparisonCommands = 'comparisons.save' | 'comparisons.rename' | 'comparisons.remove'

export const comparisonHandlers: Pick<Handlers<'command', ImportContext>, ComparisonCommands> = {
  'comparisons.save': (comparison, { dataDir, now }) =>
    stored(dataDir, () => saveComparison(dataDir, { ...comparison, saved: now() })),
  'comparisons.rename': (names, { dataDir }) => stored(dataDir, () => renameComparison(dataDir, names)),
  'comparisons.remove': ({ name }, { dataDir }) => stored(dataDir, () => removeComparison(dataDir, name)),
}

function stored<T>(dataDir: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asStorageError(error, comparisonsPath(dataDir))
  }
}
