import { join } from 'node:path'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { ExportedFile } from '../../../shared/contract/exports.ts'
import type { FigureSpec } from '../../../shared/figures/spec.ts'
import { renderFigure } from './render-figure.ts'
import type { CitationLine } from './svg.ts'

export interface FigureStamp {
  /** The citation block, already in the language of the figure: dataset and version, sources, filters, method, app. */
  citation: CitationLine[]
  /** Words drawn lightly across the figure, such as those of the sample. */
  watermark?: string | undefined
  /** Folder with `fonts/`. */
  resourcesDir: string
}

/** Draws the file that `exports.figure` answers with. The spec comes from `toFigure` with the same language. */
export async function exportFigure(
  spec: FigureSpec,
  request: Pick<
    ParsedInputOf<'exports.figure'>,
    'format' | 'theme' | 'widthMm' | 'heightMm' | 'dpi' | 'transparent'
  >,
  stamp: FigureStamp,
): Promise<ExportedFile> {
  const { format, theme, widthMm, heightMm, dpi, transparent } = request
  const { citation, watermark, resourcesDir } = stamp
  const fontsDir = join(resourcesDir, 'fonts')
  const file = await renderFigure(spec, {
    format,
    theme,
    widthMm,
    heightMm,
    dpi,
    transparent,
    citation,
    watermark,
    fontsDir,
  })
  return {
    fileName: file.fileName,
    mime: file.mime,
    base64: Buffer.from(file.bytes).toString('base64'),
    bytes: file.bytes.length,
    width: file.width,
    height: file.height,
  }
}
