/** `exports.figure` and `exports.preview` of plates: a figure laid out on a slide, a page or a screen. */
import { join } from 'node:path'
import type { ExportedFile } from '../../../shared/contract/exports.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { FIGURE_FORMATS } from '../../../shared/domain/file-formats.ts'
import type { FigureFormat } from '../../../shared/domain/file-formats.ts'
import type { FigurePreset } from '../../../shared/domain/figure-presets.ts'
import { FIGURE_PRESETS, ownPreset } from '../../../shared/domain/figure-presets.ts'
import type { Measure } from '../../../shared/figures/text.ts'
import type { Part } from '../../../shared/plates/parts.ts'
import type { Plate } from '../../../shared/plates/plate.ts'
import type { OpenDataset, ReaderContext } from '../../context.ts'
import { textMetricsIn } from '../../drawing/text-metrics.ts'
import { askedDataset } from '../asked-dataset.ts'
import { citationBlock } from '../citation.ts'
import { fileDate } from '../file-date.ts'
import { makeStamp } from '../stamp.ts'
import { filtersOf } from '../table/filter-words.ts'
import { makePlates } from './makers/index.ts'
import { plateNotes } from './notes.ts'
import { templateBytes } from './template-file.ts'
import { plateWriter } from './writers/index.ts'
import type { WriteOptions } from './writers/writer.ts'

type Asked = ParsedInputOf<'exports.figure'>

export const presetOf = ({
  preset,
  widthMm,
  heightMm,
}: Pick<Asked, 'preset' | 'widthMm' | 'heightMm'>): FigurePreset =>
  preset && preset !== 'own' ? FIGURE_PRESETS[preset] : ownPreset(widthMm, heightMm ?? widthMm / 1.6)

/** Faces of readers are wider than ours: names are measured with that slack. */
const SLACK = 1.08

/** How wide text may become where the file is shown. */
export function measureFor(format: FigureFormat, fonts: Asked['fonts'], width: Measure): Measure {
  const office = (format === 'pptx' || format === 'docx') && fonts === 'office'
  return office ? (text, size, weight) => width(text, size, weight) * SLACK : width
}

export interface Laid {
  plates: Plate[]
  dataset: OpenDataset
  options: WriteOptions
}

/**
 * The plates of a request with all that a writer needs.
 * @param preset another size than those that can be asked for, such as the column of a web page
 * @throws AppError of the query or the drawing.
 */
export async function layOut(
  input: Asked,
  context: ReaderContext,
  preset: FigurePreset = presetOf(input),
): Promise<Laid> {
  const { figure, language, date, format } = input
  const dataset = context.open(askedDataset(figure))
  const fontsDir = join(context.resourcesDir, 'fonts')
  const metrics = textMetricsIn(fontsDir)
  const measure = measureFor(format, input.fonts, metrics.width)
  const made = await makePlates(figure, { ...input, preset, measure }, context)
  const plates = made.plates.map((plate) => {
    const said = input.alt ? { ...plate, alt: input.alt, parts: withAlt(plate, input.alt) } : plate
    return { ...said, notes: plateNotes(said, dataset, context) }
  })
  const citation = citationBlock(dataset, context, {
    language,
    filters: filtersOf(made.filters, language).filters,
    date,
    metadata: true,
    ...(made.seed === undefined ? {} : { seed: made.seed }),
  })
  return {
    plates,
    dataset,
    options: {
      stamp: makeStamp(
        'exports.figure',
        input,
        dataset,
        context,
        plates.flatMap(({ numbers }) => numbers),
      ),
      citation,
      dpi: input.dpi,
      fonts: input.fonts,
      embedFont: input.embedFont,
      date: fileDate(date),
      ownNotes: plates.map((_plate, i) => (i === 0 ? (input.notes ?? '') : '')),
      notes: input.include.notes,
      fontsDir,
      metrics,
      template: format === 'pptx' ? await templateBytes(input.template, context) : undefined,
    },
  }
}

/** The reader's own alternative text stands at whatever bore the computed one. */
function withAlt({ parts, alt }: Plate, own: string): Part[] {
  const said = (part: Part): Part => {
    if (part.kind === 'group') return { ...part, parts: part.parts.map(said) }
    return 'alt' in part && part.alt === alt ? { ...part, alt: own } : part
  }
  return parts.map(said)
}

/** @throws AppError of the query: dataset-unknown, city-unknown … */
export async function answerPlate(input: Asked, context: ReaderContext): Promise<ExportedFile> {
  const { plates, options } = await layOut(input, context)
  const write = await plateWriter(input.format)
  const file = await write(plates, options)
  return {
    fileName: fileNameOf(plates, input, file.suffix),
    mime: FIGURE_FORMATS[input.format].mime,
    bytes: new Uint8Array(file.bytes),
    width: file.width,
    height: file.height,
  }
}

export function fileNameOf(
  plates: readonly Plate[],
  { language, format }: Pick<Asked, 'language' | 'format'>,
  suffix = '',
): string {
  return `${plates[0]?.fileStem ?? 'figure'}_${language}${suffix}.${FIGURE_FORMATS[format].extension}`
}
