/** A writer a format, loaded when it is first asked for. */
import type { FigureFormat } from '../../../../shared/domain/file-formats.ts'
import type { PlateWriter, PlateWriters } from './writer.ts'

const WRITERS: PlateWriters = {
  png: async () => (await import('./picture.ts')).writePlatePng,
  svg: async () => (await import('./picture.ts')).writePlateSvg,
  pdf: async () => (await import('./pdf.ts')).writePlatesPdf,
  pptx: async () => (await import('./pptx.ts')).writePlatesPptx,
  docx: async () => (await import('./docx.ts')).writePlatesDocx,
}

export const plateWriter = (format: FigureFormat): Promise<PlateWriter> => WRITERS[format]()
