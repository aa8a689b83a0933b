/** A writer a format, loaded when it is first asked for. */
import type { ReportFormat } from '../../../../shared/domain/file-formats.ts'
import type { ReportWriter, ReportWriters } from './report-writer.ts'

const paged = async () => (await import('./paged.ts')).writePaged

const WRITERS: ReportWriters = {
  pptx: paged,
  docx: async () => (await import('./text-document.ts')).writeTextDocument,
  pdf: async () => (await import('./pdf.ts')).writeReportPdf,
  html: async () => (await import('./web-page.ts')).writeWebPage,
  xlsx: async () => (await import('./workbook.ts')).writeReportWorkbook,
  folder: async () => (await import('./folder.ts')).writeFolder,
}

export const reportWriter = (format: ReportFormat): Promise<ReportWriter> => WRITERS[format]()
