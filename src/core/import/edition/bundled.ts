/** Puts the edition that ships with the app in place at first start, by the same import that users' editions take. */
import { existsSync, readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ImportContext, ThreadContext } from '../../context.ts'
import { needsUpgrade, openReadable, upgrade } from '../../db/open.ts'
import { removeChecksum } from '../../datasets/checksum.ts'
import { BUNDLED_DATASET, datasetPath, listDatasetIds } from '../../datasets/files.ts'
import { leftovers, removeLeftovers } from '../../datasets/leftovers.ts'
import { holdDataset } from '../../datasets/lock.ts'

/** Tenths of a second that a start waits for another process to put the edition in place. */
const TURNS = 600

export async function prepareDatasets(context: ImportContext): Promise<void> {
  removeLeftovers(context.dataDir)
  for (const id of listDatasetIds(context.dataDir)) {
    const path = datasetPath(context.dataDir, id)
    try {
      if (needsUpgrade(path)) {
        await holdDataset(context, id, () => {
          removeChecksum(context.dataDir, id)
          upgrade(path, id)
        })
      }
    } catch {
      // listed with its problem, or just upgraded by another process; the others stay usable
    }
  }
  for (let turn = 1; !isCurrent(context); turn++) {
    try {
      return await holdDataset(context, BUNDLED_DATASET, putBundled)
    } catch (error) {
      // Another process that starts for the first time is at it.
      if (turn === TURNS || !(error instanceof AppError && error.code === 'dataset-busy')) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

async function putBundled(context: ImportContext): Promise<void> {
  if (isCurrent(context)) return
  // Loaded here: most starts find the edition in place.
  const { importEdition } = await import('./import-edition.ts')
  await importEdition(
    {
      folder: folderOf(context),
      as: BUNDLED_DATASET,
      name: undefined,
      year: undefined,
      replace: true,
      convert: false,
    },
    context,
  )
}

/**
 * Whether `prepareDatasets` would find nothing to do, so that what is stored can be read at once. Takes a few
 * milliseconds and changes nothing; where in doubt it says no.
 */
export function isPrepared(context: ThreadContext): boolean {
  const { dataDir } = context
  try {
    return (
      leftovers(dataDir).length === 0 &&
      !listDatasetIds(dataDir).some((id) => needsUpgrade(datasetPath(dataDir, id))) &&
      isCurrent(context)
    )
  } catch {
    return false
  }
}

const folderOf = ({ resourcesDir }: ThreadContext): string => join(resourcesDir, 'editions', BUNDLED_DATASET)

/** Whether the stored bundled edition was made from the very files that this version ships. */
function isCurrent(context: ThreadContext): boolean {
  const path = datasetPath(context.dataDir, BUNDLED_DATASET)
  if (!existsSync(path)) return false
  try {
    const db = openReadable(path, BUNDLED_DATASET)
    try {
      const stored = db.prepare("SELECT sha256 FROM sources WHERE file = 'edition.json'").pluck().get()
      const shipped = createHash('sha256')
        .update(readFileSync(join(folderOf(context), 'edition.json')))
        .digest('hex')
      return stored === shipped
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}
