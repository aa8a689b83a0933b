/** Puts the edition that ships with the app in place at first start, by the same import that users' editions take. */
import { existsSync, readFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { ImportContext } from '../context.ts'
import { openReadable, upgrade } from '../db/open.ts'
import { BUNDLED_DATASET, datasetPath, listDatasetIds, removeLeftovers } from './files.ts'

export async function prepareDatasets(context: ImportContext): Promise<void> {
  removeLeftovers(context.dataDir)
  for (const id of listDatasetIds(context.dataDir)) {
    try {
      upgrade(datasetPath(context.dataDir, id), id)
    } catch {
      // listed with its problem; the others stay usable
    }
  }
  const folder = join(context.resourcesDir, 'editions', BUNDLED_DATASET)
  if (isCurrent(context.dataDir, folder)) return
  // Loaded here: most starts find the edition in place.
  const { importEdition } = await import('../import/edition/import-edition.ts')
  await importEdition(
    { folder, as: BUNDLED_DATASET, name: undefined, year: undefined, replace: true, convert: false },
    context,
  )
}

/** Whether the stored bundled edition was made from the very files that this version ships. */
function isCurrent(dataDir: string, folder: string): boolean {
  const path = datasetPath(dataDir, BUNDLED_DATASET)
  if (!existsSync(path)) return false
  try {
    const db = openReadable(path, BUNDLED_DATASET)
    try {
      const stored = db.prepare("SELECT sha256 FROM sources WHERE file = 'edition.json'").pluck().get()
      const shipped = createHash('sha256')
        .update(readFileSync(join(folder, 'edition.json')))
        .digest('hex')
      return stored === shipped
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}
