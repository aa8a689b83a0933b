/** A report as the bytes of a file. */
import type { ParsedInputOf } from '../../../../shared/contract/index.ts'
import type { ReportFormat } from '../../../../shared/domain/file-formats.ts'
import type { OpenDataset, ReaderContext } from '../../../context.ts'
import type { FileStamp } from '../../stamp.ts'

export interface ReportFile {
  asked: ParsedInputOf<'exports.report'>
  dataset: OpenDataset
  /** Of the whole, with all numbers of its pages. */
  stamp(numbers: FileStamp['numbers']): FileStamp
  /** Date that the file bears in its properties. */
  date: Date
  /** What the report is called. */
  title: string
}

/** @throws AppError of a page's figure. */
export type ReportWriter = (report: ReportFile, context: ReaderContext) => Promise<Uint8Array>
export type ReportWriters = { readonly [F in ReportFormat]: () => Promise<ReportWriter> }
