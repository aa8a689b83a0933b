/** How large a file will be, nearly, before it is written. */
import type { FigureFormat } from '../../../shared/domain/file-formats.ts'
import type { Part } from '../../../shared/plates/parts.ts'
import type { Plate } from '../../../shared/plates/plate.ts'
import { plateWriter } from './writers/index.ts'
import { pixelsOf } from './writers/picture.ts'
import type { WriteOptions } from './writers/writer.ts'

/** Bytes a pixel of a PNG, and how much smaller an SVG becomes in an archive; of figures with a few hundred shapes. */
const OF_PIXEL = 0.04
const PACKED = 0.25
/** Fonts and tags of a PDF; parts of a document around its pictures. */
const AROUND: Record<FigureFormat, number> = { png: 4e3, svg: 0, pdf: 22e3, pptx: 16e3, docx: 12e3 }

const hasPicture = (parts: readonly Part[]): boolean =>
  parts.some((part) => part.kind === 'picture' || (part.kind === 'group' && hasPicture(part.parts)))

/**
 * Bytes. Slides without pictures take some milliseconds, so they are written, which also tells whether a template fits.
 * @param svgs of the pages, as the preview has drawn them
 * @throws AppError template-… of slides.
 */
export async function nearBytes(
  plates: readonly Plate[],
  svgs: readonly string[],
  format: FigureFormat,
  options: WriteOptions,
): Promise<number> {
  const [first] = plates
  const drawn = svgs.reduce((sum, svg) => sum + svg.length, 0)
  if (!first) return 0
  if (format === 'svg') return svgs[0]?.length ?? 0
  const pixels = (plate: Plate, dpi: number) => {
    const { width, height } = pixelsOf(plate, dpi)
    return width * height * OF_PIXEL
  }
  if (format === 'png') return Math.round(AROUND.png + pixels(first, options.dpi))
  if (format === 'pptx' && !plates.some(({ parts }) => hasPicture(parts)))
    return (await (await plateWriter('pptx'))(plates, options)).bytes.length
  const pictures = format === 'pdf' ? 0 : plates.reduce((sum, plate) => sum + pixels(plate, 200), 0)
  return Math.round(AROUND[format] + drawn * PACKED + pictures)
}
