/** A report as a PDF: slides of the size that is asked for, or on A4 a document. */
import { writePaged } from './paged.ts'
import { writePaper } from './paper.ts'
import type { ReportWriter } from './report-writer.ts'

export const writeReportPdf: ReportWriter = (report, context) =>
  report.asked.content.size === 'a4' ? writePaper(report, context) : writePaged(report, context)
