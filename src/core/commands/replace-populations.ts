import type { Populations } from '../../shared/contract/populations.ts'
import type { ImportContext } from '../context.ts'
import { listDatasetIds } from '../datasets/files.ts'
import { asStorageError } from '../datasets/storage-error.ts'
import { loadCountries } from '../import/places/countries.ts'
import { readPopulations } from '../import/places/read-populations.ts'
import { writeJsonFile } from '../kept/json-file.ts'
import { keptPath } from '../populations/populations.ts'
import { showPopulations } from '../queries/populations.ts'

/** Puts a table of populations in place of the one before; views of all datasets are told, as they all show from it. */
export async function replacePopulations(
  paths: readonly string[],
  context: ImportContext,
): Promise<Populations> {
  const kept = await readPopulations(paths[0] ?? '', loadCountries(context.resourcesDir))
  const target = keptPath(context.dataDir)
  try {
    writeJsonFile(target, kept)
  } catch (error) {
    throw asStorageError(error, target)
  }
  // Readers see by the file's stamp that there is another one.
  for (const dataset of listDatasetIds(context.dataDir)) context.emit({ type: 'datasets.changed', dataset })
  return showPopulations(context)
}
