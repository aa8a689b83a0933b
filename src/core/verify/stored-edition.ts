/** An edition's kept sources, imported again in memory, against what is stored: by its digest, then table by table. */
import type { OpenDataset, ReaderContext } from '../context.ts'
import { readDatasetRow } from '../datasets/summary.ts'
import type { WritableDb } from '../db/handles.ts'
import { createWritable } from '../db/open.ts'
import type { EditionFile, ParsedEdition } from '../import/edition/parse-edition.ts'
import { parseEdition } from '../import/edition/parse-edition.ts'
import { contentDigest, namesZhOf, storeEdition } from '../import/edition/store-edition.ts'
import { readingsOf } from '../import/readings.ts'
import { byThisVersion } from './check.ts'
import type { Underived } from './compare-tables.ts'
import { compareTable, tablesOf } from './compare-tables.ts'
import { keptSources } from './kept-sources.ts'

/** What users gave, or the clock and the app at the import: these follow from nothing, so the checksum alone tells of them. */
export const EDITION_UNDERIVED: Underived = {
  dataset: ['id', 'name', 'name_zh', 'revision', 'imported_at', 'app_version'],
}

/** The figures of the kept sources against the stored digest; null where an earlier version held less of them. */
export async function verifyEdition(dataset: OpenDataset, context: ReaderContext): Promise<string | null> {
  const { edition, db } = await importedAgain(dataset, context)
  const row = readDatasetRow(dataset.db, dataset.id)
  const digest = contentDigest(db)
  // An edition of an earlier version of the app holds less of its files, so the two cannot be compared.
  if (digest !== row.content_sha256 && !keepsDigits(dataset)) return null
  if (digest !== row.content_sha256) throw new Error(`sources give ${digest.slice(0, 12)}`)
  return `${edition.figures.length} figures`
}

/** Every column of every table that follows from the sources. @throws NotComparable where another version of the app stored it. */
export async function verifyEditionTables(
  dataset: OpenDataset,
  context: ReaderContext,
): Promise<string | null> {
  if (!keepsDigits(dataset)) return null
  const { db } = await importedAgain(dataset, context)
  const { app_version: storedBy } = readDatasetRow(dataset.db, dataset.id)
  return await byThisVersion(storedBy, context, () => {
    const rows = tablesOf(db).map((table) => compareTable(dataset.db, db, table, EDITION_UNDERIVED[table]))
    return `${rows.reduce((sum, count) => sum + count, 0)} rows`
  })
}

/** Whether an edition was stored with the digits that are printed, as it is since version 40 of the database. */
const keepsDigits = ({ db }: OpenDataset): boolean =>
  db.prepare('SELECT 1 FROM figures WHERE decimals IS NOT NULL LIMIT 1').get() !== undefined

interface Again {
  edition: ParsedEdition
  /** In memory, let go with what else was made of the open dataset. */
  db: WritableDb
}

/** Once for an open dataset. */
const importedAgain = (dataset: OpenDataset, context: ReaderContext): Promise<Again> =>
  dataset.memo('verify/again', () => importAgain(dataset, context))

async function importAgain({ db, id }: OpenDataset, { resourcesDir }: ReaderContext): Promise<Again> {
  const files = keptSources(db).flatMap(({ file, sha256, content }): EditionFile[] =>
    content ? [{ file, sha256, bytes: content }] : [],
  )
  const row = readDatasetRow(db, id)
  const edition = parsed(files, row.name, row.default_year)
  const memory = createWritable(':memory:')
  try {
    const readings = await readingsOf(namesZhOf(edition), resourcesDir)
    storeEdition(memory, edition, files, {
      id: row.id,
      revision: row.revision,
      importedAt: row.imported_at,
      appVersion: row.app_version,
      readings,
    })
    return { edition, db: memory }
  } catch (error) {
    memory.close()
    throw error
  }
}

/** By the year that the sources say, so that the stored one is held against it; where they say none, by that which was given. */
function parsed(files: readonly EditionFile[], name: string, stored: number): ParsedEdition {
  try {
    return parseEdition(files, { name, year: undefined, convert: true })
  } catch {
    return parseEdition(files, { name, year: stored, convert: true })
  }
}
