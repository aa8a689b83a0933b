import { z } from 'zod'
import { datasetId, fileToken, text, year } from './common.ts'
import type { DatasetSummary, ImportNotice } from './datasets.ts'
import { command } from './define.ts'

export interface ImportOutcome {
  dataset: DatasetSummary
  /** Records read = stored + rejected; an edition is stored whole or not at all, so rejected is 0 here. */
  read: number
  stored: number
  notices: ImportNotice[]
  durationMs: number
}

export const imports = {
  /**
   * Imports a folder of CSV files as a published edition. Rejects the whole folder (`edition-rejected`, with
   * file, line and reason of each issue) and leaves every stored dataset as it was.
   */
  'imports.edition': command<ImportOutcome>()(
    z.strictObject({
      folder: fileToken,
      as: datasetId,
      name: text.optional(),
      year: year.optional(),
      /** Replace a dataset of that id. */
      replace: z.boolean().default(false),
      /** Accept a byte-order mark, CRLF line ends and GB18030 by converting them; noted in the report. */
      convert: z.boolean().default(false),
    }),
  ),
  /** Stops the import that runs; it ends with `cancelled` and leaves what was there. */
  'imports.cancel': command<{ cancelled: boolean }>()(z.strictObject({ as: datasetId })),
} as const
