/** What a writer of tables is given: the same for every format. */
import type { Limits } from '../../../datasets/collected.ts'
import type { OpenDataset } from '../../../context.ts'
import type { CitationLine, CitedSource } from '../../citation.ts'
import type { Language } from '../../../../shared/domain/language.ts'
import type { FileStamp } from '../../stamp.ts'
import type { ChartSheet } from '../../office/chart-sheet.ts'
import type { ExportTable } from '../columns.ts'

/**
 * A chart of a table's first rows, of workbooks: the ids of columns that may name them (the first without a gap does) and of
 * the one that holds their values.
 */
export type TableChart = Omit<ChartSheet, 'kind' | 'name' | 'of' | 'names' | 'values'> & {
  names: readonly string[]
  values: string
}

export interface TableFile {
  table: ExportTable
  /** What the table is, in a word or two: of workbooks the name of its sheet. */
  sheet: string
  /** Of workbooks, where the view has one. */
  chart?: TableChart | undefined
  /** What the answer says beside its rows; of use in JSON alone. */
  more: object
  dataset: Pick<OpenDataset, 'id' | 'version'>
  /** For reading, as it stands below a table. */
  citation: readonly CitationLine[]
  /** Every file behind the figures. */
  sources: readonly CitedSource[]
  language: Language
  /** Of CSV for spreadsheets: what was asked for; without it as the language expects. */
  separator?: 'comma' | 'semicolon' | 'tab' | undefined
  decimal?: 'point' | 'comma' | undefined
  /** What the dataset lacks of the whole. */
  collected?: Limits
  stamp: FileStamp
  /** Of the file's properties. */
  date: Date
}

export type TableWriter = (file: TableFile) => Buffer<ArrayBuffer> | Promise<Buffer<ArrayBuffer>>
