/** What a writer of tables is given: the same for every format. */
import type { OpenDataset } from '../../../context.ts'
import type { CitationLine, CitedSource } from '../../citation.ts'
import type { ExportTable } from '../columns.ts'

export interface TableFile {
  table: ExportTable
  /** What the answer says beside its rows; of use in JSON alone. */
  more: object
  dataset: Pick<OpenDataset, 'id' | 'version'>
  /** For reading, as it stands below a table. */
  citation: readonly CitationLine[]
  /** Every file behind the figures. */
  sources: readonly CitedSource[]
}

export type TableWriter = (file: TableFile) => Buffer<ArrayBuffer>
