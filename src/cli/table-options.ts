/** Options that say how tables are read. */
import { Option } from 'commander'
import { resolve } from 'node:path'
import type { GivenColumns } from '../shared/contract/imports.ts'
import { ENCODINGS } from '../shared/domain/encodings.ts'

export const MAP_SAYS = 'JSON object: our field → the column of the table, or null to leave the field out'

export const encodingOption = () =>
  new Option('--encoding <encoding>', 'encoding of the tables (default: told from their bytes)').choices(
    ENCODINGS,
  )

/** Loaded when asked for: most commands need no importer. @throws AppError import-rejected with map-file. */
export async function columnsOf(path: string): Promise<GivenColumns> {
  const { readMapFile } = await import('../core/import/affiliations/map-file.ts')
  return readMapFile(resolve(path))
}
