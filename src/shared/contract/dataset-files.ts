/** A dataset under another id or name, and as one file that another computer takes in. */
import { z } from 'zod'
import { datasetId, fileToken, text } from './common.ts'
import type { DatasetKind, DatasetSummary } from './datasets.ts'
import { command } from './define.ts'
import type { ExportedFile } from './exports.ts'

/** What an exported dataset says of itself. */
export interface DatasetFile {
  file: string
  /** Its id where it was exported. */
  dataset: string
  version: string
  name: string
  nameZh: string | null
  kind: DatasetKind
  /** ISO date-time of the import that made it. */
  importedAt: string
  /** Of the dataset, unpacked. */
  bytes: number
  /** Files that go with it: its report, where nodes of its networks were put. */
  companions: number
  /** Whether a dataset of that id is stored here. */
  stored: boolean
}

export const datasetFiles = {
  /** A copy under another id; without a name it is called a copy. Its figures, and so its version, are the same. */
  'datasets.duplicate': command<{ dataset: DatasetSummary }>()(
    z.strictObject({ dataset: datasetId, as: datasetId, name: text.optional() }),
  ),
  /** Another id, another name (`as` is then the id that it has), or both. The bundled edition keeps its own. */
  'datasets.rename': command<{ dataset: DatasetSummary }>()(
    z.strictObject({ dataset: datasetId, as: datasetId, name: text.optional() }),
  ),
  /** Looks into an exported dataset. @throws archive-foreign, archive-damaged, archive-newer. */
  'datasets.preview': command<DatasetFile>()(z.strictObject({ file: fileToken })),
  /** Takes an exported dataset in. @throws those of the preview; dataset-exists, dataset-bundled, dataset-newer. */
  'datasets.import': command<{ dataset: DatasetSummary }>()(
    z.strictObject({
      file: fileToken,
      as: datasetId,
      name: text.optional(),
      replace: z.boolean().default(false),
    }),
  ),
  /** The dataset, with what stands beside it, as one file. `imports.cancel` with its id stops it. */
  'exports.dataset': command<ExportedFile>()(z.strictObject({ dataset: datasetId })),
} as const
