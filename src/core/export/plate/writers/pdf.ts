/** Plates as a PDF: a page each, as large as the plate or as the slide that it stands on. */
import { PALETTES } from '../../../../shared/figures/palette.ts'
import { box } from '../../../../shared/figures/scene-items.ts'
import type { Plate } from '../../../../shared/plates/plate.ts'
import type { OpenPdf, Pdf } from '../../pdf/document.ts'
import { artifact, openPdf } from '../../pdf/document.ts'
import { drawItems } from '../../pdf/draw-scene.ts'
import { drawPlate } from '../../pdf/plate-tags.ts'
import type { PlateWriter, WriteOptions } from './writer.ts'

export const writePlatesPdf: PlateWriter = async (plates, options) => ({
  bytes: await writePdfPages(plates, options),
  width: null,
  height: null,
  suffix: '',
})

type PageOptions = Pick<
  WriteOptions,
  'title' | 'citation' | 'date' | 'stamp' | 'fontsDir' | 'metrics' | 'signal'
>

/**
 * Each plate on a page of its own, in their order.
 * @throws DOMException where the signal ends it; Error where there is no plate or the faces cannot be read
 */
export async function writePdfPages(
  plates: readonly Plate[],
  options: PageOptions,
): Promise<Buffer<ArrayBuffer>> {
  const pdf = openPlatesPdf(plates, options)
  for (const plate of plates) {
    options.signal?.throwIfAborted()
    addPlatePage(pdf, plate)
  }
  return pdf.bytes()
}

/** A document with the title, language and citation of plates. */
export function openPlatesPdf(plates: readonly Plate[], options: PageOptions): OpenPdf {
  const [first] = plates
  if (!first) throw new Error('no plate to draw')
  const { title, citation, date, stamp, fontsDir, metrics } = options
  return openPdf({
    title: title ?? first.title,
    subject: citation.map(([label, value]) => `${label}: ${value}`).join('\n'),
    language: first.language,
    date,
    stamp,
    fontsDir,
    metrics,
  })
}

function addPlatePage(pdf: OpenPdf, plate: Plate): void {
  const { doc, root } = pdf
  const { width, height } = plate.on ?? plate
  doc.addPage({ size: [width, height], margin: 0 })
  if (plate.on && !plate.transparent) paintPage(doc, pdf, { width, height }, PALETTES[plate.theme].bg)
  doc.save()
  if (plate.on) doc.translate(plate.on.x, plate.on.y)
  drawPlate(pdf, plate, { within: root, heading: 'H1', at: plate.on ?? undefined })
  doc.restore()
}

function paintPage(
  doc: Pdf,
  { metrics }: OpenPdf,
  size: { width: number; height: number },
  fill: string,
): void {
  artifact(doc, 'Page', () => {
    drawItems(doc, [box({ x: 0, y: 0, ...size }, { fill })], metrics)
  })
}
