/** Kept comparisons, in the data folder. */
import type { KeptComparison, KeptComparisons } from '../../shared/contract/comparisons.ts'
import { keptComparison, MOST_COMPARISONS } from '../../shared/contract/comparisons.ts'
import { namedStore } from '../kept/named-store.ts'

const store = namedStore<KeptComparison>({
  file: 'comparisons.json',
  format: 'science-cities-comparisons',
  field: 'comparisons',
  entry: keptComparison,
  most: MOST_COMPARISONS,
  codes: { unknown: 'comparison-unknown', exists: 'comparison-exists', damaged: 'comparisons-damaged' },
})

export const comparisonsPath = store.path

/** By name. @throws AppError comparisons-damaged with the reason: what cannot be read is never written over. */
export const keptComparisons = store.kept

/** @throws AppError comparison-exists where the name is taken and is not to be replaced; comparisons-damaged. */
export const saveComparison = (
  dataDir: string,
  { replace, ...comparison }: KeptComparison & { replace: boolean },
): KeptComparisons => ({ comparisons: store.save(dataDir, comparison, replace) })

/** @throws AppError comparison-unknown, comparison-exists, comparisons-damaged. */
export const renameComparison = (dataDir: string, names: { name: string; to: string }): KeptComparisons => ({
  comparisons: store.rename(dataDir, names),
})

/** @throws AppError comparison-unknown, comparisons-damaged. */
export const removeComparison = (dataDir: string, name: string): KeptComparisons => ({
  comparisons: store.remove(dataDir, name),
})

/** Takes in those of another folder. @throws AppError comparisons-damaged; input-invalid of too many. */
export const mergeComparisons = store.merge
